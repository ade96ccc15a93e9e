// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge {

/// Writes a probe item, reads it back and removes it. VaultUnavailable: no secret must be asked for
/// now.
Task<Outcome<Done>> checkVaultKeepsSecrets(Vault& vault, QString environment);

/// Stores and reads back: only then is a secret safe.
Task<Outcome<Done>> keepSecret(Vault& vault, VaultKey key, Secret value);

} // namespace jetbridge
