// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"

#include <QElapsedTimer>

#include <atomic>

namespace jetbridge::simulator {

/// The only clock of the simulator: the computer's clock, moved forward or stopped by the control
/// interface.
class SimulatedClock : public Clock {
public:
    SimulatedClock() { m_real.start(); }

    QDateTime now() const override;
    /// Continues while the clock is stopped, moves forward with it, and never goes back: limits and
    /// lockouts end whatever is done to the time of day.
    qint64 steadyMs() const override { return m_real.elapsed() + m_advancedMs; }
    /// Moves the clock forward.
    void advance(qint64 seconds)
    {
        m_shiftMs += seconds * 1000;
        m_advancedMs += seconds * 1000;
    }
    /// Stops the clock at this moment; then only advance() moves it.
    void freezeAt(const QDateTime& moment);
    void unfreeze();
    bool isFrozen() const { return m_frozenAtMs >= 0; }
    qint64 shiftSeconds() const { return m_shiftMs / 1000; }

private:
    QElapsedTimer m_real;
    std::atomic<qint64> m_shiftMs{0};
    std::atomic<qint64> m_advancedMs{0}; ///< Sum of all advances.
    std::atomic<qint64> m_frozenAtMs{-1};
};

} // namespace jetbridge::simulator
