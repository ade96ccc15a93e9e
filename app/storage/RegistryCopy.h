// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "ports/Vault.h"

#include <QList>
#include <QString>

namespace jetbridge::storage {

/// What a registry holds, so that a copy can be compared with it.
struct RegistryInventory {
    int schema = 0;
    qint64 customers = 0;
    QStringList environments;
    /// Every item that the vault may have for this registry.
    QList<VaultKey> secrets;
    /// Those of customers that are on board: without them they have to be onboarded again.
    QList<VaultKey> needed;
};

/// Copies the registry of a data folder as it stands at one moment, while other programs go on
/// working with it. For a thread that may wait. StorageUnavailable: it cannot be read, or `file`
/// cannot be written; then nothing is left there.
Outcome<RegistryInventory> copyRegistry(const QString& folder, const QString& file);

/// Makes the copied registry in `folder` one of its own: its items in the keychain get names that
/// no other folder has, so that whatever is stored for it overwrites nothing. Brings it to today's
/// schema and reads all of it.
Outcome<RegistryInventory> adoptRegistry(const QString& folder);

Outcome<RegistryInventory> inventoryOf(const QString& folder);

} // namespace jetbridge::storage
