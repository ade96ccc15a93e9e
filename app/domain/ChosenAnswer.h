// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

namespace jetbridge {

/// What callbackUrl answers a verified notification instead of 200, to see how the other side takes
/// it. The notification is kept as always.
struct ChosenAnswer {
    static constexpr int longestDelayMs = 120'000;

    int status = 200; ///< 200 .. 599
    int delayMs = 0; ///< 0 .. longestDelayMs
    bool drop = false; ///< End the connection without a byte.

    bool operator==(const ChosenAnswer&) const = default;
};

/// The same answer several times, one for each notification that is kept.
struct Rehearsal {
    static constexpr int mostTimes = 10'000;

    ChosenAnswer answer;
    int times = 0; ///< Notifications that are still answered like this; 0: as usual.

    /// Invalid names the field that is out of its bounds.
    Outcome<Done> validate() const;
    bool operator==(const Rehearsal&) const = default;
};

} // namespace jetbridge
