// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Backend.h"
#include "ports/Registry.h"

#include <optional>

namespace jetbridge {

/// Sends a notification from the inbox to the partner's own backend once more, with another body if
/// one is given. The inbox stays as it is. NotFound: there is no such notification. Other failures
/// are those of Backend::deliver.
Task<Outcome<BackendAnswer>> replayNotification(Inbox& inbox, Backend& backend, qint64 number,
    BackendAddress address, std::optional<QByteArray> otherBody);

/// Returns the notification with this number. NotFound: there is none.
Task<Outcome<Notification>> notificationOf(Inbox& inbox, qint64 number);

} // namespace jetbridge
