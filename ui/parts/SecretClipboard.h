// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

namespace jetbridge::ui {

/// Copies a secret for 30 seconds, marked so that clipboard managers leave it out. What somebody
/// copied meanwhile stays.
void copyForAWhile(const Secret& secret);

} // namespace jetbridge::ui
