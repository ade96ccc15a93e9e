// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/TryWithSimulator.h"

#include "console/Console.h"
#include "console/SimulatorControl.h"

namespace jetbridge::ui {

Task<Outcome<AccessToken>> tryWithSimulator(Console& console, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin)
{
    begin(Step::Preflight);
    // Both parties are started: SmartRecruiters, which is the simulator, and the partner's
    // endpoints.
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

Task<Outcome<Done>> startSimulatorIfNoneAnswers(Console& console)
{
    if (console.simulatorRuns())
        co_return Done{};
    const auto companies = co_await console.simulatorControl().companies();
    if (companies)
        co_return Done{};
    co_return co_await console.startSimulator();
}

Task<Outcome<AccessToken>> useOwnApplicationAtSimulator(
    Console& console, OnboardingId onboarding, BeginStep begin)
{
    begin(Step::Preflight);
    const auto simulator = co_await startSimulatorIfNoneAnswers(console);
    if (!simulator)
        co_return passOn(simulator);
    // A simulator outside this window has the partner's application already.
    if (!console.simulatorRuns())
        co_return co_await useOwnApplication(console, onboarding, begin);
    const auto endpoints = co_await console.startEndpoints();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials: those that are stored, if there are any.
    const auto application = co_await console.applications().load();
    if (!application)
        co_return passOn(application);
    const auto stored = co_await console.masterCredentials();
    if (!stored && stored.error().code != QLatin1String("no_master_credentials"))
        co_return passOn(stored);
    const std::optional<MasterCredentials> known = stored ? std::optional(*stored) : std::nullopt;
    const auto credentials =
        co_await console.registerWithSimulator(application->value_or(Application()), known);
    if (!credentials)
        co_return passOn(credentials);

    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    if (known)
        co_return co_await console.masterToken(onboarding);
    co_return co_await console.connectPartner(*credentials, onboarding);
}

Task<Outcome<AccessToken>> prepare(Console& console, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin)
{
    if (console.environment().kind != Environment::Kind::Simulator)
        co_return co_await useOwnApplication(console, onboarding, begin);
    const auto saved = co_await console.applications().load();
    if (!saved)
        co_return passOn(saved);
    if (isOwnApplication(console, *saved))
        co_return co_await useOwnApplicationAtSimulator(console, onboarding, begin);
    co_return co_await tryWithSimulator(console, onboarding, mode, bidirectional, begin);
}

bool isOwnApplication(const Console& console, const std::optional<Application>& saved)
{
    if (!saved)
        return false;
    const Application demo =
        console.demoApplication(saved->consentDisplayMode, saved->isBidirectional());
    // The demo's addresses are those at which the endpoints listened then.
    const bool isElsewhere = !isLoopback(saved->consentUrl) && saved->consentUrl != demo.consentUrl;
    return isElsewhere || saved->name != demo.name || saved->description != demo.description
        || saved->scopes != demo.scopes;
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
