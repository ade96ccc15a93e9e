// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/OnboardCompany.h"

#include "flows/AnnounceClient.h"
#include "flows/CheckVault.h"
#include "flows/GeneratedPair.h"
#include "flows/MasterLevel.h"
#include "flows/ProveIntegration.h"
#include "flows/RegisterClient.h"
#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"
#include "flows/UnknownOutcome.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Context of one onboarding, copied by each step.
struct Run {
    Services services;
    JournalKeeper keeper;
    OnboardingRequest request;
    BeginConfirm beginConfirm;
    HoldUnstored holdUnstored;
};

/// Stages new client credentials at the partner's own server: its authorization server registers
/// them, or its backend is told of them.
Task<Outcome<ClientCredentials>> stagedPair(Run run, TokenService service)
{
    const std::function<Task<Outcome<ClientCredentials>>()> work = [run, service] {
        const OnboardingRequest& request = run.request;
        const QString name = u"%1 / %2 / %3"_s.arg(
            request.application, request.company.text(), request.onboarding.text());
        return service == TokenService::Webhook ? announceClient(
                   run.services, request.webhook, name, request.onboarding, request.company)
                                                : registerClient(run.services, request.registration,
                                                    name, request.onboarding, request.company);
    };
    return journalled<ClientCredentials>(run.keeper, Step::Register, work);
}

/// Returns the client credentials for SmartRecruiters (guide, 3): those that staff made, those that
/// are staged at the partner's server, or new ones. The registry keeps the hash of the secret.
Task<Outcome<ClientCredentials>> issueClient(Run run)
{
    const Services& services = run.services;
    const OnboardingRequest& request = run.request;
    const auto service = tokenServiceOf(request.tokenPlace);
    if (!service)
        co_return passOn(service);
    Outcome<ClientCredentials> client = ClientCredentials();
    if (isStagedThere(*service))
        client = co_await stagedPair(run, *service);
    else if (request.given)
        client = *request.given;
    else
        client = generatedPair(services.randomness, u"jetbridge-"_s);
    if (!client)
        co_return client;
    const auto remembered = co_await services.vault.remember(client->clientSecret);
    if (!remembered)
        co_return passOn(remembered);
    // The registry makes sure that the client id is unique.
    const IssuedClient issued{client->clientId, client->clientSecret.sha256(), request.company,
        request.onboarding, false, {}, *service};
    const auto recorded = co_await services.issuedClients.issue(issued);
    if (!recorded)
        co_return passOn(recorded);
    co_return client;
}

/// Withdraws a client that SmartRecruiters has not received. If that fails, nobody can use the
/// client anyway.
Task<Done> dropClient(Run run, std::optional<ClientCredentials> issued)
{
    if (issued)
        disregard(co_await run.services.issuedClients.withdraw(issued->clientId));
    co_return Done{};
}

