// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentDecisions.h"

namespace jetbridge::endpoints {

void ConsentDecision::settle(End end, Failure failure)
{
    m_end = end;
    m_failure = std::move(failure);
    Q_EMIT settled(end == End::Connected);
}

std::shared_ptr<ConsentDecision> ConsentDecisions::find(const ConsentState& state) const
{
    if (const auto sameVisit = m_ofVisit.value(state.visit).decision)
        return sameVisit;
    const auto latest = m_ofOnboarding.value(state.onboarding).decision;
    return latest && !latest->mayBeMadeAnew() ? latest : nullptr;
}

std::shared_ptr<ConsentDecision> ConsentDecisions::begin(
    const ConsentState& state, const QDateTime& now)
{
    const auto expired = [&now](const auto& entry) {
        return entry.value().expiresAt <= now;
    };
    m_ofVisit.removeIf(expired);
    m_ofOnboarding.removeIf(expired);

    const auto decision = std::make_shared<ConsentDecision>();
    m_ofVisit.insert(state.visit, {decision, state.expiresAt});
    m_ofOnboarding.insert(state.onboarding, {decision, state.expiresAt});
    return decision;
}

} // namespace jetbridge::endpoints
