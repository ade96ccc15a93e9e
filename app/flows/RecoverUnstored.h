// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"
#include "flows/StoreCustomer.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge {

/// At start: looks after every row whose credentials were shown and whose storing has no known end,
/// because the program was killed in the middle of it. In the keychain: the row is Unproved,
/// nothing is lost. Not there: they are lost, and the row says so (Unknown). Runs of unknown
/// outcome are looked for in the keychain by their own name, which is all that is known of them
/// when the registry could not be written. A keychain that cannot be asked changes nothing
/// (VaultUnavailable): look again when it can.
Task<Outcome<Done>> recoverUnstored(Services services, HasEnded hasEnded);

} // namespace jetbridge
