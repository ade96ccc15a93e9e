// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// What callbackUrl does with a verified notification; returns when it is on disk, with what is to
/// be answered.
class NotificationReceiver {
public:
    virtual ~NotificationReceiver() = default;
    virtual Task<Outcome<ChosenAnswer>> receive(Notification notification) = 0;
    /// A client that these endpoints do not know asks for a token: looks whether it was issued in
    /// whatever program, and admits it if so. Called on the endpoints' thread.
    virtual Task<Outcome<Done>> lookFor(ClientId client)
    {
        Q_UNUSED(client)
        co_return Done{};
    }
    /// SmartRecruiters got a token with this client, which was issued in this run: its confirm call
    /// arrived over there. Called for every token but those of our own rehearsals, on the
    /// endpoints' thread: must be quick.
    virtual void clientUsed(const OnboardingId& onboarding, const ClientId& client)
    {
        Q_UNUSED(onboarding)
        Q_UNUSED(client)
    }
};

} // namespace jetbridge
