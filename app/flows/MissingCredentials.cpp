// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/MissingCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr int pageSize = 200;

Task<Outcome<Done>> lookAt(Services services, Integration row)
{
    const auto isThere =
        co_await services.vault.has(VaultKey::customer(services.environment, row.id));
    if (!isThere)
        co_return passOn(isThere);
    if (*isThere)
        co_return Done{};
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    co_return co_await noteMissingCredentials(keeper, row);
}

} // namespace

Task<Outcome<Done>> noteMissingCredentials(JournalKeeper keeper, Integration row)
{
    if (!mayBeVerified(row.status) || row.status == IntegrationStatus::NoCredentials)
        co_return Done{};
    const IntegrationStatus before = row.status;
    row.status = IntegrationStatus::NoCredentials;
    row.statusDetail = Message::of("no_customer_credentials");
    const Failure why{FailureKind::NotFound, 0, u"no_customer_credentials"_s, row.statusDetail, {}};
    const auto noted = co_await keeper.write(
        keeper.failedLine(Step::Prove, why, -1), IntegrationChange(row, before));
    // The row was changed or removed meanwhile, and that state is the newer one.
    if (!noted && noted.error().kind == FailureKind::Conflict)
        co_return Done{};
    co_return noted;
}

Task<Outcome<QString>> findMissingCredentials(Services services, QString after)
{
    Integrations::Query query;
    query.statuses = {IntegrationStatus::Live, IntegrationStatus::Expiring,
        IntegrationStatus::Unproved, IntegrationStatus::Failing};
    query.limit = pageSize;
    query.afterKey = after;
    const auto page = co_await services.integrations.page(query);
    if (!page)
        co_return passOn(page);
    if (page->rows.isEmpty())
        co_return QString();
    // This is checked first, so that the start of the program does not ask anybody for a password.
    const auto open = co_await services.vault.isOpen();
    if (!open)
        co_return passOn(open);
    const auto state = co_await services.vault.state();
    if (!state)
        co_return passOn(state);
    if (*state == VaultState::Whole)
        co_return QString();
    for (const Integration& row : page->rows) {
        const auto looked = co_await lookAt(services, row);
        if (!looked)
            co_return passOn(looked);
    }
    if (!page->nextKey.isEmpty())
        co_return QString(page->nextKey);
    const auto marked = co_await services.vault.markWhole();
    if (!marked)
        co_return passOn(marked);
    co_return QString();
}

} // namespace jetbridge
