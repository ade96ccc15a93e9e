// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/ExchangeOfLine.h"

#include <algorithm>

namespace jetbridge::ui {

namespace {

/// The times have milliseconds, but are taken in different threads and before or after a write to
/// disk.
constexpr qint64 toleranceMs = 250;
/// A page may take some time to load after it was requested.
constexpr qint64 hopToleranceMs = 5000;

bool isBetween(const Exchange& exchange, Lane from, Lane to)
{
    return exchange.from == from && exchange.to == to;
}

bool fits(const JournalEntry& line, const Exchange& exchange)
{
    const QString path = exchange.url.path();
    const bool isPost = exchange.method == "POST";
    const bool isCall = isBetween(exchange, Lane::PartnerApp, Lane::SmartRecruiters);
    switch (line.step) {
    case Step::Token:
        return isCall && isPost && path.endsWith(QLatin1String("/oauth/token"));
    case Step::Rehearse:
        return isBetween(exchange, Lane::PartnerApp, Lane::PartnerApi) && isPost;
    case Step::Confirm:
        return isCall && isPost && path.endsWith(QLatin1String("/integrations"));
    case Step::Prove:
        return isCall && !path.endsWith(QLatin1String("/integrations"));
    case Step::Consent:
        return isBetween(exchange, Lane::Browser, Lane::PartnerApp) && isPost
            && (line.state != StepState::Started || path.endsWith(QLatin1String("/sign-in")))
            && (line.state != StepState::Done || path.endsWith(QLatin1String("/decision")));
    case Step::Finish:
        return isBetween(exchange, Lane::Browser, Lane::PartnerApp)
            && path.endsWith(QLatin1String("/decision"));
    case Step::Notified:
        return isBetween(exchange, Lane::SmartRecruiters, Lane::PartnerApi)
            && path.endsWith(QLatin1String("/callback"));
    case Step::Preflight:
    case Step::Store:
    case Step::Removed:
    case Step::HandedOver:
    case Step::Replaced:
    case Step::Rotated:
        return false;
    }
    Q_UNREACHABLE();
}

/// Returns the milliseconds between an exchange and the moment when a line was written; 0 if that
/// moment lies within the exchange. It is compared first, because hardly any of a thousand
/// exchanges is near a line.
qint64 distance(const Exchange& exchange, qint64 at)
{
    const qint64 begin = exchange.at.toMSecsSinceEpoch();
    const qint64 end = begin + std::max(0, exchange.milliseconds);
    return std::max({qint64(0), begin - at, at - end});
}

} // namespace

qint64 exchangeOf(const JournalEntry& line, const QList<Exchange>& exchanges)
{
    // If several fit (a token request and a call make one proof), the one nearest to the line's
    // time is taken.
    qint64 found = 0;
    qint64 nearest = std::max(0, line.milliseconds) + toleranceMs;
    const qint64 at = line.at.toMSecsSinceEpoch();
    const QByteArray run = line.onboarding.text().toUtf8();
    for (const Exchange& exchange : exchanges) {
        const qint64 far = distance(exchange, at);
        if (far >= nearest || exchange.correlationId != run || !fits(line, exchange))
            continue;
        found = exchange.number;
        nearest = far;
    }
    return found;
}

qint64 exchangeOf(const BrowserHop& hop, const QList<Exchange>& exchanges)
{
    qint64 found = 0;
    qint64 nearest = hopToleranceMs;
    const qint64 at = hop.at.toMSecsSinceEpoch();
    for (const Exchange& exchange : exchanges) {
        const qint64 far = distance(exchange, at);
        // The query is not compared, because parts of it may have been redacted.
        if (far >= nearest || exchange.from != Lane::Browser
            || exchange.url.authority() != hop.url.authority()
            || exchange.url.path() != hop.url.path())
            continue;
        found = exchange.number;
        nearest = far;
    }
    return found;
}

} // namespace jetbridge::ui
