// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/DeliveryText.h"

#include "cli/Describe.h"
#include "console/Deliveries.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(timeText(time)) : QJsonValue();
}

/// Tells when a waiting delivery is tried again; the beginning of time is at once.
QString nextTry(const Delivery& one)
{
    if (one.due >= whenStaffRetry())
        return u"with `deliveries retry`, not before"_s;
    return one.due.toMSecsSinceEpoch() == 0 ? u"at once"_s : timeText(one.due);
}

QString standingOf(const Delivery& one)
{
    const bool isHandedOver = handsOver(one.event);
    switch (one.state) {
    case DeliveryState::Done:
        return isHandedOver
            ? u"in %1 since %2 (%3)"_s.arg(one.sinkName, timeText(one.endedAt), one.place)
            : u"taken back from %1 %2"_s.arg(one.sinkName, timeText(one.endedAt));
    case DeliveryState::Waiting:
        if (one.why.isEmpty())
            return isHandedOver ? u"waits for %1"_s.arg(one.sinkName)
                                : u"waits to be taken back from %1"_s.arg(one.sinkName);
        return (isHandedOver ? u"could not be delivered to %1: %2 Next try: %3"_s
                             : u"could not be taken back from %1: %2 Next try: %3"_s)
            .arg(one.sinkName, one.why, nextTry(one));
    case DeliveryState::LeftAlone:
        return u"nothing to take back from %1: %2"_s.arg(one.sinkName, one.why);
    case DeliveryState::GivenUp:
        return u"%1 takes nothing: %2"_s.arg(one.sinkName, one.why);
    case DeliveryState::Superseded:
        return u"not delivered to %1: %2"_s.arg(one.sinkName, one.why);
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject describe(const Sink& sink)
{
    return {{u"name"_s, sink.name}, {u"kind"_s, sinkKindName(sink.kind)},
        {u"settings"_s, sink.settings}, {u"hasSecret"_s, !sink.secretItem.isEmpty()},
        {u"addedAt"_s, timeOrNull(sink.addedAt)}};
}

QJsonObject describe(const Delivery& delivery)
{
    const bool isPostponed = delivery.state == DeliveryState::Waiting
        && delivery.due.toMSecsSinceEpoch() > 0 // otherwise it is due
        && delivery.due < whenStaffRetry(); // otherwise the sink wants no more
    return {{u"number"_s, delivery.number}, {u"id"_s, delivery.id}, {u"sink"_s, delivery.sinkName},
        {u"event"_s, deliveryEventName(delivery.event)}, {u"companyId"_s, delivery.company.text()},
        {u"integrationId"_s, delivery.integration.text()},
        {u"state"_s, deliveryStateName(delivery.state)}, {u"tries"_s, delivery.tries},
        {u"notedAt"_s, timeOrNull(delivery.notedAt)},
        {u"nextTry"_s, isPostponed ? timeOrNull(delivery.due) : QJsonValue()},
        {u"isStopped"_s,
            delivery.state == DeliveryState::Waiting && delivery.due >= whenStaffRetry()},
        {u"endedAt"_s, timeOrNull(delivery.endedAt)}, {u"place"_s, delivery.place},
        {u"why"_s, delivery.why}};
}

QString triedText(const Delivery& delivery)
{
    const QString what = u"delivery %1 (%2, %3) "_s.arg(QString::number(delivery.number),
        deliveryEventName(delivery.event), delivery.company.text());
    switch (delivery.state) {
    case DeliveryState::Done:
        return what + u"was taken by %1"_s.arg(delivery.sinkName);
    case DeliveryState::Waiting:
        return what
            + u"was not taken by %1: %2 Next try: %3"_s.arg(
                delivery.sinkName, delivery.why, nextTry(delivery));
    default:
        return what
            + u"to %1 has ended (%2): %3"_s.arg(
                delivery.sinkName, deliveryStateName(delivery.state), delivery.why);
    }
}

QString standingText(const QList<Delivery>& deliveries)
{
    QStringList texts;
    for (const Delivery& one : standingDeliveries(deliveries))
        texts.append(standingOf(one));
    return texts.join(u"; "_s);
}

} // namespace jetbridge::cli
