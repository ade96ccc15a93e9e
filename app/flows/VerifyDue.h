// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/ProveIntegration.h"

#include <functional>

namespace jetbridge {

/// Services of a round of verifications; they must outlive it as long as `mayGoOn` returns true.
struct VerifyDueServices {
    ProofServices proof;
    Journal& journal;
    const Clock& clock;
    std::function<bool()> mayGoOn;
};

/// Verifies the customers that were last verified before `dueBefore`, one after the other, and
/// returns how many answered. The history gets a line only where the status changed.
///
/// A verification without an answer changes nothing. The round ends early with a failure when three
/// in a row get no answer or when vault or storage fail, and with Cancelled when it may not
/// continue.
Task<Outcome<int>> verifyDue(VerifyDueServices services, QDateTime dueBefore, QStringList scopes);

} // namespace jetbridge
