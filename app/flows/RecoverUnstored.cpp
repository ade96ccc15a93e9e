// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RecoverUnstored.h"

#include "flows/JournalKeeper.h"
#include "flows/ReplaceFormer.h"
#include "flows/StoredCredentials.h"

namespace jetbridge {

namespace {

Task<Outcome<Done>> recover(RecoverUnstoredServices services, Integration row)
{
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    const auto found =
        co_await storedCustomerCredentials(services.vault, services.environment, row.id);
    // An older set may be there under the same integration.
    if (found && found->client.clientId == row.clientId) {
        row.status = IntegrationStatus::Unproved;
        row.statusDetail = QLatin1String(QT_TRANSLATE_NOOP("Spoken",
            "The program ended right after the credentials were stored: verify the integration."));
        const auto noted =
            co_await keeper.write(keeper.line(Step::Store, StepState::Done,
                                      QLatin1String(QT_TRANSLATE_NOOP("Spoken",
                                          "Found in the keychain after the program had ended."))),
                IntegrationChange(row, IntegrationStatus::Unstored));
        if (!noted)
            co_return passOn(noted);
        co_return co_await replaceFormer(services.integrations, keeper, row);
    }
    if (!found && found.error().kind != FailureKind::NotFound)
        co_return passOn(found);
    row.status = IntegrationStatus::Unknown;
    row.checkedAt = services.clock.now();
    row.statusDetail = QLatin1String(QT_TRANSLATE_NOOP("Spoken",
        "SmartRecruiters confirmed this integration, but the program ended before the keychain had "
        "its customer-level credentials: they are lost. Have the customer disable it and start "
        "again."));
    co_return co_await keeper.write(keeper.line(Step::Store, StepState::Failed,
                                        QLatin1String(QT_TRANSLATE_NOOP("Spoken",
                                            "The program ended before the credentials "
                                            "were stored: they are lost.")),
                                        -1, FailureKind::VaultUnavailable),
        IntegrationChange(row, IntegrationStatus::Unstored));
}

} // namespace

Task<Outcome<Done>> recoverUnstored(RecoverUnstoredServices services, HasEnded hasEnded)
{
    Integrations::Query query;
    query.statuses = {IntegrationStatus::Unstored};
    query.limit = 10'000; // Rarely more than one: a run that was killed in a few milliseconds.
    const auto page = co_await services.integrations.page(query);
    if (!page)
        co_return passOn(page);
    for (const Integration& candidate : page->rows) {
        if (!hasEnded(candidate.onboarding))
            continue;
        // Once more: it may just have come to its end in another program.
        const auto row = co_await services.integrations.find(candidate.id);
        if (!row)
            co_return passOn(row);
        if (!row->has_value() || (*row)->status != IntegrationStatus::Unstored)
            continue;
        const auto recovered = co_await recover(services, **row);
        // Disabled or removed in the meantime: there is nothing to look after any more.
        if (!recovered && recovered.error().kind != FailureKind::Conflict)
            co_return recovered;
    }
    co_return Done{};
}

} // namespace jetbridge
