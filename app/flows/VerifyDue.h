// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/ProveIntegration.h"

#include <functional>

namespace jetbridge {

/// What a round of verifications works with; everything outlives it as long as `mayGoOn`.
struct VerifyDueServices {
    ProofServices proof;
    Journal& journal;
    const Clock& clock;
    std::function<bool()> mayGoOn;
};

/// Verifies whoever was last verified before `dueBefore`, one after the other, and returns how many
/// answered. The history gets a line only where the status changed.
///
/// No answer changes nothing. Ends early with the failure when three in a row get none, when vault
/// or storage fail, and as Cancelled when it may not go on.
Task<Outcome<int>> verifyDue(VerifyDueServices services, QDateTime dueBefore, QStringList scopes);

} // namespace jetbridge
