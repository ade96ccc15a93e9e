// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ProveIntegration.h"

#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"

namespace jetbridge {

namespace {

/// What the API told of the company; empty texts where the scopes do not let us ask.
Task<Outcome<Company>> harmlessCall(
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

} // namespace

Task<Outcome<Company>> callOnBehalf(
    ProofServices services, ClientCredentials client, QStringList scopes, OnboardingId correlation)
{
    const auto token = co_await services.tokens.get(client, correlation);
    if (!token)
        co_return passOn(token);
    auto company = co_await harmlessCall(services, *token, scopes, correlation);
    if (!company && company.error().kind == FailureKind::Refused) {
        // The token was revoked before its time. Reading is safe to repeat: once, with a fresh one.
        services.tokens.drop(client.clientId);
        const auto fresh = co_await services.tokens.get(client, correlation);
        if (!fresh)
            co_return passOn(fresh);
        company = co_await harmlessCall(services, *fresh, scopes, correlation);
    }
    co_return company;
}

bool saysNothing(const Failure& failure)
{
    return failure.kind == FailureKind::Cancelled || failure.kind == FailureKind::Insecure
        || failure.mayRetry();
}

Integration provedBy(const Outcome<Company>& answer, Integration integration, const QDateTime& at)
{
    integration.checkedAt = at;
    if (answer) {
        integration.status = IntegrationStatus::Live;
        integration.statusDetail.clear();
        if (!answer->name.isEmpty())
            integration.companyName = answer->name;
        // Whether `identifier` is the companyId is not documented: say it, do not fail.
        if (!answer->identifier.isEmpty() && answer->identifier != integration.company.text())
            integration.statusDetail = QString::fromLatin1(
                QT_TRANSLATE_NOOP("Spoken", "The API calls this company \"%1\"."))
                                           .arg(answer->identifier);
    } else if (integration.status != IntegrationStatus::Disabled) {
        integration.status = IntegrationStatus::Failing;
        integration.statusDetail = answer.error().detail;
    }
    return integration;
}

Task<Outcome<Integration>> proveIntegration(
    ProofServices services, JournalKeeper keeper, Integration integration, QStringList scopes)
{
    const auto credentials =
        co_await storedCustomerCredentials(services.vault, services.environment, integration.id);
    if (!credentials)
        co_return passOn(credentials);

    const std::function<Task<Outcome<Company>>()> call =
        [services, client = credentials->client, scopes, correlation = integration.onboarding] {
            return callOnBehalf(services, client, scopes, correlation);
        };
    const auto company = co_await journalled<Company>(keeper, Step::Prove, call);
    if (!company && saysNothing(company.error()))
        co_return passOn(company);

    const Integration after = provedBy(company, integration, keeper.now());
    const auto saved = co_await keeper.settle(IntegrationChange(after, integration.status));
    if (saved)
        co_return Integration(after);
    if (saved.error().kind != FailureKind::Conflict)
        co_return passOn(saved);
    const auto settled = co_await keeper.settle();
    if (!settled)
        co_return passOn(settled);
    co_return co_await storedIntegration(services.integrations, integration.id);
}

} // namespace jetbridge
