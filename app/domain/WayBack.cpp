// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WayBack.h"

#include "domain/Application.h"
#include "domain/Environment.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr auto ourTokenPath = "/oauth/token";

} // namespace

QString tokenServiceName(TokenService service)
{
    switch (service) {
    case TokenService::Unset:
        return u"unset"_s;
    case TokenService::Here:
        return u"here"_s;
    case TokenService::Given:
        return u"given"_s;
    case TokenService::Registration:
        return u"registration"_s;
    case TokenService::Webhook:
        return u"webhook"_s;
    }
    Q_UNREACHABLE();
}

Outcome<TokenService> tokenServiceFromName(const QString& name)
{
    for (const auto service : {TokenService::Unset, TokenService::Here, TokenService::Given,
             TokenService::Registration, TokenService::Webhook})
        if (tokenServiceName(service) == name)
            return service;
    return failed(FailureKind::Invalid,
        u"oauthTokenUrl is served \"here\", or its pairs are \"given\" or come by "
        "\"registration\" or \"webhook\" (or \"unset\"), not \"%1\"."_s.arg(name));
}

bool isOurTokenUrl(const QUrl& oauthTokenUrl, const QUrl& publicUrl)
{
    const QString path = QLatin1String(ourTokenPath);
    if (!publicUrl.isEmpty() && oauthTokenUrl == below(publicUrl, path))
        return true;
    return isLoopback(oauthTokenUrl) && oauthTokenUrl.path() == path;
}

QString tokenTrialName(const TokenTrial& trial)
{
    if (trial.byBody && trial.byBasic)
        return u"both"_s;
    if (trial.byBody)
        return u"body"_s;
    return trial.byBasic ? u"basic"_s : u"none"_s;
}

TokenTrial tokenTrialFromName(const QString& name)
{
    const bool isBoth = name == "both"_L1;
    return {isBoth || name == "body"_L1, isBoth || name == "basic"_L1};
}

WayBackState wayBackState(bool bidirectional, const WayBack& wayBack)
{
    if (!bidirectional)
        return WayBackState::OneWay;
    const QDateTime& refused = wayBack.refusedAt;
    if (refused.isValid() && !(wayBack.lastUsedAt > refused) && !(wayBack.rehearsedAt > refused))
        return WayBackState::Refused;
    if (wayBack.lastUsedAt.isValid())
        return WayBackState::Used;
    return wayBack.rehearsedAt.isValid() ? WayBackState::Rehearsed : WayBackState::Never;
}

QString wayBackStateName(WayBackState state)
{
    switch (state) {
    case WayBackState::OneWay:
        return u"one-way"_s;
    case WayBackState::Never:
        return u"never"_s;
    case WayBackState::Rehearsed:
        return u"rehearsed"_s;
    case WayBackState::Used:
        return u"used"_s;
    case WayBackState::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

Outcome<WayBackState> wayBackStateFromName(const QString& name)
{
    for (const auto state : {WayBackState::OneWay, WayBackState::Never, WayBackState::Rehearsed,
             WayBackState::Used, WayBackState::Refused})
        if (wayBackStateName(state) == name)
            return state;
    return failed(FailureKind::Invalid,
        u"The way back is one-way, never, rehearsed, used or refused, not \"%1\"."_s.arg(name));
}

} // namespace jetbridge
