// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

namespace jetbridge {

/// Lets a coroutine run to its end although nobody waits for it, and nobody hears how it ended.
template <typename T> void runDetached(Task<T>&&) { }

} // namespace jetbridge
