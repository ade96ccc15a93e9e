// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge::storage {

/// The largest item a vault takes: a much larger one makes libsecret end the whole process.
inline constexpr qsizetype largestVaultItem = 64 * 1024;

/// Invalid when an item is too large for a vault.
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
