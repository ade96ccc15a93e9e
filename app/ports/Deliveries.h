// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sink.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// The sinks of one environment.
class Sinks {
public:
    virtual ~Sinks() = default;
    /// Adds a sink, which gets every event from now on, and returns its number. `withExisting`: it
    /// also gets the customers who have credentials now. Conflict: the name is taken.
    virtual Task<Outcome<qint64>> add(Sink sink, bool withExisting) = 0;
    /// Removes a sink with its deliveries.
    virtual Task<Outcome<Done>> remove(qint64 number) = 0;
    /// Returns all sinks in the order in which they were added.
    virtual Task<Outcome<QList<Sink>>> all() = 0;
};

/// Deliveries of one environment. The registry adds them by itself: each event is written for each
/// sink in the transaction of the change that it is about.
///
/// Only one program at a time may take deliveries (RunLock::takeDeliveries), so that the events of
/// a customer stay in order.
class Outbox {
public:
    virtual ~Outbox() = default;

    /// Selects deliveries; every field that is set narrows the result.
    struct Query {
        qint64 sink = 0;
        IntegrationId integration = {};
        CompanyId company = {};
        qint64 number = 0;
        bool isWaiting = false; ///< Only those that are not ended.
        int limit = 200;
    };

    /// What a program leaves to the others on the data folder.
    struct Except {
        QList<qint64> sinks = {}; ///< All deliveries to these sinks.
        QList<qint64> numbers = {}; ///< These deliveries.
    };

    /// Takes the oldest delivery that is due at `now` and counts one more try, which is on disk
    /// before anything leaves. A delivery is never due as long as an earlier one of the same
    /// company for the same sink waits. nullopt if nothing is due.
    virtual Task<Outcome<std::optional<Delivery>>> take(QDateTime now, Except except) = 0;
    Task<Outcome<std::optional<Delivery>>> take(QDateTime now) { return take(now, Except()); }
    /// Gives back a delivery that this program could not try: the try does not count, and the
    /// delivery stays due for others.
    virtual Task<Outcome<Done>> giveBack(qint64 number, QString why) = 0;
    /// Ends a delivery. `state` is not Waiting.
    virtual Task<Outcome<Done>> end(
        qint64 number, DeliveryState state, QDateTime at, QString place, QString why) = 0;
    virtual Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) = 0;
    /// Postpones everything for this sink until `due`, also what is noted later; 0: for any sink.
    /// whenStaffRetry(): until retry().
    virtual Task<Outcome<Done>> postponeSink(qint64 sink, QDateTime due) = 0;
    /// Returns when the next delivery is due; nullopt if nothing waits but for staff.
    virtual Task<Outcome<std::optional<QDateTime>>> nextDue(Except except) = 0;
    Task<Outcome<std::optional<QDateTime>>> nextDue() { return nextDue(Except()); }
    /// Makes what waits and matches due at once, ends the pause of its sinks, and returns its
    /// number.
    virtual Task<Outcome<int>> retry(Query query) = 0;
    /// Returns deliveries, the newest first.
    virtual Task<Outcome<QList<Delivery>>> list(Query query) = 0;
    /// Counts what waits for a sink.
    virtual Task<Outcome<int>> waiting(qint64 sink) = 0;
};

} // namespace jetbridge
