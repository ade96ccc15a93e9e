// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace jetbridge::bench {

/// What one start of a program cost, seen from outside it.
struct Launch {
    double mappedMs = 0; ///< From before fork and exec until its window was mapped.
    double paintedMs = 0; ///< Until the first pixels arrived in that window.
    double pssMiB = 0; ///< Of its processes together, `settled` after the paint. 0: not readable.
};

/// Starts `command` on $DISPLAY, waits for its window and ends it again.
///
/// The display must be quiet: the first large window that appears is taken for the program's.
/// Throws std::runtime_error: no display, no Damage extension, or no window within 20 seconds.
Launch launch(const std::vector<std::string>& command);

} // namespace jetbridge::bench
