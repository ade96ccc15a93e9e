// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ExchangeOfLine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

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
        return isCall && isPost && path.endsWith("/oauth/token"_L1);
    case Step::Register:
    case Step::Rehearse:
        return isBetween(exchange, Lane::PartnerApp, Lane::PartnerApi) && isPost;
    case Step::Confirm:
        return isCall && isPost && path.endsWith("/integrations"_L1);
    case Step::Prove:
        return isCall && !path.endsWith("/integrations"_L1);
    case Step::Consent:
        return isBetween(exchange, Lane::Browser, Lane::PartnerApp) && isPost
            && (line.state != StepState::Started || path.endsWith("/sign-in"_L1))
            && (line.state != StepState::Done || path.endsWith("/decision"_L1));
    case Step::Finish:
        return isBetween(exchange, Lane::Browser, Lane::PartnerApp)
            && path.endsWith("/decision"_L1);
    case Step::Notified:
        return isBetween(exchange, Lane::SmartRecruiters, Lane::PartnerApi)
            && path.endsWith("/callback"_L1);
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

} // namespace

qint64 exchangeOf(
    const JournalEntry& line, const QList<Exchange>& exchanges, std::chrono::milliseconds tolerance)
{
    // If several fit (a token request and a call make one proof), the one nearest to the line's
    // time is taken.
    qint64 found = 0;
    qint64 nearest = std::max(0, line.milliseconds) + tolerance.count();
    const qint64 at = line.at.toMSecsSinceEpoch();
    const QByteArray run = line.onboarding.text().toUtf8();
    for (const Exchange& exchange : exchanges) {
        const qint64 far = distanceOf(exchange, at);
        if (far >= nearest || exchange.correlationId != run || !fits(line, exchange))
            continue;
        found = exchange.number;
        nearest = far;
    }
    return found;
}

// Asked before anything else: of a thousand exchanges hardly one is near a line.
qint64 distanceOf(const Exchange& exchange, qint64 at)
{
    const qint64 begin = exchange.at.toMSecsSinceEpoch();
    const qint64 end = begin + std::max(0, exchange.milliseconds);
    return std::max({qint64(0), begin - at, at - end});
}

} // namespace jetbridge
