// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Invocation.h"

namespace jetbridge {
class Onboardings;
}

namespace jetbridge::cli {

/// Whose credentials came but could not be stored, and why; empty: nobody's.
QString unstoredText(const Onboardings& onboardings);

/// Credentials that came must not be lost because the keychain is locked just now: waits until they
/// are stored and proved, and says on stderr what that means. VaultUnavailable: somebody
/// interrupted before.
Task<Outcome<Done>> waitUntilStored(Invocation& invocation);

} // namespace jetbridge::cli
