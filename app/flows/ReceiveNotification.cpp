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

/// Tells whether SmartRecruiters has its answer and will not send this notification again.
bool isOver(const Notification& kept)
{
    const ChosenAnswer& answer = kept.answer;
    return answer.status >= 200 && answer.status < 300 && answer.delayMs == 0 && !answer.drop;
}

/// Withdraws the client of an integration that the customer disabled, so that it gets no more
/// tokens.
Task<Outcome<Notification>> endClient(Services services, Notification kept)
{
    if (kept.eventType != disabledEvent || !isOver(kept))
        co_return kept;
    const auto ended = co_await services.issuedClients.disable(kept.client);
    if (!ended)
        co_return passOn(ended);
    co_return kept;
}

} // namespace

Task<Outcome<Notification>> receiveNotification(Services services, Notification notification)
{
    const auto kept = co_await services.inbox.append(notification);
    if (!kept)
        co_return passOn(kept);

    for (;;) {
        const auto found = co_await services.integrations.findByIssuedClient(notification.client);
        if (!found)
            co_return passOn(found);
        if (!found->has_value())
            co_return kept; // the customer was removed meanwhile; the inbox still has the
                            // notification
        const Integration& integration = **found;
        const JournalKeeper keeper(
            services.journal, services.clock, integration.onboarding, integration.company);
        const auto noted = co_await keeper.write(
            keeper.line(Step::Notified, StepState::Done, Message::inWords(notification.eventType)),
            changeBy(notification, integration, services.clock.now()));
        if (noted)
            co_return co_await endClient(services, *kept);
        if (noted.error().kind != FailureKind::Conflict)
            co_return passOn(noted);
        // Another program changed or removed the row meanwhile, so it is read and tried again.
    }
}

} // namespace jetbridge
