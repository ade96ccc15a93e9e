// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Backend.h"
#include "ports/Clock.h"
#include "ports/Registry.h"

#include <chrono>
#include <functional>
#include <optional>

namespace jetbridge {

/// What passing on works with.
struct PassOnServices {
    /// Gone: the services are no more, and nothing may be touched after a wait.
    enum class Standing { Here, Stopping, Gone };

    ForwardQueue& queue;
    Backend& backend;
    const Clock& clock;
    std::function<Standing()> standing;
    std::function<void(const Forward&)> tell; ///< What became of each try.
};

/// Gives the partner's own backend what is due, the oldest first, one after the other. Each is
/// given at least once: only a 2xx takes it from the queue, and whatever was under way when the
/// program died is given again. What the backend refuses (4xx) waits alone; when it takes nothing
/// (no answer, 429, 5xx) all wait. Returns when something is due next, nullopt: nothing waits.
Task<Outcome<std::optional<QDateTime>>> passOnNotifications(
    PassOnServices services, BackendAddress address);

/// How long the backend is left alone after so many tries: 1 s, doubled each time, at most 15 min.
std::chrono::seconds pauseAfter(int tries);

} // namespace jetbridge
