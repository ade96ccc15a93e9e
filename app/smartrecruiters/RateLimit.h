// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RateUse.h"
#include "smartrecruiters/Wire.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace jetbridge::smartrecruiters {

/// The limits that SmartRecruiters sets for one credential: a number of requests within any second,
/// and a number of concurrent requests, which is lower in some lanes. The published values are 10,
/// 8 and 1; the X-RateLimit headers override them. Until the first answer, requests are sent one at
/// a time, because the real limits may be lower.
///
/// It is a token bucket whose tokens return one second after the answer: a request counts from when
/// it is sent until then. It reached SmartRecruiters in between, so the limit also holds there,
/// whatever the network does. Times count from an arbitrary moment. Nothing here waits.
class RateLimit {
public:
    using Time = std::chrono::milliseconds;

    /// Tells whether a request may be sent now.
    bool maySend(const QByteArray& lane, Time now) const;
    /// Returns when that may change without an answer; nullopt: an answer must come first.
    std::optional<Time> nextChange(Time now) const;

    /// Counts a request that is sent now.
    void sent(const QByteArray& lane);
    /// Updates the limits by an answer; `reply` is null when there was none.
    void answered(const WireRequest& request, const http::Reply* reply, Time now);
    /// Blocks all requests until then.
    void pause(Time until);
    Time pausedUntil() const { return m_pausedUntil; }
    /// Resets the limits to the published values and ends a pause, for another server.
    void forget();

    /// Returns the use of the limits; the client and the number of waiting calls are left empty.
    RateUse use(Time now) const;
    /// Tells whether no request is under way or counted, and nothing is paused.
    bool isIdle(Time now) const;

private:
    int taken(Time now) const;
    int mostAtOnce() const { return m_figures.heard ? m_figures.atOnce : 1; }
    bool isFull(const QByteArray& lane) const;
    void believe(const WireRequest& request, const http::Reply& reply, Time now);

    struct Figures {
        int perSecond = 10;
        int atOnce = 8;
        QHash<QByteArray, int> atOnceInLane; ///< 1 for a lane without a value.
        bool told = false;
        bool heard = false; ///< Limits were received, or an answer showed that the server sends
                            ///< none.
    };

    Figures m_figures;
    int m_underWay = 0;
    QHash<QByteArray, int> m_underWayInLane;
    QList<Time> m_returning; ///< When the tokens of answered requests return, the earliest first.
    int m_others = 0; ///< Requests of this credential that are not ours, by the headers.
    Time m_othersUntil{0};
    Time m_pausedUntil{0};
};

} // namespace jetbridge::smartrecruiters
