// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "simulator/World.h"
#include "web/Reply.h"

#include <QElapsedTimer>
#include <QHash>
#include <QQueue>

namespace jetbridge::simulator {

/// Limits of requests per second and of concurrent requests for each credential, with the four
/// X-RateLimit headers of every reply.
class RateLimits {
public:
    explicit RateLimits(const Settings& settings);

    /// The state of the limits after a request.
    struct Verdict {
        bool admitted = true;
        int limit = 0;
        int remaining = 0;
        int concurrentLimit = 0;
        int concurrentRemaining = 0;

        void describe(web::Reply& reply) const; ///< Adds the headers to a reply.
        web::Reply refusal() const; ///< Makes a 429 reply.
    };
    /// Counts a request. `nowMs` is SimulatedClock::steadyMs(), which measures the second; `holdMs`
    /// is how long the answer will take, in real time; `concurrentLimit` 0 means the default.
    Verdict admit(const ClientId& client, qint64 nowMs, int holdMs, const QByteArray& lane = {},
        int concurrentLimit = 0);
    void clear() { m_use.clear(); }

private:
    struct Use {
        QQueue<qint64> startedMs; ///< Start times within the last second.
        QHash<QByteArray, QList<qint64>>
            busyUntilMs; ///< By lane, the times of m_real until which answers are still being sent.
    };
    const Settings& m_settings;
    /// Real time: an answer takes its time even while the simulated clock is stopped.
    QElapsedTimer m_real;
    QHash<ClientId, Use> m_use;
};

} // namespace jetbridge::simulator
