// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/MissingCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr int pageSize = 200;

} // namespace

Task<Outcome<QString>> findMissingCredentials(Services services, QString after)
{
    Integrations::Query query;
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
    // In any status: another user's onboarding may be about to end, or a disabled one to come back.
    for (const Integration& row : page->rows) {
        const auto looked =
            co_await services.vault.has(VaultKey::customer(services.environment, row.id));
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
