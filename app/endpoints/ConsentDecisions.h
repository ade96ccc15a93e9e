// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoints/ConsentState.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace jetbridge::endpoints {

/// One decision of one customer: made once, then remembered for whoever submits it again.
class ConsentDecision : public QObject {
    Q_OBJECT

public:
    enum class End { Connected, Declined, Failed };

    std::optional<End> end() const { return m_end; } ///< nullopt: still under way.
    const Failure& failure() const { return m_failure; } ///< Meaningful when it failed.
    /// It failed for sure, so that the customer may sign in again (if the code is still good) and
    /// decide anew.
    bool mayBeMadeAnew() const
    {
        return m_end == End::Failed && m_failure.kind != FailureKind::OutcomeUnknown;
    }

    void settle(End end, Failure failure = {});

Q_SIGNALS:
    void settled(bool connected);

private:
    std::optional<End> m_end;
    Failure m_failure;
};

/// The decisions of the last hour, so that a double submit or the back button never confirms twice.
/// Used on the endpoints' thread. Bounded by the codes that staff gave out: nobody gets here
/// without one.
class ConsentDecisions {
public:
    /// The decision that this state belongs to (the same visit, or another one of the same
    /// onboarding unless that one may be made anew); null: none was made yet.
    std::shared_ptr<ConsentDecision> find(const ConsentState& state) const;
    /// Starts one. Sweeps those whose states have expired.
    std::shared_ptr<ConsentDecision> begin(const ConsentState& state, const QDateTime& now);

private:
    struct Entry {
        std::shared_ptr<ConsentDecision> decision;
        QDateTime expiresAt;
    };
    QHash<QByteArray, Entry> m_ofVisit;
    QHash<OnboardingId, Entry> m_ofOnboarding; ///< The latest.
};

} // namespace jetbridge::endpoints
