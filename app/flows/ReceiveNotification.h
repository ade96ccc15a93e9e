// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Stores a verified notification together with what it changes, or nothing of it, because
/// SmartRecruiters sends it again after a failure: INTEGRATION_DISABLED changes the customer's
/// status and withdraws the client that we issued; an unknown event is only stored (guide, 1:
/// callbackUrl). If staff chose an answer that makes SmartRecruiters send it again, the
/// client stays valid for that. Returns the notification with its number and `repeat`.
Task<Outcome<Notification>> receiveNotification(Services services, Notification notification);

} // namespace jetbridge
