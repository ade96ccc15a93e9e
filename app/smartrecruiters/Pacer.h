// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "ports/Clock.h"
#include "ports/Timer.h"
#include "smartrecruiters/RateLimit.h"

#include <map>
#include <memory>

namespace jetbridge::smartrecruiters {

/// Schedules calls: sends them in the order of their arrival when their credential's limits allow
/// it, and tells how long to wait before a failed call is repeated. Lives on one thread.
class Pacer : public std::enable_shared_from_this<Pacer> {
public:
    /// The most tries of one call.
    static constexpr int mostTries = 4;
    /// The longest wait; if SmartRecruiters asks for more, calls fail instead.
    static constexpr std::chrono::seconds longestPause{120};

    /// All three must outlive this object.
    Pacer(Timer& timer, const Clock& clock, Randomness& randomness);

    /// Waits for the request's turn, and at least for `pause`. Fails with RateLimited when
    /// SmartRecruiters asks for a longer pause than longestPause, and with Cancelled on
    /// cancelAll(). After its turn, the caller must call answered().
    Task<Outcome<Done>> turn(WireRequest request, std::chrono::milliseconds pause);

    /// Reports the result of the `tried`th try of a request whose turn it was. Returns how long to
    /// wait before the next try; nullopt: there is none (RFC 9110 9.2.2: never for a request that
    /// may be sent only once).
    std::optional<std::chrono::milliseconds> answered(
        const WireRequest& request, const Outcome<http::Reply>& reply, int tried);

    /// Ends the calls that wait for their turn as Cancelled.
    void cancelAll();
    /// Resets the limits, which are unknown for another server.
    void forget();

    /// Returns how many calls wait for their turn.
    int waiting() const;
    /// Returns the use of the credentials that were used lately.
    QList<RateUse> use() const;

private:
    using Time = RateLimit::Time;

    /// A waiting call; it is part of the call's coroutine.
    struct Waiting {
        QByteArray lane;
        Time notBefore;
        async::Later<Outcome<Done>> turn; ///< Settled when the call's turn has come.
    };
    struct Credential {
        RateLimit limit;
        QList<Waiting*> queue;
        Time alarm{0}; ///< When the timer rings for this credential; 0: it does not.
        bool isReleasing = false;
    };

    Credential& credentialOf(const ClientId& client);
    /// Lets the waiting calls continue whose turn has come.
    void releaseDue(const ClientId& client, Credential& credential);
    void wakeLater(const ClientId& client, Credential& credential);
    std::chrono::milliseconds backOff(int tried);

    Timer& m_timer;
    const Clock& m_clock;
    Randomness& m_randomness;
    std::map<ClientId, Credential> m_credentials; ///< References to its elements stay valid.
    std::size_t m_sweepAt = 64;
};

} // namespace jetbridge::smartrecruiters
