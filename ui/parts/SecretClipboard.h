// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"

namespace jetbridge::ui {

/// Copies a secret, marked so that clipboard managers leave it out. 30 seconds after the latest
/// copy, or when the program quits or the session ends, it is taken back, also from the selection
/// that the middle mouse button pastes. What somebody copied meanwhile stays.
void copyForAWhile(const Secret& secret);

/// The secret is shown as text that can be selected and copied: treats such a copy like
/// copyForAWhile().
void watchCopiesOf(const Secret& shown);

} // namespace jetbridge::ui
