// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "web/Reply.h"

namespace jetbridge::endpoints {

/// A reply, and the onboarding that it belongs to, if known (the correlation id of its exchange).
struct Answer {
    web::Reply reply;
    OnboardingId onboarding;
    /// The sender was authenticated as the customer or SmartRecruiters; otherwise anybody may have
    /// sent the request.
    bool isProven = false;
    /// The request is our own, and its sender has recorded it.
    bool isOurOwn = false;
};

} // namespace jetbridge::endpoints
