// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WayBack.h"

#include "domain/Application.h"
#include "domain/Environment.h"

namespace jetbridge {

namespace {

constexpr auto ourTokenPath = "/oauth/token";

} // namespace

QString tokenServiceName(TokenService service)
{
    switch (service) {
    case TokenService::Unset:
        return QStringLiteral("unset");
    case TokenService::Here:
        return QStringLiteral("here");
    case TokenService::Given:
        return QStringLiteral("given");
    }
    Q_UNREACHABLE();
}

Outcome<TokenService> tokenServiceFromName(const QString& name)
{
    for (const auto service : {TokenService::Unset, TokenService::Here, TokenService::Given})
        if (tokenServiceName(service) == name)
            return service;
    return failed(FailureKind::Invalid,
        QStringLiteral(
            "oauthTokenUrl is served \"here\" or its pairs are \"given\" (or \"unset\"), "
            "not \"%1\".")
            .arg(name));
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
        return QStringLiteral("both");
    if (trial.byBody)
        return QStringLiteral("body");
    return trial.byBasic ? QStringLiteral("basic") : QStringLiteral("none");
}

TokenTrial tokenTrialFromName(const QString& name)
{
    const bool isBoth = name == QLatin1String("both");
    return {isBoth || name == QLatin1String("body"), isBoth || name == QLatin1String("basic")};
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
        return QStringLiteral("one-way");
    case WayBackState::Never:
        return QStringLiteral("never");
    case WayBackState::Rehearsed:
        return QStringLiteral("rehearsed");
    case WayBackState::Used:
        return QStringLiteral("used");
    case WayBackState::Refused:
        return QStringLiteral("refused");
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
        QStringLiteral("The way back is one-way, never, rehearsed, used or refused, not \"%1\".")
            .arg(name));
}

} // namespace jetbridge
