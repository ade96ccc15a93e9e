// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/RateLimit.h"

#include <algorithm>

namespace jetbridge::smartrecruiters {

namespace {

constexpr std::chrono::seconds window(1);

/// Returns a number of at least `least` from a header; nullopt if it is missing or invalid.
std::optional<int> figure(const http::Reply& reply, QByteArrayView name, int least)
{
    bool isNumber = false;
    const int value = reply.header(name).trimmed().toInt(&isNumber);
    return isNumber && value >= least ? std::optional(value) : std::nullopt;
}

} // namespace

int RateLimit::taken(Time now) const
{
    const auto notYet = std::upper_bound(m_returning.begin(), m_returning.end(), now);
    const int others = now < m_othersUntil ? m_others : 0;
    return m_underWay + int(m_returning.end() - notYet) + others;
}

bool RateLimit::isFull(const QByteArray& lane) const
{
    return !lane.isEmpty() && m_underWayInLane.value(lane) >= m_figures.atOnceInLane.value(lane, 1);
}

bool RateLimit::maySend(const QByteArray& lane, Time now) const
{
    return now >= m_pausedUntil && m_underWay < mostAtOnce() && !isFull(lane)
        && taken(now) < m_figures.perSecond;
}

std::optional<RateLimit::Time> RateLimit::nextChange(Time now) const
{
    const auto returning = std::upper_bound(m_returning.begin(), m_returning.end(), now);
    std::optional<Time> soonest;
    for (const Time time :
        {returning == m_returning.end() ? now : *returning, m_othersUntil, m_pausedUntil})
        if (time > now && (!soonest || time < *soonest))
            soonest = time;
    return soonest;
}

void RateLimit::sent(const QByteArray& lane)
{
    ++m_underWay;
    if (!lane.isEmpty())
        ++m_underWayInLane[lane];
}

void RateLimit::answered(const WireRequest& request, const http::Reply* reply, Time now)
{
    --m_underWay;
    if (!request.lane.isEmpty())
        --m_underWayInLane[request.lane];
    m_returning.erase(
        m_returning.begin(), std::upper_bound(m_returning.begin(), m_returning.end(), now));
    m_returning.append(now + window);
    if (reply)
        believe(request, *reply, now);
}

void RateLimit::believe(const WireRequest& request, const http::Reply& reply, Time now)
{
    if (const auto limit = figure(reply, "X-RateLimit-Limit", 1)) {
        m_figures.perSecond = *limit;
        m_figures.told = true;
    }
    if (const auto limit = figure(reply, "X-RateLimit-Concurrent-Limit", 1))
        (request.lane.isEmpty() ? m_figures.atOnce : m_figures.atOnceInLane[request.lane]) = *limit;
    m_figures.heard = m_figures.heard || m_figures.told || request.tellsLimits;
    // Requests that SmartRecruiters counts and that are not ours come from another program with the
    // same credential.
    if (const auto remaining = figure(reply, "X-RateLimit-Remaining", 0)) {
        const int ours = m_underWay + int(m_returning.size());
        m_others = std::max(0, m_figures.perSecond - *remaining - ours);
        m_othersUntil = now + window;
    }
}

void RateLimit::pause(Time until)
{
    m_pausedUntil = std::max(m_pausedUntil, until);
}

void RateLimit::forget()
{
    m_figures = Figures();
    m_others = 0;
    m_pausedUntil = Time(0);
}

RateUse RateLimit::use(Time now) const
{
    RateUse use;
    use.perSecond = m_figures.perSecond;
    use.used = std::min(taken(now), use.perSecond);
    use.atOnce = m_figures.atOnce;
    use.underWay = m_underWay;
    use.pausedFor = std::max(Time(0), m_pausedUntil - now);
    use.told = m_figures.told;
    return use;
}

bool RateLimit::isIdle(Time now) const
{
    return taken(now) == 0 && now >= m_pausedUntil;
}

} // namespace jetbridge::smartrecruiters
