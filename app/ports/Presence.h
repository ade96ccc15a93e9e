// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <exception>
#include <memory>

namespace jetbridge {

/// Unwinds a coroutine whose services are gone. Nobody catches it: the task ends with it, unseen.
class ProgramIsClosing : public std::exception { };

/// Whether somebody is still there when a coroutine goes on after a wait. Whoever is gone has taken
/// everything with it that the coroutine would use next, so that it must not go on at all.
class Presence {
public:
    std::weak_ptr<const int> watch() const { return m_token; }

private:
    std::shared_ptr<const int> m_token = std::make_shared<const int>(0);
};

/// What `task` gives, if whoever is watched is still there by then; else whoever awaits it unwinds.
template <typename T> Task<T> whilePresent(std::weak_ptr<const int> watched, Task<T> task)
{
    T result = co_await task;
    if (watched.expired())
        throw ProgramIsClosing();
    co_return result;
}

} // namespace jetbridge
