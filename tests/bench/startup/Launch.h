// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace jetbridge::bench {

/// The cost of one start of a program, measured from outside.
struct Launch {
    double mappedMs = 0; ///< Time from before fork and exec until its window was mapped.
    double paintedMs = 0; ///< Time until the first pixels were painted in that window.
    /// Memory of its processes together, `settled` after the paint. 0: not readable.
    double pssMiB = 0;
};

/// Starts `command` on $DISPLAY, waits for its window and ends it again.
///
/// Nothing else may open windows on the display: the first large window that appears is taken for
/// the program's. Throws std::runtime_error if there is no display, no Damage extension, or no
/// window within 20 seconds.
Launch launch(const std::vector<std::string>& command);

} // namespace jetbridge::bench
