// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"

#include "async/Signal.h"
#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "console/Detached.h"
#include "console/RunLock.h"
#include "console/UnstoredCustomers.h"
#include "flows/ForgetCustomer.h"
#include "flows/GeneratedPair.h"
#include "flows/MissingCredentials.h"
#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"
#include "flows/VerifyDue.h"

#include <QElapsedTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// How long the start waits for the search for missing credentials.
constexpr std::chrono::milliseconds longestSearch{2000};

} // namespace

Customers::Customers(const Services& services, Parts parts)
    : m_services(services)
    , m_parts(std::move(parts))
    , m_rounds(
          m_parts.timer, m_services.clock, [this](QDateTime before, std::function<bool()> mayGoOn) {
              return verifyDue(m_services, before, proofRequest(), mayGoOn);
          })
{
    connect(&m_parts.current, &CurrentEnvironment::changed, this, [this] {
        const std::chrono::hours interval(m_parts.current.environment().verifyEveryHours);
        if (std::exchange(m_interval, interval) != interval)
            m_rounds.setInterval(interval);
    });
}

ProofRequest Customers::proofRequest() const
{
    return {m_parts.current.provableScopes(), m_parts.current.tokenPlace()};
}

JournalKeeper Customers::keeperOf(const Integration& integration) const
{
    return JournalKeeper(
        m_services.journal, m_services.clock, integration.onboarding, integration.company);
}

QStringList Customers::missingConsent(const Integration& integration) const
{
    return scopesToConsentAgain(integration, m_parts.current.provableScopes());
}

Task<Outcome<Integration>> Customers::verify(IntegrationId id)
{
    const auto found = co_await storedIntegration(m_services.integrations, id);
    if (!found)
        co_return passOn(found);
    co_return co_await proveIntegration(m_services, keeperOf(*found), *found, proofRequest());
}

void Customers::verifyOnSchedule(bool on)
{
    if (on && !m_isStopped)
        m_rounds.start();
    else
        m_rounds.stop();
}

Task<Outcome<AccessToken>> Customers::token(IntegrationId id, TokenFrom from)
{
    const auto found = co_await m_services.integrations.find(id);
    if (!found)
        co_return passOn(found);
    if (found->has_value() && (*found)->status == IntegrationStatus::Disabled)
        co_return failed(FailureKind::NotPermitted,
            u"The customer disabled \"%1\": no token is asked for. If it was enabled "
            "again, verify it first."_s.arg(id.text()),
            0, u"integration_disabled"_s);
    const auto stored = co_await credentials(id);
    if (!stored)
        co_return passOn(stored);
    if (from == TokenFrom::SmartRecruiters)
        m_services.tokens.drop(stored->client.clientId);
    co_return co_await m_services.tokens.get(
        stored->client, found->has_value() ? (*found)->onboarding : OnboardingId());
}

Task<Outcome<Done>> Customers::handOver(
    IntegrationId id, Handover handover, DeliverHandover deliver)
{
    auto customer = m_parts.unstored.find(id);
    if (!customer) {
        const auto integration = co_await storedIntegration(m_services.integrations, id);
        if (!integration)
            co_return passOn(integration);
        const auto stored = co_await credentials(id);
        if (!stored)
            co_return passOn(stored);
        customer.emplace(UnstoredCustomer{*stored, *integration, keeperOf(*integration)});
    }
    const Integration& integration = customer->integration;
    co_return co_await jetbridge::handOver(keeperOf(integration), m_parts.encryption,
        m_parts.current.environment(), integration, customer->credentials, handover,
        std::move(deliver));
}

Task<Outcome<CustomerCredentials>> Customers::credentials(IntegrationId id)
{
    return storedCustomerCredentials(m_services.vault, m_services.environment, std::move(id));
}

Task<Outcome<Integration>> Customers::importCustomer(ForeignCustomer customer)
{
    const auto lock =
        RunLock::takeCompany(m_parts.dataFolder, m_services.environment, customer.company);
    if (!lock)
        co_return passOn(lock);
    const OnboardingId onboarding = newOnboardingId(m_services.randomness);
    const auto ofRun = RunLock::takeRun(m_parts.dataFolder, onboarding);
    if (!ofRun)
        co_return passOn(ofRun);
    const JournalKeeper keeper(m_services.journal, m_services.clock, onboarding, customer.company);
    co_return co_await jetbridge::importCustomer(
        m_services, keeper, onboarding, customer, m_parts.current.provableScopes());
}

Task<Outcome<Integration>> Customers::deleteCredentials(IntegrationId id)
{
    auto deleted = co_await jetbridge::deleteCredentials(m_services, std::move(id));
    if (deleted) // what fails now is done at the next start
        disregard(co_await m_parts.clientRegistrations.clear());
    co_return deleted;
}

Task<Outcome<Integration>> Customers::forget(IntegrationId id)
{
    auto forgotten = co_await forgetCustomer(m_services, std::move(id));
    if (forgotten) // what fails now is done at the next start
        disregard(co_await m_parts.clientRegistrations.clear());
    co_return forgotten;
}

Task<Outcome<Done>> Customers::recover()
{
    QElapsedTimer waited;
    waited.start();
    auto missing = co_await findMissingCredentials(m_services, {});
    while (missing && !missing->isEmpty() && !waited.hasExpired(longestSearch.count()))
        missing = co_await findMissingCredentials(m_services, *missing);
    if (missing && !missing->isEmpty())
        runDetached(findMoreMissing(*missing));
    // A locked keychain is no reason not to start.
    if (!missing && missing.error().kind != FailureKind::VaultUnavailable)
        co_return passOn(missing);
    co_return Done{};
}

/// Nobody waits for the rest of many customers.
Task<Outcome<Done>> Customers::findMoreMissing(QString after)
{
    while (!m_isStopped && !after.isEmpty()) {
        const auto next = co_await findMissingCredentials(m_services, after);
        if (!next)
            co_return passOn(next);
        after = *next;
    }
    co_return Done{};
}

void Customers::stop()
{
    m_isStopped = true;
    m_rounds.stop();
}

Task<Done> Customers::settled()
{
    if (!m_rounds.isIdle())
        co_await async::emission(&m_rounds, &VerificationRounds::idle, std::chrono::seconds(5));
    co_return Done{};
}

} // namespace jetbridge
