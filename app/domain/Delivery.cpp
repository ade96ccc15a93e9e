// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Delivery.h"

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
    for (const auto& [known, name] : events)
        if (known == event)
            return QLatin1String(name);
    Q_UNREACHABLE();
}

Outcome<DeliveryEvent> deliveryEventFromName(const QString& name)
{
    for (const auto& [event, known] : events)
        if (name == QLatin1String(known))
            return event;
    return failed(FailureKind::Invalid, u"\"%1\" is no event of a delivery."_s.arg(name));
}

bool handsOver(DeliveryEvent event)
{
    return event == DeliveryEvent::Connected || event == DeliveryEvent::Rotated;
}

QString deliveryStateName(DeliveryState state)
{
    for (const auto& [known, name] : states)
        if (known == state)
            return QLatin1String(name);
    Q_UNREACHABLE();
}

Outcome<DeliveryState> deliveryStateFromName(const QString& name)
{
    for (const auto& [state, known] : states)
        if (name == QLatin1String(known))
            return state;
    return failed(FailureKind::Invalid, u"\"%1\" is no state of a delivery."_s.arg(name));
}

} // namespace jetbridge
