// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "ports/Clock.h"
#include "ports/Timer.h"
#include "smartrecruiters/RateLimit.h"

#include <map>
#include <memory>

namespace jetbridge::smartrecruiters {

/// Lets calls leave when their credential's limits allow it, in the order in which they came, and
/// says how long to wait before one that failed is made again. Lives on one thread.
class Pacer : public std::enable_shared_from_this<Pacer> {
public:
    /// A call is made so often at most.
    static constexpr int mostTries = 4;
    /// Told to wait longer than this, calls fail instead.
    static constexpr std::chrono::seconds longestPause{120};

    /// All three outlive this object.
    Pacer(Timer& timer, const Clock& clock, Randomness& randomness);

    /// Waits for the request's turn, and at least for `pause`. RateLimited: SmartRecruiters asks
    /// for a longer pause than anybody wants to wait for; Cancelled: cancelAll(). Whoever got its
    /// turn says answered() afterwards.
    Task<Outcome<Done>> turn(WireRequest request, std::chrono::milliseconds pause);

    /// What came of the `tried`th try of a request whose turn it was. Returns how long to wait
    /// before the next one; nullopt: there is none (RFC 9110 9.2.2: never for what may be sent once
    /// only).
    std::optional<std::chrono::milliseconds> answered(
        const WireRequest& request, const Outcome<http::Reply>& reply, int tried);

    /// Whoever waits for its turn ends as Cancelled.
    void cancelAll();
    /// Another place: its limits are not known yet.
    void forget();

    /// How many calls wait for their turn.
    int waiting() const;
    /// The credentials that were used lately.
    QList<RateUse> use() const;

private:
    using Time = RateLimit::Time;

    /// A call that waits; lives in its coroutine.
    struct Waiting {
        QByteArray lane;
        Time notBefore;
        async::Later<Outcome<Done>> turn; ///< Settled when it has come.
    };
    struct Credential {
        RateLimit limit;
        QList<Waiting*> queue;
        Time alarm{0}; ///< When the timer rings for it; 0: it does not.
        bool isLettingLeave = false;
    };

    Credential& credentialOf(const ClientId& client);
    void letLeave(const ClientId& client, Credential& credential);
    void wakeLater(const ClientId& client, Credential& credential);
    std::chrono::milliseconds backOff(int tried);

    Timer& m_timer;
    const Clock& m_clock;
    Randomness& m_randomness;
    std::map<ClientId, Credential> m_credentials; ///< References to its elements stay good.
    std::size_t m_sweepAt = 64;
};

} // namespace jetbridge::smartrecruiters
