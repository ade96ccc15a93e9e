// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/DueQueue.h"
#include "ports/Clock.h"
#include "ports/Deliveries.h"
#include "ports/Registry.h"
#include "ports/SinkDriver.h"
#include "ports/Vault.h"

#include <functional>
#include <optional>

namespace jetbridge {

/// Services for delivering to sinks.
struct DeliveryServices {
    Environment environment;
    Sinks& sinks;
    Outbox& outbox;
    Vault& vault;
    Journal& journal;
    const Clock& clock;
    std::function<SinkDriver&(SinkKind)> driver;
    std::function<Standing()> standing;
    std::function<void(const Delivery&)> tell; ///< Called with the result of each try.
};

/// Delivers what is due, the oldest first, one after the other; the caller holds the lock of the
/// deliveries. Each event is delivered at least once: only the sink's own yes ends it, and one that
/// was under way when the program died is delivered again. What concerns one customer is postponed
/// with that customer's later events; if the sink takes nothing at all, everything for it is
/// postponed. Returns when the next one is due; nullopt if nothing waits.
Task<Outcome<std::optional<QDateTime>>> deliverDue(DeliveryServices services);

/// Tells whether a failure shows that a sink takes nothing at all, and not only this delivery.
bool takesNothing(FailureKind kind);

/// Reads the secret by which a sink is reached; empty if it has none. Refused: the keychain does
/// not hold it.
Task<Outcome<Secret>> storedSinkSecret(Vault& vault, QString environment, Sink sink);

} // namespace jetbridge