/// Checks what must hold before the confirm call. SmartRecruiters shows the customer-level
/// credentials once: they must not be requested unless they can be stored, and never twice.
Task<Outcome<MasterCredentials>> preflight(Services services, OnboardingRequest request)
{
    if (request.bidirectional) {
        const auto served = checkTokenPlace(request.tokenPlace, request.given.has_value());
        if (!served)
            co_return passOn(served);
        if (*served == TokenService::Registration) {
            const auto token = co_await registrationToken(
                services.vault, services.environment, request.registration);
            if (!token)
                co_return passOn(token);
        }
        if (*served == TokenService::Webhook) {
            const auto mayBeTold = co_await checkBackend(services);
            if (!mayBeTold)
                co_return passOn(mayBeTold);
        }
    }
    // The registry and the vault are asked at the same time.
    auto askingRegistry = checkMayConfirm(services.integrations, services.journal, request.company,
        request.onboarding, request.second);
    const auto keeps = co_await checkVaultKeepsSecrets(services.vault, services.environment);
    const auto mayConfirm = co_await askingRegistry;
    if (!mayConfirm)
        co_return passOn(mayConfirm);
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

/// Sends the confirm call. A cached token may have been revoked early; a call that refuses the
/// token has done nothing, so it may be sent once more with a fresh token.
Task<Outcome<CustomerCredentials>> confirmed(Services services, AccessToken token,
    ClientCredentials master, IntegrationRequest request, BeginConfirm beginConfirm)
{
    auto credentials = co_await services.smartRecruiters.confirm(token, request);
    if (credentials || credentials.error().kind != FailureKind::Refused)
        co_return credentials;
    services.tokens.drop(master.clientId);
    if (!token.isCached || !beginConfirm())
        co_return credentials;
    const auto fresh = co_await services.tokens.get(master, request.onboarding);
    if (!fresh)
        co_return passOn(fresh);
    co_return co_await services.smartRecruiters.confirm(*fresh, request);
}

/// Returns what is known of the integration before SmartRecruiters has given its id.
Integration integrationOf(const Run& run, const std::optional<ClientCredentials>& issued)
{
    Integration integration;
    integration.company = run.request.company;
    integration.mode = run.request.mode;
    integration.bidirectional = run.request.bidirectional;
    integration.issuedClientId = issued ? issued->clientId : ClientId();
    integration.onboarding = run.request.onboarding;
    integration.consentedBy = run.request.consentedBy;
    integration.scopes = run.request.provableScopes;
    return integration;
}

// --- The guide's steps

Task<Outcome<MasterCredentials>> getReady(Run run)
{
    const std::function<Task<Outcome<MasterCredentials>>()> work = [run] {
        return preflight(run.services, run.request);
    };
    return journalled<MasterCredentials>(run.keeper, Step::Preflight, work);
}

Task<Outcome<AccessToken>> getMasterToken(Run run, ClientCredentials master)
{
    const std::function<Task<Outcome<AccessToken>>()> work = [run, master] {
        return run.services.tokens.get(master, run.request.onboarding);
    };
    return journalled<AccessToken>(run.keeper, Step::Token, work);
}

/// Rehearses the way back before SmartRecruiters receives the client, because it may request a
/// token at once.
Task<Outcome<WayBack>> rehearse(Run run, ClientCredentials client)
{
    const std::function<Task<Outcome<WayBack>>()> work = [run, client] {
        return rehearseWayBack(
            run.services, run.request.tokenPlace, client, run.request.onboarding);
    };
    return journalled<WayBack>(run.keeper, Step::Rehearse, work);
}

/// Issues a client; nullopt if the integration is one-way.
Task<Outcome<std::optional<ClientCredentials>>> issueClientIfWanted(Run run)
{
    std::optional<ClientCredentials> client;
    if (run.request.bidirectional) {
        const auto issued = co_await issueClient(run);
        if (!issued) {
            // The line that was kept back only says that the token was received.
            disregard(co_await run.keeper.settle());
            co_return passOn(issued);
        }
        client = *issued;
        const auto rehearsed = co_await rehearse(run, *issued);
        if (!rehearsed) {
            co_await dropClient(run, client);
            co_return passOn(rehearsed);
        }
    }
    if (!run.beginConfirm()) {
        co_await dropClient(run, client);
        disregard(co_await run.keeper.settle());
        co_return failed(FailureKind::Cancelled, u"Cancelled before anything was confirmed."_s);
    }
    co_return client;
}

/// Returns the refusal of a confirm call. If its line could not be written, the next start finds a
/// run without an end, and the refusal names the row that it will make of it.
Task<Failure> refusalOf(Run run, Failure refusal)
{
    const OnboardingId onboarding = run.request.onboarding;
    const auto open = co_await run.services.journal.unresolved();
    const bool isOpen = open
        && std::any_of(open->begin(), open->end(),
            [&onboarding](const JournalEntry& line) { return line.onboarding == onboarding; });
    if (isOpen)
        refusal.detail =
            Message::of("refusal_unwritten", {refusal.detail, unknownOutcomeId(onboarding).text()});
    co_return refusal;
}

Task<Outcome<CustomerCredentials>> confirm(
    Run run, MasterCredentials master, AccessToken token, std::optional<ClientCredentials> issued)
{
    const IntegrationRequest confirmation{
        master.appId, run.request.company, issued, run.request.onboarding};
    const std::function<Task<Outcome<CustomerCredentials>>()> work = [run, token, master,
                                                                         confirmation] {
        return confirmed(run.services, token, master.client, confirmation, run.beginConfirm);
    };
    auto credentials = co_await journalled<CustomerCredentials>(run.keeper, Step::Confirm, work);
    if (credentials)
        co_return credentials;
    if (credentials.error().kind != FailureKind::OutcomeUnknown) {
        co_await dropClient(run, issued);
        const Failure refusal = co_await refusalOf(run, credentials.error());
        co_return tl::unexpected<Failure>(refusal);
    }
    // SmartRecruiters may be using the client. If the row cannot be written, the journal still has
    // the run.
    Integration unknown = integrationOf(run, issued);
    unknown.statusDetail = credentials.error().detail;
    disregard(co_await rememberUnknownOutcome(run.services, unknown));
    co_return credentials;
}

Task<Outcome<Integration>> store(
    Run run, CustomerCredentials credentials, std::optional<ClientCredentials> issued)
{
    Integration integration = integrationOf(run, issued);
    integration.id = integrationIdOf(credentials, run.request.onboarding);
    credentials.issued = issued;
    integration.statusDetail = credentials.note;
    if (!credentials.note.isEmpty())
        run.keeper.owe(run.keeper.line(Step::Confirm, StepState::Done, credentials.note));
    integration.clientId = credentials.client.clientId;
    integration.onboardedAt = run.services.clock.now();
    UnstoredCustomer customer{credentials, integration, run.keeper};
    customer.isFirstTry = true;
    auto stored = co_await storeCustomer(run.services, customer);
    if (!stored && stored.error().kind == FailureKind::Conflict) {
        customer.rename();
        stored = co_await storeCustomer(run.services, customer);
    }
    if (stored)
        co_return customer.integration;
    customer.why = stored.error();
    customer.isFirstTry = false;
    run.holdUnstored(customer);
    co_return passOn(stored);
}

/// Proves the integration. The company is onboarded whatever the result; the row shows it.
Task<Integration> prove(Run run, Integration integration)
{
    const auto proved = co_await proveIntegration(
        run.services, run.keeper, integration, {run.request.provableScopes});
    disregard(co_await run.keeper.settle());
    Integration after = proved ? *proved : integration;
    if (!proved)
        after.statusDetail = proved.error().detail;
    // What was odd about the answer is in the journal, whatever the proof says.
    else if (after.statusDetail.isEmpty())
        after.statusDetail = integration.statusDetail;
    // The registry has more than this run's rehearsal: SmartRecruiters may have used the client
    // since the confirm call.
    if (after.bidirectional)
        if (const auto stored = co_await storedIntegration(run.services.integrations, after.id))
            after.wayBack = stored->wayBack;
    co_return after;
}

} // namespace

