// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/DueQueue.h"
#include "ports/Backend.h"
#include "ports/Clock.h"
#include "ports/Registry.h"

#include <functional>
#include <optional>

namespace jetbridge {

/// Services for forwarding notifications to the partner's backend.
struct PassOnServices {
    ForwardQueue& queue;
    Backend& backend;
    const Clock& clock;
    std::function<Standing()> standing;
    std::function<void(const Forward&)> tell; ///< Called with the result of each try.
};

/// Forwards the due notifications to the partner's own backend, the oldest first, one after the
/// other. Each is delivered at least once: only a 2xx removes it from the queue, and one that was
/// under way when the program died is sent again. One that the backend refuses (4xx) is postponed
/// alone; if the backend accepts nothing (no answer, 429, 5xx), all are postponed. Returns when the
/// next one is due; nullopt if the queue is empty.
Task<Outcome<std::optional<QDateTime>>> passOnNotifications(
    PassOnServices services, BackendAddress address);

} // namespace jetbridge
