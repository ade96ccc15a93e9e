// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge {

/// Checks that the vault keeps secrets: writes a probe item and removes it. VaultUnavailable: it
/// does not, so no secret may be requested now.
Task<Outcome<Done>> checkVaultKeepsSecrets(Vault& vault, QString environment);

} // namespace jetbridge
