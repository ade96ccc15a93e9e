// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "ports/Vault.h"

#include <QList>
#include <QString>

namespace jetbridge::storage {

/// Contents of a registry in outline, for comparing a copy with it.
struct RegistryInventory {
    int schema = 0;
    qint64 customers = 0;
    QStringList environments;
    /// Every item that the vault may hold for this registry.
    QList<VaultKey> secrets;
    /// Items of the current customers; a customer whose item is missing must be onboarded again.
    QList<VaultKey> needed;
};

/// Copies the registry of a data folder as it stands at one moment, while other programs go on
/// using it. Blocks. StorageUnavailable: it cannot be read, or `file` cannot be written; then no
/// file is left behind.
Outcome<RegistryInventory> copyRegistry(const QString& folder, const QString& file);

/// Makes the copied registry in `folder` independent: its keychain items get names that no other
/// folder uses, so that storing them overwrites nothing. It also migrates the registry to the
/// current schema and reads all of it.
Outcome<RegistryInventory> adoptRegistry(const QString& folder);

Outcome<RegistryInventory> inventoryOf(const QString& folder);

} // namespace jetbridge::storage
