// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RateUse.h"
#include "smartrecruiters/Wire.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace jetbridge::smartrecruiters {

/// What SmartRecruiters allows one credential: so many requests within any second, and so many at
/// once, fewer in some lanes. 10, 8 and 1 are published; the X-RateLimit headers correct that.
/// Until an answer was read requests leave one by one: less than what is published may be allowed.
///
/// A bucket whose tokens come back one second after the answer: a request counts from when it
/// leaves until then. Over there it arrived in between, so that the limit holds at the other end
/// too, whatever the network does. Times count from any one moment. Nothing here waits.
class RateLimit {
public:
    using Time = std::chrono::milliseconds;

    /// Whether a request may leave now.
    bool mayLeave(const QByteArray& lane, Time now) const;
    /// When that may change by itself; nullopt: an answer must come first.
    std::optional<Time> nextChange(Time now) const;

    void left(const QByteArray& lane);
    /// `reply`: null when none came.
    void answered(const WireRequest& request, const http::Reply* reply, Time now);
    /// Nothing may leave until then.
    void pause(Time until);
    Time pausedUntil() const { return m_pausedUntil; }
    /// The figures are as published again, and nothing is paused: another place.
    void forget();

    /// All but the client and who waits.
    RateUse use(Time now) const;
    /// Nothing is under way, nothing counts any more, nothing is paused.
    bool isIdle(Time now) const;

private:
    int taken(Time now) const;
    int mostAtOnce() const { return m_figures.heard ? m_figures.atOnce : 1; }
    bool isFull(const QByteArray& lane) const;
    void believe(const WireRequest& request, const http::Reply& reply, Time now);

    struct Figures {
        int perSecond = 10;
        int atOnce = 8;
        QHash<QByteArray, int> atOnceInLane; ///< 1 where nothing else was told.
        bool told = false;
        bool heard = false; ///< Told, or an answer said that there is nothing to tell.
    };

    Figures m_figures;
    int m_underWay = 0;
    QHash<QByteArray, int> m_underWayInLane;
    QList<Time> m_returning; ///< When the tokens of answered requests come back, the soonest first.
    int m_others = 0; ///< Requests of this credential that are not ours, as the headers tell.
    Time m_othersUntil{0};
    Time m_pausedUntil{0};
};

} // namespace jetbridge::smartrecruiters
