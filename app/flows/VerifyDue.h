// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/ProveIntegration.h"
#include "flows/Services.h"

#include <functional>

namespace jetbridge {

/// Verifies whoever was last verified before `dueBefore`, one after the other, and returns how many
/// answered. The history gets a line only where the status changed.
///
/// No answer changes nothing. Ends early with the failure when three in a row get none, when vault
/// or storage fail, and as Cancelled when it may not go on: then the services may be gone, and are
/// not used any more.
Task<Outcome<int>> verifyDue(
    Services services, QDateTime dueBefore, ProofRequest request, std::function<bool()> mayGoOn);

} // namespace jetbridge
