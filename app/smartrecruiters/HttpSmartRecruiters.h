// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/SmartRecruiters.h"

#include <chrono>
#include <memory>

namespace jetbridge::smartrecruiters {

class Pacer;
class Wire;

/// How long a call may take from its start to the last byte of its answer.
struct TimeLimits {
    std::chrono::milliseconds ordinary{20'000};
    /// The confirm call gets longer: giving up on it leaves an unknown outcome.
    std::chrono::milliseconds confirm{60'000};
};

/// SmartRecruiters over HTTP, in one environment. Lives on one thread with an event loop. The
/// recorder is told each secret before it leaves, or as soon as it was read.
class HttpSmartRecruiters final : public SmartRecruiters {
public:
    /// `recorder` may be null; `clock` and `recorder` outlive this object. Without a `pacer` calls
    /// leave at once, and once.
    HttpSmartRecruiters(Environment environment, const Clock& clock, ExchangeRecorder* recorder,
        std::shared_ptr<Pacer> pacer = nullptr, TimeLimits limits = {});
    ~HttpSmartRecruiters() override; ///< Aborts what is under way.

    /// Calls under way end where they began; new ones go to the new place.
    void setEnvironment(Environment environment);

    /// Ends every call, waiting or under way: Cancelled, but OutcomeUnknown for a confirm call that
    /// had left.
    void abortAll();

    /// How far SmartRecruiters' clock is ahead of ours, by its last answer; nullopt: it did not
    /// say.
    std::optional<std::chrono::seconds> clockSkew() const;

    Task<Outcome<AccessToken>> token(ClientCredentials client, OnboardingId correlation) override;
    Task<Outcome<CustomerCredentials>> confirm(
        AccessToken master, IntegrationRequest request) override;
    Task<Outcome<Company>> company(AccessToken customer, OnboardingId correlation) override;
    Task<Outcome<int>> count(
        Listing listing, AccessToken customer, OnboardingId correlation) override;

private:
    std::shared_ptr<Wire> m_wire; ///< Shared with the calls under way, as the pacer is.
    std::shared_ptr<Pacer> m_pacer;
    const Clock& m_clock;
    ExchangeRecorder* m_recorder;
    TimeLimits m_limits;
};

} // namespace jetbridge::smartrecruiters
