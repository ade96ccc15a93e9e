// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// What the consent page asks of the rest of the program. Called on the endpoints' thread; answers
/// there too.
class ConsentDecisions {
public:
    virtual ~ConsentDecisions() = default;

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

} // namespace jetbridge
