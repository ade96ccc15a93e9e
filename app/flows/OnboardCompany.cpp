// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/OnboardCompany.h"

#include "flows/KeepSecret.h"
#include "flows/MasterLevel.h"
#include "flows/ProveIntegration.h"
#include "flows/StoredCredentials.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge {

namespace {

/// Generates the customer-level credentials for SmartRecruiters (guide, 3): only the secret's hash
/// is kept.
Task<Outcome<ClientCredentials>> issueClient(OnboardingServices services, OnboardingRequest request)
{
    const auto encoded = [](const QByteArray& bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    // The prefix tells staff whose it is (RFC 9700 4.15.1); 128 random bits make it unique, the
    // registry makes sure.
    ClientCredentials client;
    client.clientId = ClientId(
        QStringLiteral("jetbridge-") + QString::fromLatin1(services.randomness.bytes(16).toHex()));
    QByteArray bytes = services.randomness.bytes(32);
    client.clientSecret = Secret(encoded(bytes));
    wipe(bytes);

    const IssuedClient issued{
        client.clientId, client.clientSecret.sha256(), request.company, request.onboarding, false};
    const auto recorded = co_await services.issuedClients.issue(issued);
    if (!recorded)
        co_return passOn(recorded);
    co_return client;
}

/// SmartRecruiters shows the customer-level credentials once: never ask unless they can be kept.
Task<Outcome<MasterCredentials>> preflight(OnboardingServices services)
{
    const auto keeps = co_await checkVaultKeepsSecrets(services.vault, services.environment);
    if (!keeps)
        co_return passOn(keeps);
    const auto master = co_await storedMasterCredentials(services.vault, services.environment);
    if (!master)
        co_return passOn(master);
    const auto isMaster =
        co_await checkMasterLevel(services.issuedClients, master->client.clientId);
    if (!isMaster)
        co_return passOn(isMaster);
    co_return master;
}

/// The confirm call. A token of the cache may have been revoked before its time: whoever refuses it
/// has done nothing, so that the call may be sent once more, with a fresh one.
Task<Outcome<CustomerCredentials>> confirmed(OnboardingServices services, AccessToken token,
    ClientCredentials master, IntegrationRequest request, MayStillConfirm mayStillConfirm)
{
    auto credentials = co_await services.smartRecruiters.confirm(token, request);
    if (credentials || credentials.error().kind != FailureKind::Refused)
        co_return credentials;
    services.tokens.drop(master.clientId);
    if (!token.isCached || !mayStillConfirm())
        co_return credentials;
    const auto fresh = co_await services.tokens.get(master, request.onboarding);
    if (!fresh)
        co_return passOn(fresh);
    co_return co_await services.smartRecruiters.confirm(*fresh, request);
}

} // namespace

Task<Outcome<Integration>> onboardCompany(OnboardingServices services, JournalKeeper keeper,
    OnboardingRequest request, FinishSetup finish, MayStillConfirm mayStillConfirm,
    HoldUnstored holdUnstored)
{
    const std::function<Task<Outcome<MasterCredentials>>()> getReady = [services] {
        return preflight(services);
    };
    const auto master = co_await journalled<MasterCredentials>(keeper, Step::Preflight, getReady);
    if (!master)
        co_return passOn(master);

    // 2. Exchange Master Credentials for a Bearer Token
    const std::function<Task<Outcome<AccessToken>>()> getToken = [services, client = master->client,
                                                                     request] {
        return services.tokens.get(client, request.onboarding);
    };
    const auto token = co_await journalled<AccessToken>(keeper, Step::Token, getToken);
    if (!token)
        co_return passOn(token);

    // 3. Exchange Customer Level Credentials
    IntegrationRequest confirmation{
        master->appId, request.company, std::nullopt, request.onboarding};
    if (request.bidirectional) {
        const auto issued = co_await issueClient(services, request);
        if (!issued) {
            co_await keeper.settle();
            co_return passOn(issued);
        }
        confirmation.issued = *issued;
    }
    const ClientId issuedClientId =
        confirmation.issued ? confirmation.issued->clientId : ClientId();
    if (!mayStillConfirm()) {
        if (confirmation.issued)
            co_await services.issuedClients.withdraw(issuedClientId);
        co_await keeper.settle();
        co_return failed(
            FailureKind::Cancelled, QStringLiteral("Cancelled before anything was confirmed."));
    }
    const std::function<Task<Outcome<CustomerCredentials>>()> confirm =
        [services, bearer = *token, client = master->client, confirmation, mayStillConfirm] {
            return confirmed(services, bearer, client, confirmation, mayStillConfirm);
        };
    Integration integration;
    integration.company = request.company;
    integration.mode = request.mode;
    integration.bidirectional = request.bidirectional;
    integration.issuedClientId = issuedClientId;
    integration.onboarding = request.onboarding;
    integration.consentedBy = request.consentedBy;
    const auto credentials =
        co_await journalled<CustomerCredentials>(keeper, Step::Confirm, confirm);
    if (!credentials) {
        // With an unknown outcome the client may be in use over there; otherwise nobody knows it.
        const bool unknown = credentials.error().kind == FailureKind::OutcomeUnknown;
        if (confirmation.issued && !unknown)
            co_await services.issuedClients.withdraw(issuedClientId);
        if (unknown)
            co_await rememberUnknownOutcome(
                {services.integrations, services.issuedClients, services.journal, services.clock},
                integration);
        co_return passOn(credentials);
    }

    integration.id = credentials->integrationId;
    integration.clientId = credentials->client.clientId;
    integration.onboardedAt = services.clock.now();
    UnstoredCustomer customer{*credentials, integration, keeper};
    auto stored = co_await storeCustomer(
        services.vault, services.integrations, services.environment, customer);
    if (!stored && stored.error().kind == FailureKind::Conflict) {
        customer.rename();
        stored = co_await storeCustomer(
            services.vault, services.integrations, services.environment, customer);
    }
    if (!stored) {
        customer.why = stored.error();
        holdUnstored(customer);
        co_return passOn(stored);
    }
    integration = customer.integration;

    // 4. Finish the Integration Setup Process
    finish(integration);
    keeper.owe(keeper.line(Step::Finish, StepState::Done, consentDisplayModeName(request.mode)));

    const ProofServices proof{services.environment, services.integrations, services.smartRecruiters,
        services.tokens, services.vault};
    const auto proved =
        co_await proveIntegration(proof, keeper, integration, request.provableScopes);
    co_await keeper.settle();
    // The company is on board whatever the proof says; the row tells how it stands.
    if (!proved)
        integration.statusDetail = proved.error().detail;
    co_return proved ? *proved : integration;
}

} // namespace jetbridge
