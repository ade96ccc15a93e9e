// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/JournalKeeper.h"
#include "flows/Services.h"

namespace jetbridge {

/// Records that the vault works and holds no credentials for this integration: in the row
/// (NoCredentials) and once in the journal. Rows that cannot be verified anyway stay as they are.
Task<Outcome<Done>> noteMissingCredentials(JournalKeeper keeper, Integration row);

/// Searches for missing credentials at start: the registry may be here without its keychain, on
/// another computer or for another user. If the vault may be incomplete, it looks up the
/// credentials of one page of customers. `after` is empty or the result of the previous call; an
/// empty result means that this was the last page.
///
/// A vault that cannot be asked changes nothing (VaultUnavailable).
Task<Outcome<QString>> findMissingCredentials(Services services, QString after);

} // namespace jetbridge
