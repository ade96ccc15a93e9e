// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ForgetCustomer.h"

#include "flows/JournalKeeper.h"
#include "flows/StagedClients.h"
#include "flows/StoredIntegration.h"
#include "flows/UnknownOutcome.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Removes a customer's credentials. The keychain comes first: if a later step fails, everything
/// can be repeated.
Task<Outcome<Done>> removeCredentials(Services services, Integration integration)
{
    const auto managed = co_await keepManagement(services, integration);
    if (!managed)
        co_return passOn(managed);
    const auto removed =
        co_await services.vault.remove(VaultKey::customer(services.environment, integration.id));
    if (!removed)
        co_return passOn(removed);
    const auto ofRun =
        co_await services.vault.remove(VaultKey::run(services.environment, integration.onboarding));
    if (!ofRun)
        co_return passOn(ofRun);
    services.tokens.drop(integration.clientId);
    if (!integration.issuedClientId.isEmpty()) {
        const auto withdrawn = co_await services.issuedClients.withdraw(integration.issuedClientId);
        if (!withdrawn)
            co_return passOn(withdrawn);
    }
    const JournalKeeper keeper(
        services.journal, services.clock, integration.onboarding, integration.company);
    co_return co_await keeper.write(keeper.line(Step::Removed, StepState::Done));
}

} // namespace

Task<Outcome<Integration>> deleteCredentials(Services services, IntegrationId id)
{
    const auto found = co_await storedIntegration(services.integrations, id);
    if (!found)
        co_return passOn(found);
    Integration integration = *found;
    if (integration.status != IntegrationStatus::Disabled)
        co_return failed(FailureKind::Invalid,
            u"\"%1\" is not disabled (%2): its credentials are still of use. To "
            "remove the customer altogether, forget it."_s.arg(
                id.text(), integrationStatusName(integration.status)));
    const auto removed = co_await removeCredentials(services, integration);
    if (!removed)
        co_return passOn(removed);
    integration.statusDetail = Message::of("disabled_and_deleted");
    const auto saved = co_await services.integrations.save(
        IntegrationChange(integration, IntegrationStatus::Disabled));
    if (!saved && saved.error().kind == FailureKind::Conflict) // another program changed the row,
                                                               // and its status is the newer one
        co_return co_await storedIntegration(services.integrations, id);
    if (!saved)
        co_return passOn(saved);
    co_return integration;
}

Task<Outcome<Integration>> forgetCustomer(Services services, IntegrationId id)
{
    const auto integration = co_await storedIntegration(services.integrations, id);
    if (!integration)
        co_return passOn(integration);
    if (id == unknownOutcomeId(integration->onboarding)) // the next start would find the unknown
                                                         // outcome again
        co_return failed(FailureKind::Invalid, Message::of("resolve_not_forget", {id.text()}));
    // The former integrations go, too, because nothing else would show them any more.
    const auto former = co_await services.integrations.former(integration->company);
    if (!former)
        co_return passOn(former);
    for (const FormerIntegration& one : *former) {
        const auto removed = co_await removeCredentials(services, one.integration);
        if (!removed)
            co_return passOn(removed);
    }
    const auto removed = co_await removeCredentials(services, *integration);
    if (!removed)
        co_return passOn(removed);
    const auto forgotten = co_await services.integrations.forget(id);
    if (!forgotten)
        co_return passOn(forgotten);
    co_return integration;
}

} // namespace jetbridge