Task<Outcome<Integration>> onboardCompany(Services services, JournalKeeper keeper,
    OnboardingRequest request, FinishSetup finish, BeginConfirm beginConfirm,
    HoldUnstored holdUnstored)
{
    const Run run{services, keeper, request, beginConfirm, holdUnstored};
    // 1. Obtain Partner-Level (Master) Credentials
    const auto master = co_await getReady(run);
    if (!master)
        co_return passOn(master);

    // 2. Exchange Master Credentials for a Bearer Token
    const auto token = co_await getMasterToken(run, master->client);
    if (!token)
        co_return passOn(token);

    // 3. Exchange Customer Level Credentials
    const auto issued = co_await issueClientIfWanted(run);
    if (!issued)
        co_return passOn(issued);
    const auto credentials = co_await confirm(run, *master, *token, *issued);
    if (!credentials)
        co_return passOn(credentials);
    const auto integration = co_await store(run, *credentials, *issued);
    if (!integration)
        co_return passOn(integration);

    // 4. Finish the Integration Setup Process
    finish(*integration, master->client);
    keeper.owe(keeper.line(
        Step::Finish, StepState::Done, Message::inWords(consentDisplayModeName(request.mode))));
    co_return co_await prove(run, *integration);
}

} // namespace jetbridge
