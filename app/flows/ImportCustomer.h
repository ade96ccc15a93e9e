// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/ProveIntegration.h"
#include "flows/Services.h"
#include "flows/StoreCustomer.h"

namespace jetbridge {

/// A customer that was connected by another program or by a colleague.
struct ForeignCustomer {
    CompanyId company;
    QString companyName; ///< May be empty.
    QString consentedBy; ///< May be empty.
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    QDateTime onboardedAt; ///< Time of the onboarding in UTC; invalid if it is not known.
    CustomerCredentials credentials;

    /// Reads a JSON object with `companyId`, `integrationId`, `clientId` and `clientSecret`, and
    /// optionally `companyName`, `consentedBy`, `consentDisplayMode` and `onboardedAt`. Invalid:
    /// the detail names the field and never shows a value.
    static Outcome<ForeignCustomer> fromJson(const QByteArray& json);
};

/// Proves the credentials by a call on the customer's behalf and then stores them; credentials that
/// do not work are not stored. An unknown outcome of the company is resolved by the import.
/// `keeper` belongs to a new run that only the caller knows, and the caller holds the company's
/// lock.
///
/// Conflict: the company has another integration here, or the integration belongs to another
/// company here. Other failures are those of the proof, the vault and the registry.
Task<Outcome<Integration>> importCustomer(Services services, JournalKeeper keeper,
    OnboardingId onboarding, ForeignCustomer customer, QStringList scopes);

} // namespace jetbridge
