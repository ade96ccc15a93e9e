// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/TryWithSimulator.h"

#include "console/Console.h"

namespace jetbridge::ui {

Task<Outcome<AccessToken>> tryWithSimulator(Console& console, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin)
{
    begin(Step::Preflight);
    // The two parties: SmartRecruiters, played by the simulator, and the partner's endpoints.
    const auto simulator = co_await console.startSimulator();
    if (!simulator)
        co_return passOn(simulator);
    const auto endpoints = co_await console.startEndpoints();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials
    const Application application = console.demoApplication(mode, bidirectional);
    const auto credentials = co_await console.registerWithSimulator(application);
    if (!credentials)
        co_return passOn(credentials);

    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    const auto token = co_await console.connectPartner(*credentials, onboarding);
    co_return token;
}

Task<Outcome<AccessToken>> useOwnApplication(
    Console& console, OnboardingId onboarding, BeginStep begin)
{
    begin(Step::Preflight);
    const auto endpoints = co_await console.startEndpoints();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials
    const auto credentials = co_await console.masterCredentials();
    if (!credentials)
        co_return passOn(credentials);
    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    const auto token = co_await console.masterToken(onboarding);
    co_return token;
}

} // namespace jetbridge::ui
