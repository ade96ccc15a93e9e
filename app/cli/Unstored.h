// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Invocation.h"

namespace jetbridge::cli {

/// Credentials that came must not be lost because the keychain is locked just now: waits until they
/// are stored, or somebody interrupts, and says on stderr what that means.
Task<Done> waitUntilStored(Invocation& invocation);

} // namespace jetbridge::cli
