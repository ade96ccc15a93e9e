// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/MissingCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Few, because a command that ends within the search has noted what it has looked for.
constexpr int pageSize = 50;

Task<Outcome<Integrations::Page>> oldestAfter(Services services, QString after, int limit)
{
    Integrations::Query query;
    query.descending = false;
    query.limit = limit;
    query.afterKey = std::move(after);
    return services.integrations.page(query);
}

} // namespace

Task<Outcome<QString>> findMissingCredentials(Services services, QString after)
{
    if (after.isEmpty()) {
        const auto anybody = co_await oldestAfter(services, {}, 1);
        if (!anybody)
            co_return passOn(anybody);
        if (anybody->rows.isEmpty())
            co_return QString();
    }
    // This is checked first, so that the start of the program does not ask anybody for a password.
    const auto open = co_await services.vault.isOpen();
    if (!open)
        co_return passOn(open);
    const auto state = co_await services.vault.state();
    if (!state)
        co_return passOn(state);
    if (*state == VaultState::Whole)
        co_return QString();
    if (after.isEmpty() && *state == VaultState::Unsure) {
        const auto known = co_await services.vault.searchedTo();
        if (!known)
            co_return passOn(known);
        after = *known;
    }
    const auto page = co_await oldestAfter(services, after, pageSize);
    if (!page)
        co_return passOn(page);
    // In any status: another user's onboarding may be about to end, or a disabled one to come back.
    for (const Integration& row : page->rows) {
        const auto looked =
            co_await services.vault.has(VaultKey::customer(services.environment, row.id));
        if (!looked)
            co_return passOn(looked);
    }
    const auto noted =
        co_await (page->nextKey.isEmpty() ? services.vault.markWhole()
                                          : services.vault.noteSearchedTo(page->nextKey));
    if (!noted)
        co_return passOn(noted);
    co_return QString(page->nextKey);
}

} // namespace jetbridge
