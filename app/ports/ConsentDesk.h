// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// Interface through which the consent page uses the rest of the program. It is called on the
/// endpoints' thread and answers on the same thread.
class ConsentDesk {
public:
    virtual ~ConsentDesk() = default;

    /// What the consent page shows, and the hosts to which it may send the browser.
    struct Presentation {
        Application application; ///< Name, logo, description, scopes, direction.
        QStringList redirectHosts;
        QStringList frameOrigins;
    };
    virtual Presentation presentation() const = 0;

    /// Returns the onboarding that a visit for this company belongs to; empty if none is expected.
    /// For the record only: a page must not reveal it.
    virtual OnboardingId onboardingOf(const CompanyId& company) const = 0;

    /// Records that the page was opened for this company. It is called for every visit, so it must
    /// return quickly.
    virtual void opened(const CompanyId& company) { Q_UNUSED(company) }

    /// Checks a one-time code that was typed on the page. Refused: the code is not this company's,
    /// or the company was not invited. NotPermitted: the code is right, but has expired or was
    /// already used. VaultUnavailable: no code can be checked now.
    virtual Outcome<OnboardingId> signIn(CompanyId company, QString code) = 0;

    /// Carries out the customer's approval: confirms the integration and stores its credentials
    /// (guide, 3). Returns when the browser may be sent back.
    virtual Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) = 0;

    /// Records that the customer declined; nothing is confirmed.
    virtual Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) = 0;
};

/// Takes the verified notifications of callbackUrl. `receive` returns the answer to give as soon as
/// the notification is on disk.
class NotificationReceiver {
public:
    virtual ~NotificationReceiver() = default;
    virtual Task<Outcome<ChosenAnswer>> receive(Notification notification) = 0;
    /// Looks up a client that asks for a token and that these endpoints do not know, and admits it
    /// if any program on the data folder has issued it. Called on the endpoints' thread.
    virtual Task<Outcome<Done>> lookFor(ClientId client)
    {
        Q_UNUSED(client)
        co_return Done{};
    }
    /// Records that SmartRecruiters got a token with a client that was issued in this onboarding,
    /// which proves that the confirm call reached SmartRecruiters. Called on the endpoints' thread
    /// for every token except those of our own rehearsals, so it must return quickly.
    virtual void clientUsed(const OnboardingId& onboarding, const ClientId& client)
    {
        Q_UNUSED(onboarding)
        Q_UNUSED(client)
    }
};

} // namespace jetbridge
