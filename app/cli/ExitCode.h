// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

namespace jetbridge::cli {

/// How a command ends; scripts rely on these numbers.
enum class ExitCode {
    Done = 0,
    Negative = 1, ///< A check or a result is negative.
    Usage = 2, ///< Wrong usage or invalid input.
    Refused = 3, ///< Credentials refused.
    Unreachable = 4, ///< Unreachable or timed out.
    Unknown = 5, ///< It may or may not have happened over there.
    VaultUnavailable = 6,
    Interrupted = 7,
};

/// The one place where a failure becomes a number.
ExitCode exitCodeFor(const Failure& failure);

} // namespace jetbridge::cli
