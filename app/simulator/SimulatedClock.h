// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"

#include <atomic>

namespace jetbridge::simulator {

/// The one clock of the simulator: the computer's, moved forward or stopped from the control
/// interface.
class SimulatedClock : public Clock {
public:
    QDateTime now() const override;
    void advance(qint64 seconds) { m_shiftMs += seconds * 1000; }
    /// Stops the clock at this moment; only advance() moves it then.
    void freezeAt(const QDateTime& moment);
    void unfreeze();
    bool isFrozen() const { return m_frozenAtMs >= 0; }
    qint64 shiftSeconds() const { return m_shiftMs / 1000; }

private:
    std::atomic<qint64> m_shiftMs{0};
    std::atomic<qint64> m_frozenAtMs{-1};
};

} // namespace jetbridge::simulator
