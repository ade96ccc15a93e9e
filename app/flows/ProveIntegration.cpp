// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ProveIntegration.h"

#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Scopes that allow reading a list, ordered so that lists that reveal least about people come
/// first.
constexpr std::array listings{
    std::pair("jobs_read", Listing::Jobs),
    std::pair("configuration_read", Listing::Departments),
    std::pair("users_read", Listing::Users),
    std::pair("candidates_read", Listing::Candidates),
};

Task<Outcome<Proof>> harmlessCall(
    Services services, AccessToken token, QStringList scopes, OnboardingId correlation)
{
    if (scopes.contains(u"company_read"_s)) {
        const auto company = co_await services.smartRecruiters.company(token, correlation);
        if (!company)
            co_return passOn(company);
        co_return Proof{true, *company, token.origin};
    }
    for (const auto& [scope, listing] : listings) {
        if (!scopes.contains(QLatin1String(scope)))
            continue;
        const auto count = co_await services.smartRecruiters.count(listing, token, correlation);
        if (!count)
            co_return passOn(count);
        co_return Proof{true, {}, token.origin};
    }
    co_return Proof{false, {}, token.origin};
}

constexpr auto tokenOnly = "only_a_token";

} // namespace

void tellEnd(const Proof& proof, JournalEntry& line)
{
    if (proof.wasCalled)
        return;
    line.code = QLatin1String(tokenOnlyCode);
    line.detail = Message::of(tokenOnly);
}

Task<Outcome<Proof>> callOnBehalf(
    Services services, ClientCredentials client, QStringList scopes, OnboardingId correlation)
{
    const auto token = co_await services.tokens.get(client, correlation);
    if (!token)
        co_return passOn(token);
    auto proof = co_await harmlessCall(services, *token, scopes, correlation);
    if (!proof && proof.error().kind == FailureKind::Refused) {
        // The token was revoked early. Reading is safe to repeat, once, with a fresh token.
        services.tokens.drop(client.clientId);
        const auto fresh = co_await services.tokens.get(client, correlation);
        if (!fresh)
            co_return passOn(fresh);
        proof = co_await harmlessCall(services, *fresh, scopes, correlation);
    }
    co_return proof;
}

bool saysNothing(const Failure& failure)
{
    return failure.kind == FailureKind::Cancelled || failure.kind == FailureKind::Insecure
        || failure.code == QLatin1String(otherOrigin) || failure.mayRetry();
}

Task<Integration> withWayBack(Services services, std::optional<TokenPlace> rehearseAt,
    CustomerCredentials credentials, Integration integration)
{
    // A disabled customer's client is withdrawn: that it gets no token is no fault.
    if (!rehearseAt || !integration.bidirectional || !credentials.issued
        || integration.status == IntegrationStatus::Disabled
        || credentials.issued->clientId != integration.issuedClientId)
        co_return integration;
    const auto rehearsed = co_await rehearseWayBack(
        services, *rehearseAt, *credentials.issued, integration.onboarding);
    if (rehearsed) {
        integration.wayBack.rehearsedAt = rehearsed->rehearsedAt;
        integration.wayBack.rehearsedBy = rehearsed->rehearsedBy;
        integration.wayBack.refusedAt = {};
    } else if (!isWayBackUnreached(rehearsed.error())) {
        integration.wayBack.refusedAt = services.clock.now();
        integration.wayBack.refusal = rehearsed.error().detail;
    }
    co_return integration;
}

Integration provedBy(const Outcome<Proof>& answer, Integration integration, const QDateTime& at)
{
    integration.checkedAt = at;
    if (answer && !answer->wasCalled) {
        integration.status = IntegrationStatus::Unproved;
        integration.statusDetail = Message::of(tokenOnly);
    } else if (answer) {
        integration.status = IntegrationStatus::Live;
        integration.statusDetail = {};
        const Company& company = answer->company;
        if (!company.name.isEmpty())
            integration.companyName = company.name;
        // It is not documented whether `identifier` is the companyId, so a difference is reported
        // and is not an error.
        if (!company.identifier.isEmpty() && company.identifier != integration.company.text())
            integration.statusDetail = Message::of("company_called", {company.identifier});
    } else if (integration.status != IntegrationStatus::Disabled) {
        integration.status = IntegrationStatus::Failing;
        integration.statusDetail = answer.error().detail;
    }
    // Both directions count, also where a token is all that can be proved of the one.
    if (answer
        && wayBackState(integration.bidirectional, integration.wayBack) == WayBackState::Refused) {
        integration.status = IntegrationStatus::Failing;
        integration.statusDetail = integration.wayBack.refusal;
    }
    return integration;
}

Task<Outcome<Integration>> proveIntegration(
    Services services, JournalKeeper keeper, Integration integration, ProofRequest request)
{
    const auto credentials =
        co_await currentCustomerCredentials(services.vault, services.environment, integration);
    if (!credentials)
        co_return passOn(credentials);

    const std::function<Task<Outcome<Proof>>()> call = [services, client = credentials->client,
                                                           scopes = request.scopes,
                                                           correlation = integration.onboarding] {
        return callOnBehalf(services, client, scopes, correlation);
    };
    const auto proof = co_await journalled<Proof>(keeper, Step::Prove, call);
    if (!proof && saysNothing(proof.error()))
        co_return passOn(proof);

    const Integration seen =
        co_await withWayBack(services, request.rehearseAt, *credentials, integration);
    const Integration after = provedBy(proof, seen, keeper.now());
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
