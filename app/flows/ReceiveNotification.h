// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

namespace jetbridge {

/// Services for handling notifications; they must outlive it.
struct NotificationServices {
    Inbox& inbox;
    Integrations& integrations;
    IssuedClients& issuedClients;
    Journal& journal;
    const Clock& clock;
};

/// Stores a verified notification durably, then acts on it: INTEGRATION_DISABLED changes the
/// customer's status and withdraws the client that we issued; an unknown event is only stored
/// (guide, 1: callbackUrl). If staff chose an answer that makes SmartRecruiters send it again, the
/// client stays valid for that. Returns the notification with its number and `repeat`.
Task<Outcome<Notification>> receiveNotification(
    NotificationServices services, Notification notification);

} // namespace jetbridge
