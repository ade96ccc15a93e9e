// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"

#include <QElapsedTimer>

#include <atomic>

namespace jetbridge::simulator {

/// The one clock of the simulator: the computer's, moved forward or stopped from the control
/// interface.
class SimulatedClock : public Clock {
public:
    SimulatedClock() { m_real.start(); }

    QDateTime now() const override;
    /// Goes on while the clock stands, is moved forward with it and never back: limits and lockouts
    /// end whatever is done to the time of day.
    qint64 steadyMs() const override { return m_real.elapsed() + m_advancedMs; }
    void advance(qint64 seconds)
    {
        m_shiftMs += seconds * 1000;
        m_advancedMs += seconds * 1000;
    }
    /// Stops the clock at this moment; only advance() moves it then.
    void freezeAt(const QDateTime& moment);
    void unfreeze();
    bool isFrozen() const { return m_frozenAtMs >= 0; }
    qint64 shiftSeconds() const { return m_shiftMs / 1000; }

private:
    QElapsedTimer m_real;
    std::atomic<qint64> m_shiftMs{0};
    std::atomic<qint64> m_advancedMs{0}; ///< In all.
    std::atomic<qint64> m_frozenAtMs{-1};
};

} // namespace jetbridge::simulator
