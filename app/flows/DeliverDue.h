// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/DueQueue.h"
#include "ports/Clock.h"
#include "ports/Deliveries.h"
#include "ports/Registry.h"
#include "ports/SinkDriver.h"
#include "ports/Vault.h"

#include <QHash>

#include <functional>
#include <optional>

namespace jetbridge {

/// What this program leaves to others on the data folder for a while: its own keychain is locked,
/// or does not hold a secret that another user's may hold.
class LeftToOthers {
public:
    /// What a failure concerns.
    enum class What { Everything, Sink, Delivery };
    /// Leaves this delivery, or its sink, or everything; the pauses grow to a minute.
    void leave(const Delivery& delivery, What what, const QDateTime& now);
    /// The delivery could be tried.
    void resume(const Delivery& delivery);
    /// Returns when everything may be tried again; nullopt: now.
    std::optional<QDateTime> nothingUntil(const QDateTime& now) const;
    Outbox::Except exceptions(const QDateTime& now) const;
    /// Returns the earlier one of `next` and of the time when something may be tried again.
    std::optional<QDateTime> orAgain(std::optional<QDateTime> next, const QDateTime& now) const;

private:
    struct Pause {
        QDateTime until = {};
        int tries = 0;
        bool lasts(const QDateTime& now) const;
    };
    Pause m_everything;
    QHash<qint64, Pause> m_sinks; ///< By number.
    QHash<qint64, Pause> m_deliveries; ///< By number.
};

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
    LeftToOthers& leftToOthers;
};

/// Delivers what is due, the oldest first, one after the other; the caller holds the lock of the
/// deliveries. Each event is delivered at least once: only the sink's own yes ends it, and one that
/// was under way when the program died is delivered again. What concerns one customer is postponed
/// with that customer's later events; if the sink takes nothing at all, everything for it is
/// postponed. What this program has no secret for stays due for others, who may have it. Returns
/// when the next one is due; nullopt if nothing waits.
Task<Outcome<std::optional<QDateTime>>> deliverDue(DeliveryServices services);

/// Tells whether a failure shows that a sink takes nothing at all, and not only this delivery.
bool takesNothing(FailureKind kind);

/// Reads the secret by which a sink is reached; empty if it has none. That of a webhook are the
/// environment's WebhookSecrets. Refused: the keychain does not hold it.
Task<Outcome<Secret>> storedSinkSecret(Vault& vault, QString environment, Sink sink);

} // namespace jetbridge
