// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "ports/Task.h"

namespace jetbridge {

/// Failure for a caller that still waits when the program, or the object it waits for, is closed.
inline tl::unexpected<Failure> programIsClosing()
{
    return failed(FailureKind::Cancelled, QStringLiteral("The program is closing."));
}

/// Awaits `task` and returns its result; Cancelled as soon as `scope` ends.
template <typename T> Task<Outcome<T>> within(async::Scope& scope, Task<Outcome<T>> task)
{
    return scope.within(std::move(task), Outcome<T>(programIsClosing()));
}

} // namespace jetbridge
