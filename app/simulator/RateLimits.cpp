// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/RateLimits.h"

#include "simulator/ApiError.h"

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

RateLimits::RateLimits(const Settings& settings)
    : m_settings(settings)
{
    m_real.start();
}

RateLimits::Verdict RateLimits::admit(
    const ClientId& client, qint64 nowMs, int holdMs, const QByteArray& lane, int concurrentLimit)
{
    constexpr qint64 windowMs = 1000;
    Use& use = m_use[client];
    while (!use.startedMs.isEmpty() && use.startedMs.head() <= nowMs - windowMs)
        use.startedMs.dequeue();
    QList<qint64>& busy = use.busyUntilMs[lane];
    const qint64 realMs = m_real.elapsed();
    busy.removeIf([realMs](qint64 until) { return until <= realMs; });

    Verdict verdict;
    verdict.limit = m_settings.requestsPerSecond;
    verdict.concurrentLimit = concurrentLimit > 0 && m_settings.concurrentRequests > 0
        ? concurrentLimit
        : m_settings.concurrentRequests;
    const bool fast = verdict.limit > 0 && use.startedMs.size() >= verdict.limit;
    const bool crowded = verdict.concurrentLimit > 0 && busy.size() >= verdict.concurrentLimit;
    verdict.admitted = !fast && !crowded;
    if (verdict.admitted) {
        if (verdict.limit > 0)
            use.startedMs.enqueue(nowMs);
        if (holdMs > 0)
            busy.append(realMs + holdMs);
    }
    verdict.remaining = qMax(0, verdict.limit - int(use.startedMs.size()));
    verdict.concurrentRemaining = qMax(0, verdict.concurrentLimit - int(busy.size()));
    return verdict;
}

void RateLimits::Verdict::describe(web::Reply& reply) const
{
    if (limit > 0)
        reply.with("X-RateLimit-Limit", QByteArray::number(limit))
            .with("X-RateLimit-Remaining", QByteArray::number(remaining));
    if (concurrentLimit > 0)
        reply.with("X-RateLimit-Concurrent-Limit", QByteArray::number(concurrentLimit))
            .with("X-RateLimit-Concurrent-Remaining", QByteArray::number(concurrentRemaining));
}

web::Reply RateLimits::Verdict::refusal() const
{
    web::Reply reply = apiError(429, u"TOO_MANY_REQUESTS"_s,
        u"Too many requests for this credential: slow down and try again."_s);
    describe(reply);
    return reply;
}

} // namespace jetbridge::simulator
