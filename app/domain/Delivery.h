// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Message.h"
#include "domain/Outcome.h"

#include <QDateTime>

namespace jetbridge {

/// What happened to a customer, as sinks are told it (Sink.h).
enum class DeliveryEvent {
    Connected, ///< There are customer-level credentials.
    Rotated, ///< Other credentials took the place of the earlier ones.
    Disabled, ///< The customer disabled the integration.
    Forgotten, ///< Staff removed the customer or its credentials, or it was onboarded again.
};

QString deliveryEventName(DeliveryEvent event); ///< Returns "connected", "rotated", ...
Outcome<DeliveryEvent> deliveryEventFromName(const QString& name);
/// Tells whether the event hands over credentials; the other events take them back.
bool handsOver(DeliveryEvent event);

/// State of a delivery.
enum class DeliveryState {
    Waiting, ///< Not taken by the sink yet.
    Done, ///< The sink has taken it.
    Superseded, ///< It needed credentials that are gone, because a later event removed them.
    LeftAlone, ///< There was nothing of ours to take back.
    GivenUp, ///< The sink said that it will never take it.
};

QString deliveryStateName(DeliveryState state); ///< Returns "waiting", "done", ...
Outcome<DeliveryState> deliveryStateFromName(const QString& name);

/// Returns the time until which nothing is sent to a sink that wants no more: the end of the year
/// 9999, so not before staff retry.
QDateTime whenStaffRetry();

/// One event of one customer for one sink.
struct Delivery {
    qint64 number = 0; ///< Number assigned by the registry; it gives the order.
    QString id; ///< Stays the same over all tries, so that a receiver can recognise a repetition.
    qint64 sink = 0; ///< Sink::number.
    QString sinkName;
    DeliveryEvent event = DeliveryEvent::Connected;
    CompanyId company;
    IntegrationId integration;
    ClientId client; ///< Customer-level client at the time of the event.
    OnboardingId onboarding; ///< Run that created the integration.
    QDateTime notedAt; ///< Time of the event in UTC.
    int tries = 0; ///< Number of tries that were begun.
    QDateTime due; ///< Time of the next try in UTC.
    QDateTime endedAt; ///< Invalid as long as it is Waiting.
    DeliveryState state = DeliveryState::Waiting;
    QString place; ///< Where the sink put it, for people; empty as long as it is Waiting.
    QString why; ///< Why the last try failed, or why it ended otherwise than Done; no secrets.
    bool isLast = true; ///< There is no later event of this integration for this sink.
};

} // namespace jetbridge
