// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Delivery.h"

#include "domain/NameTable.h"
#include "domain/Utc.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::pair<DeliveryEvent, const char*> events[]{{DeliveryEvent::Connected, "connected"},
    {DeliveryEvent::Rotated, "rotated"}, {DeliveryEvent::Disabled, "disabled"},
    {DeliveryEvent::Forgotten, "forgotten"}};

constexpr std::pair<DeliveryState, const char*> states[]{{DeliveryState::Waiting, "waiting"},
    {DeliveryState::Done, "done"}, {DeliveryState::Superseded, "superseded"},
    {DeliveryState::LeftAlone, "left-alone"}, {DeliveryState::GivenUp, "given-up"}};

} // namespace

QString deliveryEventName(DeliveryEvent event)
{
    return nameIn(events, event);
}

Outcome<DeliveryEvent> deliveryEventFromName(const QString& name)
{
    if (const auto event = valueIn(events, name))
        return *event;
    return failed(FailureKind::Invalid, u"\"%1\" is no event of a delivery."_s.arg(name));
}

bool handsOver(DeliveryEvent event)
{
    return event == DeliveryEvent::Connected || event == DeliveryEvent::Rotated;
}

QString deliveryStateName(DeliveryState state)
{
    return nameIn(states, state);
}

Outcome<DeliveryState> deliveryStateFromName(const QString& name)
{
    if (const auto state = valueIn(states, name))
        return *state;
    return failed(FailureKind::Invalid, u"\"%1\" is no state of a delivery."_s.arg(name));
}

QDateTime whenStaffRetry()
{
    return QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), utc);
}

} // namespace jetbridge
