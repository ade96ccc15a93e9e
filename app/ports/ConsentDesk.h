// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// What the consent page asks of the rest of the program. Called on the endpoints' thread; answers
/// there too.
class ConsentDesk {
public:
    virtual ~ConsentDesk() = default;

    /// What the page shows, and where it may send the browser.
    struct Presentation {
        Application application; ///< Name, logo, description, scopes, direction.
        QStringList redirectHosts;
        QStringList frameOrigins;
    };
    virtual Presentation presentation() const = 0;

    /// The run that a visit for this company belongs to; empty: nobody expects one. For the record
    /// only: no page may tell.
    virtual OnboardingId onboardingOf(const CompanyId& company) const = 0;

    /// The page was opened for this company. Called for every visit: must be quick.
    virtual void opened(const CompanyId& company) { Q_UNUSED(company) }

    /// Checks the one-time code that somebody typed. Refused: it is not this company's, or nobody
    /// invited the company; NotPermitted: it is, and has expired or was used; VaultUnavailable: no
    /// code can be checked now.
    virtual Outcome<OnboardingId> signIn(CompanyId company, QString code) = 0;

    /// The customer approved: confirms and stores (guide, 3). Returns when the browser may be sent
    /// back.
    virtual Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) = 0;

    /// The customer declined: noted, nothing is confirmed.
    virtual Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) = 0;
};

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
