// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

namespace jetbridge::cli {

/// Exit code of a command; scripts rely on these numbers.
enum class ExitCode {
    Done = 0,
    Negative = 1, ///< The result of a check or command is negative.
    Usage = 2, ///< Wrong usage or invalid input.
    Refused = 3, ///< The credentials were refused.
    Unreachable = 4, ///< Unreachable or timed out.
    Unknown = 5, ///< It is not known whether the action took place at the other side.
    VaultUnavailable = 6,
    Interrupted = 7,
};

/// Returns the exit code for a failure; this is the only place that decides it.
ExitCode exitCodeFor(const Failure& failure);

} // namespace jetbridge::cli
