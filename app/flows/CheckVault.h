// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge {

/// Writes a probe item and removes it. VaultUnavailable: no secret must be asked for now.
Task<Outcome<Done>> checkVaultKeepsSecrets(Vault& vault, QString environment);

} // namespace jetbridge
