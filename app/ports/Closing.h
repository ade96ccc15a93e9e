// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "ports/Task.h"

namespace jetbridge {

/// What whoever waits is told when the program, or what it waits for, goes.
inline tl::unexpected<Failure> programIsClosing()
{
    return failed(FailureKind::Cancelled, QStringLiteral("The program is closing."));
}

/// What `task` gives; Cancelled as soon as `scope` ends.
template <typename T> Task<Outcome<T>> within(async::Scope& scope, Task<Outcome<T>> task)
{
    return scope.within(std::move(task), Outcome<T>(programIsClosing()));
}

} // namespace jetbridge
