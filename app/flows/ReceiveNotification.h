// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Keeps a verified notification (durable first), then does what it says: INTEGRATION_DISABLED
/// changes the customer's status and ends the client that we issued, anything unknown is only kept
/// (guide, 1: callbackUrl). Where staff chose an answer that makes SmartRecruiters send it again,
/// the client stays good for that. Returns it with number and `repeat`.
Task<Outcome<Notification>> receiveNotification(Services services, Notification notification);

} // namespace jetbridge
