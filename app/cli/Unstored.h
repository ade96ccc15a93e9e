// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Invocation.h"

namespace jetbridge {
class Onboardings;
}

namespace jetbridge::cli {

/// Describes the credentials that arrived but could not be stored, and why; empty if there are
/// none.
QString unstoredText(const Onboardings& onboardings);

/// Says of companies that only the registry misses them: their credentials are in the keychain.
QString keptText(const QString& companies);

/// Waits until all credentials that arrived are stored and proved, so that a locked keychain does
/// not lose them, and explains on stderr why it waits. If somebody interrupts it before that:
/// VaultUnavailable: they are lost; StorageUnavailable: the keychain has them.
Task<Outcome<Done>> waitUntilStored(Invocation& invocation);

} // namespace jetbridge::cli
