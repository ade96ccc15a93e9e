// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/CheckVault.h"

#include <QUuid>

namespace jetbridge {

Task<Outcome<Done>> checkVaultKeepsSecrets(Vault& vault, QString environment)
{
    // The item gets a name of its own, because another program on the same keychain may check at
    // the same time.
    const VaultKey key = VaultKey::probe(environment, QUuid::createUuid().toString(QUuid::Id128));
    const auto kept = co_await vault.store(key, Secret("probe"));
    if (!kept)
        co_return passOn(kept);
    co_return co_await vault.remove(key);
}

} // namespace jetbridge
