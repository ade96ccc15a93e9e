// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"
#include "flows/StoreCustomer.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge {

/// Recovers, at start, every row whose credentials were received and whose storing has no recorded
/// end, because the program was killed in the middle of it. If the keychain holds them, the row
/// becomes Unproved and nothing is lost; if not, they are lost and the row says so (Unknown). For
/// runs of unknown outcome the keychain is searched for the run's own name, which is all that is
/// known of them if the registry could not be written. A keychain that cannot be asked changes
/// nothing (VaultUnavailable): try again when it can.
Task<Outcome<Done>> recoverUnstored(Services services, HasEnded hasEnded);

} // namespace jetbridge
