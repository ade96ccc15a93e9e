// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/SmartRecruiters.h"

#include <QHash>

#include <chrono>
#include <memory>

namespace jetbridge::smartrecruiters {

class Pacer;
class Wire;

/// Time limits of a call, from its start to the last byte of its answer.
struct TimeLimits {
    std::chrono::milliseconds ordinary{20'000};
    /// The confirm call gets more time, because giving up on it leaves an unknown outcome.
    std::chrono::milliseconds confirm{60'000};
};

/// SmartRecruiters' API over HTTP, in one environment. Lives on one thread with an event loop. The
/// recorder is told each secret before it is sent, or as soon as it is received.
class HttpSmartRecruiters final : public SmartRecruiters {
public:
    /// Makes a client for one environment. `recorder` may be null; `clock` and `recorder` must
    /// outlive the client. Without a `pacer`, calls are sent at once and are not repeated.
    HttpSmartRecruiters(Environment environment, const Clock& clock, ExchangeRecorder* recorder,
        std::shared_ptr<Pacer> pacer = nullptr, TimeLimits limits = {});
    ~HttpSmartRecruiters() override; ///< Aborts calls under way.

    /// Sets the environment of new calls; calls under way are not affected.
    void setEnvironment(Environment environment);

    /// Ends every call, waiting or under way, as Cancelled; a confirm call that was already sent
    /// ends as OutcomeUnknown.
    void abortAll();

    /// Returns how far SmartRecruiters' clock is ahead of ours, by the last answer with a date;
    /// nullopt if there was none.
    std::optional<std::chrono::seconds> clockSkew() const;

    Task<Outcome<AccessToken>> token(ClientCredentials client, OnboardingId correlation) override;
    Task<Outcome<CustomerCredentials>> confirm(
        AccessToken master, IntegrationRequest request) override;
    Task<Outcome<Company>> company(AccessToken customer, OnboardingId correlation) override;
    Task<Outcome<int>> count(
        Listing listing, AccessToken customer, OnboardingId correlation) override;

private:
    std::shared_ptr<Wire> m_wire; ///< Shared with the calls under way, like the pacer.
    std::shared_ptr<Pacer> m_pacer;
    const Clock& m_clock;
    ExchangeRecorder* m_recorder;
    TimeLimits m_limits;
    QHash<ClientId, Secret> m_secrets; ///< Secrets of the clients that asked for tokens here. An
                                       ///< answer to a token's bearer may echo its client's secret.
};

} // namespace jetbridge::smartrecruiters
