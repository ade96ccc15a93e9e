// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReceiveNotification.h"

#include "flows/JournalKeeper.h"

namespace jetbridge {

namespace {

constexpr QLatin1String disabledEvent("INTEGRATION_DISABLED");

/// Returns the change of the customer's row that the notification asks for; nullopt if there is
/// none.
std::optional<IntegrationChange> changeBy(
    const Notification& notification, Integration row, const QDateTime& now)
{
    const IntegrationStatus before = row.status;
    if (notification.eventType != disabledEvent || before == IntegrationStatus::Disabled)
        return std::nullopt;
    if (before == IntegrationStatus::Unknown) {
        row.checkedAt = now;
        row.statusDetail = Message::of("unknown_was_disabled");
    } else {
        row.status = IntegrationStatus::Disabled;
        row.statusDetail = Message::of("customer_disabled");
    }
    return IntegrationChange(std::move(row), before);
}

/// Returns what the notification changes besides the inbox.
NotificationEffect effectOf(
    const Services& services, const Notification& notification, const Integration& integration)
{
    const JournalKeeper keeper(
        services.journal, services.clock, integration.onboarding, integration.company);
    return {
        {keeper.line(Step::Notified, StepState::Done, Message::inWords(notification.eventType))},
        changeBy(notification, integration, services.clock.now()),
        notification.eventType == disabledEvent};
}

} // namespace

Task<Outcome<Notification>> receiveNotification(Services services, Notification notification)
{
    std::optional<Integration> tried;
    for (;;) {
        const auto found = co_await services.integrations.findByIssuedClient(notification.client);
        if (!found)
            co_return passOn(found);
        // The notification of a customer who was removed meanwhile is stored, too.
        NotificationEffect effect;
        if (found->has_value())
            effect = effectOf(services, notification, **found);
        const auto kept = co_await services.inbox.append(notification, effect);
        const bool isConflict =
            !kept && effect.row && kept.error().kind == FailureKind::Conflict && tried != *found;
        if (!isConflict)
            co_return kept;
        // Another program changed or removed the row meanwhile, so it is read and tried again. A
        // registry that refuses the same row twice has another reason.
        tried = *found;
    }
}

} // namespace jetbridge
