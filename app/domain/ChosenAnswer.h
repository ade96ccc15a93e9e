// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

namespace jetbridge {

/// Answer that callbackUrl gives to a verified notification instead of 200, to test how the other
/// side handles it. The notification is stored as always.
struct ChosenAnswer {
    static constexpr int longestDelayMs = 120'000;

    int status = 200; ///< HTTP status, 200 .. 599.
    int delayMs = 0; ///< Delay in milliseconds, 0 .. longestDelayMs.
    bool drop = false; ///< Close the connection without sending a byte.

    bool operator==(const ChosenAnswer&) const = default;
};

/// A chosen answer that is given several times, once for each notification that is stored.
struct Rehearsal {
    static constexpr int mostTimes = 10'000;

    ChosenAnswer answer;
    int times = 0; ///< Number of notifications that will still get this answer; 0: the usual
                   ///< answer.

    /// Checks the bounds. Invalid: the detail names the field.
    Outcome<Done> validate() const;
    bool operator==(const Rehearsal&) const = default;
};

} // namespace jetbridge
