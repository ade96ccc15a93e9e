// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// What the consent page asks of the rest of the program. Called on the endpoints' thread; answers
/// there too.
class ConsentHandler {
public:
    virtual ~ConsentHandler() = default;

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

} // namespace jetbridge
