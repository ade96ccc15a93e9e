// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StoreCustomer.h"

#include "flows/ReplaceFormer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Returns a run's vault item: the credentials together with what else only this run knows of the
/// integration.
Secret itemOfRun(const UnstoredCustomer& customer)
{
    QByteArray bytes = customer.credentials.toJson().reveal().toByteArray();
    QJsonObject item = QJsonDocument::fromJson(bytes).object();
    wipe(bytes);
    item.insert(u"consentDisplayMode"_s, consentDisplayModeName(customer.integration.mode));
    item.insert(u"consentedBy"_s, customer.integration.consentedBy);
    if (customer.integration.scopes)
        item.insert(u"scopes"_s, QJsonArray::fromStringList(*customer.integration.scopes));
    return Secret(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

/// Returns the failure to write the registry, after the vault has taken the credentials. A vault
/// without a key for hashes keeps nothing when the program ends.
Task<Outcome<Done>> onlyInVault(Services services, UnstoredCustomer customer, Failure why)
{
    const auto hasher = co_await services.vault.hasher();
    *customer.isInVault = hasher && hasher->has_value();
    co_return tl::unexpected<Failure>(why);
}

} // namespace

IntegrationId integrationIdOf(
    const CustomerCredentials& credentials, const OnboardingId& onboarding)
{
    return credentials.integrationId.isEmpty() ? IntegrationId(u"unnamed-"_s + onboarding.text())
                                               : credentials.integrationId;
}

void UnstoredCustomer::rename()
{
    integration.id = IntegrationId(integrationIdOf(credentials, integration.onboarding).text()
        + QLatin1Char('.') + integration.company.text());
}

Task<Outcome<Done>> storeCustomer(Services services, UnstoredCustomer customer)
{
    Integrations& integrations = services.integrations;
    const JournalKeeper& keeper = customer.keeper;
    Integration row = customer.integration;
    const QDateTime begin = keeper.now();
    row.status = IntegrationStatus::Unstored;
    row.statusDetail = Message::of("not_in_keychain_yet");
    // If an earlier try has written the row, others may have changed it since, and their changes
    // stay.
    bool isThere = false;
    if (!customer.isFirstTry) {
        const auto there = co_await integrations.find(row.id);
        const bool isTaken = there && there->has_value();
        if (isTaken && (*there)->company != row.company)
            co_return failed(
                FailureKind::Conflict, Message::of("another_companys", {row.id.text()}));
        isThere = isTaken && (*there)->clientId == row.clientId;
    }
    const auto begun = co_await keeper.write(keeper.line(Step::Store, StepState::Started),
        isThere ? std::nullopt : std::optional<IntegrationChange>(row));
    if (!begun && begun.error().kind == FailureKind::Conflict) // another company has taken the id
                                                               // at this very moment
        co_return passOn(begun);

    // The secret goes to the vault even if the registry cannot be written, because it was shown for
    // the only time. Without a row, only the run's name leads back to it.
    const VaultKey underRun = VaultKey::run(services.environment, row.onboarding);
    const VaultKey key = begun ? VaultKey::customer(services.environment, row.id) : underRun;
    *customer.isUnderRun = *customer.isUnderRun || !begun;
    const auto kept = co_await services.vault.store(
        key, begun ? customer.credentials.toJson() : itemOfRun(customer));
    const int elapsed = int(begin.msecsTo(keeper.now()));
    if (!kept) {
        // The failure to store the secret is returned, whether or not its journal line could be
        // written.
        disregard(co_await keeper.write(keeper.failedLine(Step::Store, kept.error(), elapsed)));
        co_return passOn(kept);
    }
    if (!begun)
        co_return co_await onlyInVault(services, customer, begun.error());
    const JournalEntry end = keeper.line(Step::Store, StepState::Done, {}, elapsed);
    auto stored = co_await keeper.write(
        end, IntegrationChange(customer.integration, IntegrationStatus::Unstored));
    if (!stored && stored.error().kind == FailureKind::Conflict) // the customer was disabled
                                                                 // meanwhile
        stored = co_await keeper.write(end);
    if (!stored)
        co_return co_await onlyInVault(services, customer, stored.error());
    // The new credentials are safe whatever happens here: at worst the company is listed twice and
    // the keychain has an item too many.
    disregard(
        co_await replaceFormer(integrations, services.issuedClients, keeper, customer.integration));
    if (*customer.isUnderRun)
        disregard(co_await services.vault.remove(underRun));
    co_return Done{};
}

} // namespace jetbridge
