// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepSecret.h"

#include <QUuid>

namespace jetbridge {

Task<Outcome<Done>> keepSecret(Vault& vault, VaultKey key, Secret value)
{
    const auto stored = co_await vault.store(key, value);
    if (!stored)
        co_return passOn(stored);
    const auto readBack = co_await vault.read(key);
    if (!readBack)
        co_return passOn(readBack);
    if (!readBack->has_value() || !(*readBack)->equals(value))
        co_return failed(FailureKind::VaultUnavailable,
            QStringLiteral("The keychain took the item but did not give the same one back."));
    co_return Done{};
}

Task<Outcome<Done>> checkVaultKeepsSecrets(Vault& vault, QString environment)
{
    // A name of its own: another program on the same keychain may be looking at the same time.
    const VaultKey key = VaultKey::probe(environment, QUuid::createUuid().toString(QUuid::Id128));
    const auto kept = co_await keepSecret(vault, key, Secret("probe"));
    if (!kept)
        co_return passOn(kept);
    co_return co_await vault.remove(key);
}

} // namespace jetbridge
