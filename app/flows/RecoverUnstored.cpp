// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RecoverUnstored.h"

#include "domain/Json.h"
#include "flows/JournalKeeper.h"
#include "flows/ReplaceFormer.h"
#include "flows/StoredCredentials.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr auto foundLater = "ended_after_storing";

/// Number of the newest customers whose lost credentials are looked for again. Each start of each
/// command does it, until staff have resolved them.
constexpr int mostLookedFor = 20;

/// Stores the credentials that the keychain holds under the name of the row's run, written there
/// while the registry could not be written. False: there are none.
Task<Outcome<bool>> storeWhatIsUnderRun(Services services, Integration unfinished)
{
    const auto item =
        co_await services.vault.read(VaultKey::run(services.environment, unfinished.onboarding));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return false;
    const QByteArray json = (*item)->reveal().toByteArray();
    const auto credentials = CustomerCredentials::fromJson(json);
    if (!credentials)
        co_return passOn(credentials);
    const auto known = jsonObject(json);
    if (!known)
        co_return passOn(known);

    const JournalKeeper keeper(
        services.journal, services.clock, unfinished.onboarding, unfinished.company);
    if (unfinished.status == IntegrationStatus::Unknown)
        keeper.owe(keeper.line(Step::Confirm, StepState::Done, Message::of("answer_found_later")));
    Integration row = unfinished;
    row.id = integrationIdOf(*credentials, row.onboarding);
    row.clientId = credentials->client.clientId;
    row.status = IntegrationStatus::Unproved;
    row.statusDetail = Message::of(foundLater);
    row.checkedAt = {};
    row.consentedBy = known->value("consentedBy"_L1).toString();
    if (const QJsonValue scopes = known->value("scopes"_L1); scopes.isArray())
        row.scopes = scopes.toVariant().toStringList();
    if (const auto mode =
            consentDisplayModeFromName(known->value("consentDisplayMode"_L1).toString()))
        row.mode = *mode;
    UnstoredCustomer customer{*credentials, row, keeper};
    *customer.isUnderRun = true;
    auto stored = co_await storeCustomer(services, customer);
    if (!stored && stored.error().kind == FailureKind::Conflict) {
        customer.rename();
        stored = co_await storeCustomer(services, customer);
    }
    if (!stored)
        co_return passOn(stored);
    co_return true;
}

/// Finishes a row whose credentials the keychain holds under its own name. False: there are none.
Task<Outcome<bool>> finishWhatIsStored(Services services, Integration row)
{
    const auto found =
        co_await currentCustomerCredentials(services.vault, services.environment, row);
    if (!found && found.error().kind != FailureKind::NotFound)
        co_return passOn(found);
    if (!found)
        co_return false;
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    const IntegrationStatus before = std::exchange(row.status, IntegrationStatus::Unproved);
    row.statusDetail = Message::of(foundLater);
    row.checkedAt = {}; // nothing was proved with these
    const auto noted = co_await keeper.write(
        keeper.line(Step::Store, StepState::Done, Message::of("stored_found_later")),
        IntegrationChange(row, before));
    if (!noted)
        co_return passOn(noted);
    const auto replaced =
        co_await replaceFormer(services.integrations, services.issuedClients, keeper, row);
    if (!replaced)
        co_return passOn(replaced);
    co_return true;
}

Task<Outcome<Done>> recover(Services services, Integration row)
{
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    const auto stored = co_await finishWhatIsStored(services, row);
    if (!stored)
        co_return passOn(stored);
    if (*stored)
        co_return Done{};
    const auto underRun = co_await storeWhatIsUnderRun(services, row);
    if (!underRun)
        co_return passOn(underRun);
    if (*underRun)
        co_return Done{};
    row.status = IntegrationStatus::Unknown;
    row.checkedAt = services.clock.now();
    row.statusDetail = Message::of("credentials_lost");
    co_return co_await keeper.write(
        keeper.line(Step::Store, StepState::Failed, Message::of("ended_before_storing"), -1,
            FailureKind::VaultUnavailable),
        IntegrationChange(row, IntegrationStatus::Unstored));
}

/// Looks once more for credentials that were called lost: that was said of one keychain, and
/// another user or computer on the data folder may have them. Nobody is asked for a password
/// because of it.
Task<Outcome<Done>> lookForLost(Services services, Integration row)
{
    const auto open = co_await services.vault.isOpen();
    if (!open)
        co_return Done{};
    const auto stored = co_await finishWhatIsStored(services, row);
    if (!stored && stored.error().kind != FailureKind::Conflict)
        co_return passOn(stored);
    co_return Done{};
}

/// Returns the rows of one status whose runs have ended in every program.
Task<Outcome<QList<Integration>>> ended(
    Services services, IntegrationStatus status, HasEnded hasEnded)
{
    Integrations::Query query;
    query.statuses = {status};
    query.limit = 10'000; // There is rarely more than one: a run that was killed within a few
                          // milliseconds.
    const auto page = co_await services.integrations.page(query);
    if (!page)
        co_return passOn(page);
    QList<Integration> rows;
    for (const Integration& candidate : page->rows) {
        if (!hasEnded(candidate.onboarding))
            continue;
        // The row is read again, because another program may just have finished it.
        const auto row = co_await services.integrations.find(candidate.id);
        if (!row)
            co_return passOn(row);
        if (row->has_value() && (*row)->status == status)
            rows.append(**row);
    }
    co_return rows;
}

} // namespace

Task<Outcome<Done>> recoverUnstored(Services services, HasEnded hasEnded)
{
    const auto unstored = co_await ended(services, IntegrationStatus::Unstored, hasEnded);
    if (!unstored)
        co_return passOn(unstored);
    for (const Integration& row : *unstored) {
        const auto recovered = co_await recover(services, row);
        // If the customer was disabled or removed meanwhile, there is nothing left to recover.
        if (!recovered && recovered.error().kind != FailureKind::Conflict)
            co_return recovered;
    }
    const auto unknown = co_await ended(services, IntegrationStatus::Unknown, hasEnded);
    if (!unknown)
        co_return passOn(unknown);
    int lost = 0;
    for (const Integration& row : *unknown) {
        if (row.id != unknownOutcomeId(row.onboarding)) {
            if (++lost > mostLookedFor)
                continue;
            const auto looked = co_await lookForLost(services, row);
            if (!looked)
                co_return passOn(looked);
            continue;
        }
        const auto found = co_await storeWhatIsUnderRun(services, row);
        if (!found)
            co_return passOn(found);
    }
    co_return Done{};
}

} // namespace jetbridge
