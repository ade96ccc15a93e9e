// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/Pacer.h"

#include "http/RetryAfter.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds firstPause(500);
constexpr milliseconds longestBackOff(8'000);

/// Tells whether the same call may succeed a little later. A call that timed out has waited long
/// enough.
bool mayPass(const Outcome<http::Reply>& reply)
{
    if (!reply)
        return reply.error().kind == FailureKind::Unreachable;
    return reply->status == 429 || reply->status == 408
        || (reply->status >= 500 && reply->status != 501 && reply->status != 505);
}

Failure pausedTooLong(milliseconds pause)
{
    return {FailureKind::RateLimited, 429, u"retry_after"_s,
        Message::of("paused_by_them",
            {QString::number(std::chrono::ceil<std::chrono::seconds>(pause).count())}),
        {}};
}

} // namespace

Pacer::Pacer(Timer& timer, const Clock& clock, Randomness& randomness)
    : m_timer(timer)
    , m_clock(clock)
    , m_randomness(randomness)
{
}

Pacer::Credential& Pacer::credentialOf(const ClientId& client)
{
    // There may be very many customers, most of them idle.
    if (m_credentials.size() >= m_sweepAt) {
        const Time now = m_timer.elapsed();
        std::erase_if(m_credentials, [now](const auto& entry) {
            const Credential& credential = entry.second;
            return credential.queue.isEmpty() && !credential.isReleasing
                && credential.limit.isIdle(now);
        });
        m_sweepAt = std::max<std::size_t>(64, 2 * m_credentials.size());
    }
    return m_credentials[client];
}

Task<Outcome<Done>> Pacer::turn(WireRequest request, milliseconds pause)
{
    const auto self = shared_from_this();
    Credential& credential = credentialOf(request.credential);
    const Time now = m_timer.elapsed();
    if (const Time paused = credential.limit.pausedUntil() - now; paused > longestPause)
        co_return tl::unexpected<Failure>(pausedTooLong(paused));
    Waiting waiting{request.lane, now + pause, {}};
    credential.queue.append(&waiting);
    releaseDue(request.credential, credential);
    const Outcome<Done> turn = co_await waiting.turn;
    co_return turn;
}

void Pacer::releaseDue(const ClientId& client, Credential& credential)
{
    // A coroutine that resumes may call this function again; the outer loop continues in its place.
    if (std::exchange(credential.isReleasing, true))
        return;
    for (;;) {
        const Time now = m_timer.elapsed();
        const auto next = std::find_if(
            credential.queue.begin(), credential.queue.end(), [&](const Waiting* waiting) {
                return waiting->notBefore <= now && credential.limit.maySend(waiting->lane, now);
            });
        if (next == credential.queue.end())
            break;
        Waiting* first = *next;
        credential.queue.erase(next);
        credential.limit.sent(first->lane);
        first->turn.settle(Done{});
    }
    credential.isReleasing = false;
    wakeLater(client, credential);
}

void Pacer::wakeLater(const ClientId& client, Credential& credential)
{
    if (credential.queue.isEmpty())
        return;
    const Time now = m_timer.elapsed();
    std::optional<Time> soonest = credential.limit.nextChange(now);
    for (const Waiting* waiting : std::as_const(credential.queue))
        if (waiting->notBefore > now && (!soonest || waiting->notBefore < *soonest))
            soonest = waiting->notBefore;
    const bool ringsInTime = credential.alarm > now && soonest && credential.alarm <= *soonest;
    if (!soonest || ringsInTime)
        return;
    credential.alarm = *soonest;
    m_timer.ringAfter(*soonest - now, [weak = weak_from_this(), client] {
        const auto self = weak.lock();
        if (!self)
            return;
        const auto found = self->m_credentials.find(client);
        if (found == self->m_credentials.end())
            return;
        found->second.alarm = Time(0);
        self->releaseDue(client, found->second);
    });
}

milliseconds Pacer::backOff(int tried)
{
    const milliseconds whole =
        std::min(longestBackOff, firstPause * (1 << std::min(tried - 1, 10)));
    // The delay is between half and all of it, so that calls that failed together are not repeated
    // together.
    const auto random = quint8(m_randomness.bytes(1).at(0));
    return whole / 2 + whole * random / 510;
}

std::optional<milliseconds> Pacer::answered(
    const WireRequest& request, const Outcome<http::Reply>& reply, int tried)
{
    const auto self = shared_from_this();
    Credential& credential = m_credentials.at(request.credential);
    const Time now = m_timer.elapsed();
    credential.limit.answered(request, reply ? &*reply : nullptr, now);

    milliseconds pause = backOff(tried);
    const auto told =
        reply && reply->status >= 400 ? retryAfter(*reply, m_clock.now()) : std::nullopt;
    if (told)
        pause = std::max<milliseconds>(pause, *told);
    if (reply && (reply->status == 429 || (reply->status == 503 && told)))
        credential.limit.pause(now + pause);
    if (const Time paused = credential.limit.pausedUntil() - now; paused > longestPause)
        for (Waiting* waiting : std::exchange(credential.queue, {}))
            waiting->turn.settle(tl::unexpected<Failure>(pausedTooLong(paused)));
    releaseDue(request.credential, credential);

    const bool goesOn =
        !request.once && tried < mostTries && mayPass(reply) && pause <= longestPause;
    return goesOn ? std::optional(pause) : std::nullopt;
}

void Pacer::cancelAll()
{
    QList<Waiting*> all;
    for (auto& [client, credential] : m_credentials)
        all += std::exchange(credential.queue, {});
    for (Waiting* waiting : std::as_const(all))
        waiting->turn.settle(failed(FailureKind::Cancelled, Message::of("stopped_before_sending")));
}

void Pacer::forget()
{
    for (auto& [client, credential] : m_credentials) {
        credential.limit.forget();
        releaseDue(client, credential);
    }
}

int Pacer::waiting() const
{
    return std::accumulate(m_credentials.begin(), m_credentials.end(), 0,
        [](int sum, const auto& entry) { return sum + int(entry.second.queue.size()); });
}

QList<RateUse> Pacer::use() const
{
    QList<RateUse> all;
    const Time now = m_timer.elapsed();
    for (const auto& [client, credential] : m_credentials) {
        RateUse use = credential.limit.use(now);
        use.client = client;
        use.waiting = int(credential.queue.size());
        all.append(use);
    }
    return all;
}

} // namespace jetbridge::smartrecruiters
