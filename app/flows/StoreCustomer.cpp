// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StoreCustomer.h"

#include "flows/KeepSecret.h"

namespace jetbridge {

namespace {

Task<Outcome<Done>> keepAndSave(
    Vault& vault, Integrations& integrations, VaultKey key, UnstoredCustomer customer)
{
    const auto kept = co_await keepSecret(vault, key, customer.credentials.toJson());
    if (!kept)
        co_return passOn(kept);
    co_return co_await integrations.save(customer.integration);
}

} // namespace

Task<Outcome<Done>> storeCustomer(JournalKeeper keeper, Vault& vault, Integrations& integrations,
    QString environment, UnstoredCustomer customer)
{
    const VaultKey key = VaultKey::customer(environment, customer.credentials.integrationId);
    const std::function<Task<Outcome<Done>>()> store = [&vault, &integrations, key, customer] {
        return keepAndSave(vault, integrations, key, customer);
    };
    // Not even a journal that cannot be written keeps a secret from the vault: it was shown for the
    // only time.
    const auto journalledStore = co_await journalled<Done>(keeper, Step::Store, store);
    if (!journalledStore && journalledStore.error().kind == FailureKind::StorageUnavailable)
        co_await keepSecret(vault, key, customer.credentials.toJson());
    co_return journalledStore;
}

} // namespace jetbridge
