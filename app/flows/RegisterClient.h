// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Stores the initial access token for the server that the settings name. Invalid: it is empty or
/// not allowed in a header, or the settings name no server that needs one.
Task<Outcome<Done>> keepRegistrationToken(
    Vault& vault, QString environment, RegistrationSettings settings, Secret token);

/// Returns the initial access token; empty if the server needs none. Invalid (code
/// no_registration_token): it is not in the keychain, or belongs to another server.
Task<Outcome<Secret>> registrationToken(
    Vault& vault, QString environment, RegistrationSettings settings);

/// Has the partner's authorization server register a client for one customer (RFC 7591). The client
/// stays in the keychain, with the access to its management, until storeCustomer() has put it into
/// the customer's item.
///
/// The intent is written before the request. After a failure with the code registrationUnanswered
/// the registration is Lost: a client may exist. A client that SmartRecruiters could not use is
/// deleted at once, or is Leaving. Whoever does not go on with the client withdraws it
/// (IssuedClients::withdraw()) or lets the run end; settleRegistrations() (StagedClients.h)
/// finds both.
Task<Outcome<ClientCredentials>> registerClient(Services services, RegistrationSettings settings,
    QString clientName, OnboardingId onboarding, CompanyId company);

} // namespace jetbridge
