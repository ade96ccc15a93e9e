// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/VerifyDue.h"
#include "ports/Closing.h"
#include "ports/Timer.h"

#include <QObject>

namespace jetbridge {

/// Verifies customers in time, as long as it is on: whoever would be Expiring before the round
/// after the next one. Rounds come 24 times an interval, at least every hour and at most every
/// minute.
class VerificationRounds : public QObject {
    Q_OBJECT

public:
    /// `due` verifies whoever was last verified before that moment, while `mayGoOn`.
    using VerifyBefore =
        std::function<Task<Outcome<int>>(QDateTime before, std::function<bool()> mayGoOn)>;
    VerificationRounds(Timer& timer, const Clock& clock, VerifyBefore due);

    /// How old a proof may get; zero: no rounds.
    void setInterval(std::chrono::seconds interval);
    void start();
    void stop() { m_round.stop(); } ///< The customer under way is the last one; see idle().
    bool isOn() const { return m_round.isOn(); }
    bool isIdle() const { return m_round.isIdle(); }

Q_SIGNALS:
    void idle();

private:
    std::chrono::seconds period() const;
    /// How long to rest after it.
    Task<std::optional<async::Round::Pause>> round();

    const Clock& m_clock;
    const VerifyBefore m_due;
    std::chrono::seconds m_interval{0};
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
