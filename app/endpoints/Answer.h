// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "web/Reply.h"

namespace jetbridge::endpoints {

/// A reply, and the onboarding it belongs to where that is known (the correlation id of its
/// exchange).
struct Answer {
    web::Reply reply;
    OnboardingId onboarding;
    /// The sender proved to be the customer or SmartRecruiters; else anybody may have sent it.
    bool isProven = false;
    /// Our own request, which whoever sent it has recorded.
    bool isOurOwn = false;
};

} // namespace jetbridge::endpoints
