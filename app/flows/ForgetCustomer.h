// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Clock.h"
#include "ports/Registry.h"
#include "ports/SmartRecruiters.h"
#include "ports/Vault.h"

namespace jetbridge {

/// What forgetting works with; everything outlives it.
struct ForgettingServices {
    QString environment;
    Tokens& tokens;
    Vault& vault;
    Integrations& integrations;
    IssuedClients& issuedClients;
    Journal& journal;
    const Clock& clock;
};

/// Staff agreed that what a customer left behind goes: the customer-level credentials in the
/// keychain, and the client that we issued. Row and history stay. NotFound: no such integration.
/// Invalid: it is not disabled, so that the credentials are still of use. May be repeated. Returns
/// what it was.
Task<Outcome<Integration>> deleteCredentials(ForgettingServices services, IntegrationId id);

/// The same whatever the status, with what the company had before it was onboarded again, and the
/// rows go too; the history stays.
Task<Outcome<Integration>> forgetCustomer(ForgettingServices services, IntegrationId id);

} // namespace jetbridge
