// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReceiveNotification.h"

#include "flows/JournalKeeper.h"

namespace jetbridge {

Task<Outcome<Notification>> receiveNotification(
    NotificationServices services, Notification notification)
{
    const auto kept = co_await services.inbox.append(notification);
    if (!kept)
        co_return passOn(kept);

    const auto found = co_await services.integrations.findByIssuedClient(notification.client);
    if (!found)
        co_return passOn(found);
    if (!found->has_value())
        co_return kept; // forgotten meanwhile: the inbox still has it
    Integration integration = **found;

    std::optional<Integration> changed;
    if (notification.eventType == QLatin1String("INTEGRATION_DISABLED")
        && integration.status != IntegrationStatus::Disabled) {
        if (integration.status == IntegrationStatus::Unknown) {
            integration.checkedAt = services.clock.now();
            integration.statusDetail = QLatin1String(QT_TRANSLATE_NOOP("Spoken",
                "The integration did exist at SmartRecruiters, without its credentials having "
                "reached us; the customer has now disabled it: start again."));
        } else {
            integration.status = IntegrationStatus::Disabled;
            integration.statusDetail = QLatin1String(QT_TRANSLATE_NOOP(
                "Spoken", "The customer disabled the integration at SmartRecruiters."));
        }
        changed = integration;
    }
    const JournalKeeper keeper(
        services.journal, services.clock, integration.onboarding, integration.company);
    const auto noted = co_await keeper.write(
        keeper.line(Step::Notified, StepState::Done, notification.eventType), changed);
    if (!noted)
        co_return passOn(noted);
    co_return kept;
}

} // namespace jetbridge
