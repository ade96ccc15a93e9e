// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ClientRegistrations.h"

#include "console/CurrentEnvironment.h"
#include "console/Detached.h"
#include "console/RunLock.h"

namespace jetbridge {

ClientRegistrations::ClientRegistrations(
    const Services& services, const CurrentEnvironment& current, QString dataFolder)
    : m_services(services)
    , m_current(current)
    , m_dataFolder(std::move(dataFolder))
{
}

Task<Outcome<Done>> ClientRegistrations::keepToken(Environment environment, Secret token)
{
    return keepRegistrationToken(
        m_services.vault, environment.name, environment.registration, std::move(token));
}

Task<Outcome<Done>> ClientRegistrations::settle()
{
    return settleRegistrations(m_services,
        [folder = m_dataFolder](const OnboardingId& run) { return !RunLock::isHeld(folder, run); });
}

Task<Outcome<Done>> ClientRegistrations::clear()
{
    const auto settled = co_await settle();
    if (!settled)
        co_return settled;
    co_return co_await removeLeaving(m_services, m_current.application().oauthTokenUrl);
}

Task<Outcome<Done>> ClientRegistrations::clearRun(OnboardingId endedNow)
{
    const auto settled = co_await settleRegistrations(
        m_services, [endedNow](const OnboardingId& run) { return run == endedNow; });
    if (!settled)
        co_return settled;
    co_return co_await removeLeaving(m_services, m_current.application().oauthTokenUrl, endedNow);
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
    runDetached(removeLeaving(m_services, m_current.application().oauthTokenUrl));
    co_return Done{};
}

} // namespace jetbridge
