// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Searches for missing credentials at start: the registry may be here without its keychain, on
/// another computer or for another user. If the vault may be incomplete, it looks for the
/// credentials of one page of customers; the vault records what it lacks, for this keychain alone,
/// and those customers read as NoCredentials. `after` is empty or the result of the previous call;
/// an empty result means that this was the last page.
///
/// A vault that cannot be asked changes nothing (VaultUnavailable).
Task<Outcome<QString>> findMissingCredentials(Services services, QString after);

} // namespace jetbridge
