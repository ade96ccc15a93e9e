// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReplayNotification.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Task<Outcome<Notification>> notificationOf(Inbox& inbox, qint64 number)
{
    const auto found = co_await inbox.find(number);
    if (!found)
        co_return passOn(found);
    if (!found->has_value())
        co_return failed(
            FailureKind::NotFound, Message::of("no_notification", {QString::number(number)}));
    co_return **found;
}

Task<Outcome<BackendAnswer>> replayNotification(Inbox& inbox, Backend& backend, qint64 number,
    BackendAddress address, std::optional<QByteArray> otherBody)
{
    auto notification = co_await notificationOf(inbox, number);
    if (!notification)
        co_return passOn(notification);
    if (otherBody)
        notification->body = *otherBody;
    else if (notification->isBodyDropped)
        co_return failed(FailureKind::NotFound,
            Message::of("notification_body_dropped", {QString::number(number)}));
    co_return co_await backend.deliver(address, *notification);
}

} // namespace jetbridge
