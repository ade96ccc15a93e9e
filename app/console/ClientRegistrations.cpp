// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ClientRegistrations.h"

#include "console/RunLock.h"
#include "flows/AnnounceClient.h"
#include "flows/RegisterClient.h"

#include <algorithm>

namespace jetbridge {

namespace {

using namespace std::chrono_literals;

using State = ClientRegistrationState;

// Of the tries in the background: the pause doubles.
constexpr async::Round::Pause firstPause = 30s;
constexpr async::Round::Pause longestPause = 15min;

} // namespace

ClientRegistrations::ClientRegistrations(const Services& services,
    std::function<PartnerServers()> servers, Timer& timer, QString dataFolder)
    : m_services(services)
    , m_servers(std::move(servers))
    , m_dataFolder(std::move(dataFolder))
    , m_pause(firstPause)
    , m_round(timer.alarm(), [this] { return round(); })
{
}

Task<Outcome<Done>> ClientRegistrations::keepToken(Environment environment, Secret token)
{
    return keepRegistrationToken(
        m_services.vault, environment.name, environment.registration, std::move(token));
}

Task<Outcome<Done>> ClientRegistrations::keepSecret(Environment environment, Secret secret)
{
    return keepWebhookSecret(m_services.vault, environment.name, std::move(secret));
}

Task<Outcome<Done>> ClientRegistrations::endRotation(Environment environment)
{
    return endWebhookRotation(m_services.vault, environment.name);
}

Task<Outcome<Done>> ClientRegistrations::settle()
{
    return settleRegistrations(m_services,
        [folder = m_dataFolder](const OnboardingId& run) { return !RunLock::isHeld(folder, run); });
}

Task<Outcome<Done>> ClientRegistrations::clear(Finishing::Wanted wantedBy)
{
    const auto settled = co_await settle();
    if (!settled)
        co_return settled;
    m_pause = firstPause;
    m_round.wake(firstPause);
    const Finishing which{{}, wantedBy};
    co_return co_await finishRegistrations(m_services, m_servers(), which);
}

Task<Outcome<Done>> ClientRegistrations::clearRun(OnboardingId endedNow)
{
    const auto settled = co_await settleRegistrations(
        m_services, [endedNow](const OnboardingId& run) { return run == endedNow; });
    if (!settled)
        co_return settled;
    m_pause = firstPause;
    m_round.wake(firstPause);
    const Finishing which{endedNow};
    co_return co_await finishRegistrations(m_services, m_servers(), which);
}

Task<Outcome<Registration>> ClientRegistrations::close(OnboardingId onboarding)
{
    return closeRegistration(m_services, std::move(onboarding));
}

Task<Outcome<Done>> ClientRegistrations::recover()
{
    const auto settled = co_await settle();
    // A locked keychain is no reason not to start.
    if (!settled && settled.error().kind != FailureKind::VaultUnavailable)
        co_return settled;
    m_round.start(0ms);
    co_return Done{};
}

Task<std::optional<async::Round::Pause>> ClientRegistrations::round()
{
    // What could not be done now is tried again.
    disregard(co_await within(m_scope, finishRegistrations(m_services, m_servers())));
    const QList<State> states{State::Leaving, State::Confirmed};
    const auto open = co_await within(m_scope, m_services.registrations.in(states));
    if (open && open->isEmpty()) {
        m_pause = firstPause;
        co_return longestPause; // Another program may leave something behind.
    }
    const async::Round::Pause pause = m_pause;
    m_pause = std::min(longestPause, 2 * m_pause);
    co_return pause;
}

} // namespace jetbridge
