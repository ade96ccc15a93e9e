// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoints/ConsentState.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace jetbridge::endpoints {

/// One customer's decision. It is made once and then returned to whoever submits it again.
class ConsentDecision : public QObject {
    Q_OBJECT

public:
    enum class End { Connected, Declined, Failed };

    /// Returns the result; nullopt while the decision is under way.
    std::optional<End> end() const { return m_end; }
    /// Returns why the decision failed; meaningful only when it did.
    const Failure& failure() const { return m_failure; }
    /// Tells whether it has certainly failed, so that the customer may sign in again (if the code
    /// is still valid) and decide again.
    bool mayBeMadeAnew() const
    {
        return m_end == End::Failed && m_failure.kind != FailureKind::OutcomeUnknown;
    }

    /// Sets the result and emits settled().
    void settle(End end, Failure failure = {});

Q_SIGNALS:
    void settled(bool connected);

private:
    std::optional<End> m_end;
    Failure m_failure;
};

/// The decisions of the last hour, so that a double submit or the back button never confirms twice.
/// Used on the endpoints' thread. Their number is limited by the codes that staff issued: nobody
/// gets here without one.
class ConsentDecisions {
public:
    /// Finds the decision that a state belongs to: that of the same visit, or of another visit of
    /// the same onboarding unless it may be made again. Null: there is none yet.
    std::shared_ptr<ConsentDecision> find(const ConsentState& state) const;
    /// Starts a decision, and removes those whose states have expired.
    std::shared_ptr<ConsentDecision> begin(const ConsentState& state, const QDateTime& now);

private:
    struct Entry {
        std::shared_ptr<ConsentDecision> decision;
        QDateTime expiresAt;
    };
    QHash<QByteArray, Entry> m_ofVisit;
    QHash<OnboardingId, Entry> m_ofOnboarding; ///< The latest decision of each onboarding.
};

} // namespace jetbridge::endpoints
