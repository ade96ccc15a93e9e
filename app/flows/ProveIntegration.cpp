// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ProveIntegration.h"

#include "flows/StoredCredentials.h"

namespace jetbridge {

namespace {

/// What the API told of the company; empty texts where the scopes do not let us ask.
Task<Outcome<Company>> callOnBehalf(
    ProofServices services, AccessToken token, QStringList scopes, OnboardingId correlation)
{
    if (scopes.contains(QStringLiteral("company_read")))
        co_return co_await services.smartRecruiters.company(token, correlation);
    Outcome<int> count = 0;
    if (scopes.contains(QStringLiteral("jobs_read")))
        count = co_await services.smartRecruiters.jobCount(token, correlation);
    else if (scopes.contains(QStringLiteral("candidates_read")))
        count = co_await services.smartRecruiters.candidateCount(token, correlation);
    if (!count)
        co_return passOn(count);
    co_return Company{};
}

Task<Outcome<Company>> tokenAndCall(
    ProofServices services, ClientCredentials client, QStringList scopes, OnboardingId correlation)
{
    const auto token = co_await services.tokens.get(client, correlation);
    if (!token)
        co_return passOn(token);
    auto company = co_await callOnBehalf(services, *token, scopes, correlation);
    if (!company && company.error().kind == FailureKind::Refused) {
        // The token was revoked before its time. Reading is safe to repeat: once, with a fresh one.
        services.tokens.drop(client.clientId);
        const auto fresh = co_await services.tokens.get(client, correlation);
        if (!fresh)
            co_return passOn(fresh);
        company = co_await callOnBehalf(services, *fresh, scopes, correlation);
    }
    co_return company;
}

} // namespace

Task<Outcome<Integration>> proveIntegration(
    ProofServices services, JournalKeeper keeper, Integration integration, QStringList scopes)
{
    const auto credentials =
        co_await storedCustomerCredentials(services.vault, services.environment, integration.id);
    if (!credentials)
        co_return passOn(credentials);

    const std::function<Task<Outcome<Company>>()> call =
        [services, client = credentials->client, scopes, correlation = integration.onboarding] {
            return tokenAndCall(services, client, scopes, correlation);
        };
    const auto company = co_await journalled<Company>(keeper, Step::Prove, call);
    if (!company && company.error().kind == FailureKind::Cancelled)
        co_return passOn(company);

    integration.checkedAt = keeper.now();
    if (company) {
        integration.status = IntegrationStatus::Live;
        integration.statusDetail.clear();
        if (!company->name.isEmpty())
            integration.companyName = company->name;
        // Whether `identifier` is the companyId is not documented: say it, do not fail.
        if (!company->identifier.isEmpty() && company->identifier != integration.company.text())
            integration.statusDetail = QString::fromLatin1(
                QT_TRANSLATE_NOOP("Spoken", "The API calls this company \"%1\"."))
                                           .arg(company->identifier);
    } else if (integration.status != IntegrationStatus::Disabled) {
        integration.status = IntegrationStatus::Failing;
        integration.statusDetail = company.error().detail;
    }
    const auto saved = co_await keeper.settle(integration);
    if (!saved)
        co_return passOn(saved);
    co_return integration;
}

} // namespace jetbridge
