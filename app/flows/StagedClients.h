// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/Services.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge {

/// Tells whether something is still to be done about a client at the partner's own server, by us or
/// by staff.
bool isLeftOver(const Registration& registration);
/// Tells whether the partner's backend has not taken a webhook about the client yet.
bool isStillToBeTold(const Registration& registration);
/// Tells whether the backend wants no more webhooks (410), so that only staff may try again.
bool isHalted(const Registration& registration);
/// Tells whether staff may close it (closeRegistration).
bool mayBeClosed(const Registration& registration);

// What becomes of clients that were staged at the partner's own server before the confirm call:
// those that its authorization server registered (RegisterClient.h) and those that its backend was
// told of (AnnounceClient.h).

/// Addresses of the partner's own server.
struct PartnerServers {
    QUrl oauthTokenUrl; ///< As it is registered.
    WebhookSettings webhook;
};

/// Clients that are to be committed or withdrawn now.
struct Finishing {
    enum class Wanted {
        ByItself,
        ByStaff, ///< The backend is tried again although it answered 410.
    };
    OnboardingId only = {}; ///< The client of this run alone; empty: all of them.
    Wanted wantedBy = Wanted::ByItself;
};

/// Decides what becomes of each client whose run has ended, without sending anything. Kept or
/// Confirmed: its customer is onboarded. Still Staged: the outcome of the confirm call is unknown.
/// Leaving: nothing was confirmed. Lost: no answer came.
Task<Outcome<Done>> settleRegistrations(Services services, HasEnded hasEnded);

/// Deletes what is Leaving at the partner's authorization server (RFC 7592), and tells the
/// partner's backend what is Confirmed or Leaving. What cannot be done now stays as it is, with the
/// reason; what can never be deleted becomes Lost. Where the access to the management is refused,
/// oauthTokenUrl shows whether the client still exists.
Task<Outcome<Done>> finishRegistrations(
    Services services, PartnerServers servers, Finishing which = {});

/// Staff looked after a client themselves: one that may exist at the authorization server is not
/// listed any more; the backend is not told any more of this change of one that it was to be told
/// of. NotFound: there is nothing of this run that staff could do.
Task<Outcome<Registration>> closeRegistration(Services services, OnboardingId onboarding);

/// Keeps the access to the management of a customer's client before the customer's item is removed.
Task<Outcome<Done>> keepManagement(Services services, Integration integration);

} // namespace jetbridge
