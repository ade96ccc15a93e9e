// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge::storage {

/// Largest size of a vault item in bytes. A much larger item makes libsecret abort the process.
inline constexpr qsizetype largestVaultItem = 64 * 1024;

/// Checks the size of an item. Invalid: it is too large for a vault.
inline Outcome<Done> checkVaultItem(const VaultKey& key, const Secret& value)
{
    if (value.size() <= largestVaultItem)
        return Done{};
    return failed(FailureKind::Invalid,
        QStringLiteral("The vault item \"%1\" has %2 bytes; at most %3 are allowed.")
            .arg(key.text())
            .arg(value.size())
            .arg(largestVaultItem));
}

} // namespace jetbridge::storage
