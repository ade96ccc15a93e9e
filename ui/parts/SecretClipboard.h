// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

namespace jetbridge::ui {

/// Copies a secret, marked so that clipboard managers ignore it. It is removed 30 seconds after the
/// latest copy, or when the program or the session ends, also from the selection that the middle
/// mouse button pastes. Anything that was copied meanwhile stays.
void copyForAWhile(const Secret& secret);

/// Registers a secret that is shown as selectable text: a copy of that text is treated as by
/// copyForAWhile().
void watchCopiesOf(const Secret& shown);

} // namespace jetbridge::ui
