// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/JournalKeeper.h"
#include "flows/Services.h"

namespace jetbridge {

/// The vault works and has no credentials for this integration: the row says so (NoCredentials),
/// and the journal once. Rows that cannot be verified anyway stay as they are.
Task<Outcome<Done>> noteMissingCredentials(JournalKeeper keeper, Integration row);

/// At start: the registry may be here without the keychain it belongs to, on another computer or
/// for another user. Where the vault is not sure to be whole, looks for the credentials of a page
/// of customers; `after` is empty, or what the page before returned. Empty: that was the last one.
///
/// A vault that cannot be asked changes nothing (VaultUnavailable).
Task<Outcome<QString>> findMissingCredentials(Services services, QString after);

} // namespace jetbridge
