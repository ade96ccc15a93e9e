// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/TryWithSimulator.h"

#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Task<Outcome<AccessToken>> tryWithSimulator(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin)
{
    begin(Step::Preflight);
    // Both parties are started: SmartRecruiters, which is the simulator, and the partner's
    // endpoints.
    const auto simulator = co_await topics.simulator.start();
    if (!simulator)
        co_return passOn(simulator);
    const auto endpoints = co_await topics.endpoints.start();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials
    const Application application = topics.endpoints.demoApplication(mode, bidirectional);
    const auto credentials = co_await topics.simulator.registerApplication(application);
    if (!credentials)
        co_return passOn(credentials);

    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    const auto token = co_await topics.partnerAccess.connectPartner(*credentials, onboarding);
    co_return token;
}

Task<Outcome<Done>> startSimulatorIfNoneAnswers(OnboardTopics topics)
{
    if (topics.simulator.isRunning())
        co_return Done{};
    const auto companies = co_await topics.simulator.control().companies();
    if (companies)
        co_return Done{};
    co_return co_await topics.simulator.start();
}

Task<Outcome<AccessToken>> useOwnApplicationAtSimulator(
    OnboardTopics topics, OnboardingId onboarding, BeginStep begin)
{
    begin(Step::Preflight);
    const auto simulator = co_await startSimulatorIfNoneAnswers(topics);
    if (!simulator)
        co_return passOn(simulator);
    // A simulator outside this window has the partner's application already.
    if (!topics.simulator.isRunning())
        co_return co_await useOwnApplication(topics, onboarding, begin);
    const auto endpoints = co_await topics.endpoints.start();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials: those that are stored, if there are any.
    const auto application = co_await topics.partnerAccess.applications().load();
    if (!application)
        co_return passOn(application);
    const auto stored = co_await topics.partnerAccess.masterCredentials();
    if (!stored && stored.error().code != "no_master_credentials"_L1)
        co_return passOn(stored);
    const std::optional<MasterCredentials> known = stored ? std::optional(*stored) : std::nullopt;
    const auto credentials =
        co_await topics.simulator.registerApplication(application->value_or(Application()), known);
    if (!credentials)
        co_return passOn(credentials);

    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    if (known)
        co_return co_await topics.partnerAccess.masterToken(onboarding);
    co_return co_await topics.partnerAccess.connectPartner(*credentials, onboarding);
}

Task<Outcome<AccessToken>> prepare(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin)
{
    if (topics.current.environment().kind != Environment::Kind::Simulator)
        co_return co_await useOwnApplication(topics, onboarding, begin);
    const auto saved = co_await topics.partnerAccess.applications().load();
    if (!saved)
        co_return passOn(saved);
    if (isOwnApplication(topics.endpoints, *saved))
        co_return co_await useOwnApplicationAtSimulator(topics, onboarding, begin);
    co_return co_await tryWithSimulator(topics, onboarding, mode, bidirectional, begin);
}

bool isOwnApplication(const Endpoints& endpoints, const std::optional<Application>& saved)
{
    if (!saved)
        return false;
    const Application demo =
        endpoints.demoApplication(saved->consentDisplayMode, saved->isBidirectional());
    // The demo's addresses are those at which the endpoints listened then.
    const bool isElsewhere = !isLoopback(saved->consentUrl) && saved->consentUrl != demo.consentUrl;
    return isElsewhere || saved->name != demo.name || saved->description != demo.description
        || saved->scopes != demo.scopes;
}

Task<Outcome<AccessToken>> useOwnApplication(
    OnboardTopics topics, OnboardingId onboarding, BeginStep begin)
{
    begin(Step::Preflight);
    const auto endpoints = co_await topics.endpoints.start();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials
    const auto credentials = co_await topics.partnerAccess.masterCredentials();
    if (!credentials)
        co_return passOn(credentials);
    // 2. Exchange Master Credentials for a Bearer Token
    begin(Step::Token);
    const auto token = co_await topics.partnerAccess.masterToken(onboarding);
    co_return token;
}

} // namespace jetbridge::ui
