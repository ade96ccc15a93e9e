// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/SimulatedClock.h"

#include "domain/Utc.h"

namespace jetbridge::simulator {

QDateTime SimulatedClock::now() const
{
    const qint64 frozen = m_frozenAtMs;
    const qint64 base = frozen >= 0 ? frozen : QDateTime::currentMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(base + m_shiftMs, utc);
}

void SimulatedClock::freezeAt(const QDateTime& moment)
{
    m_frozenAtMs = moment.toMSecsSinceEpoch();
    m_shiftMs = 0;
}

void SimulatedClock::unfreeze()
{
    m_frozenAtMs = -1;
    m_shiftMs = 0;
}

} // namespace jetbridge::simulator
