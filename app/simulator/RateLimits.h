// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "simulator/World.h"
#include "web/Reply.h"

#include <QElapsedTimer>
#include <QHash>
#include <QQueue>

namespace jetbridge::simulator {

/// Requests a second and at a time, counted for each credential, with the four X-RateLimit headers
/// of every reply.
class RateLimits {
public:
    explicit RateLimits(const Settings& settings);

    /// How a request stands against the limits.
    struct Verdict {
        bool admitted = true;
        int limit = 0;
        int remaining = 0;
        int concurrentLimit = 0;
        int concurrentRemaining = 0;

        void describe(web::Reply& reply) const; ///< Adds the headers.
        web::Reply refusal() const; ///< 429.
    };
    /// `nowMs`: SimulatedClock::steadyMs(), by which a second is measured; `holdMs`: how long the
    /// answer will take, in real time; `concurrentLimit`: 0 for the usual one.
    Verdict admit(const ClientId& client, qint64 nowMs, int holdMs, const QByteArray& lane = {},
        int concurrentLimit = 0);
    void clear() { m_use.clear(); }

private:
    struct Use {
        QQueue<qint64> startedMs; ///< Within the last second.
        QHash<QByteArray, QList<qint64>>
            busyUntilMs; ///< By lane: requests whose answers are still on their way, by m_real.
    };
    const Settings& m_settings;
    QElapsedTimer m_real; ///< An answer takes its time even while the simulated clock stands still.
    QHash<ClientId, Use> m_use;
};

} // namespace jetbridge::simulator
