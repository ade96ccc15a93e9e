// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/Services.h"
#include "flows/UnknownOutcome.h"

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
/// (IssuedClients::withdraw()) or lets the run end; settleRegistrations() finds both.
Task<Outcome<ClientCredentials>> registerClient(Services services, RegistrationSettings settings,
    QString application, OnboardingId onboarding, CompanyId company);

/// Decides what becomes of each registration whose run has ended, without sending anything. Kept:
/// its customer is onboarded. Still Staged: the outcome of the confirm call is unknown. Leaving:
/// nothing was confirmed. Lost: no answer came.
Task<Outcome<Done>> settleRegistrations(Services services, HasEnded hasEnded);

/// Deletes what is Leaving at the partner's authorization server (RFC 7592). What cannot be deleted
/// now stays Leaving, with the reason; what can never be deleted becomes Lost. Where the access to
/// the management is refused, `oauthTokenUrl` (as it is registered) shows whether the client still
/// exists. `only`: the client of this run alone; empty: all of them.
Task<Outcome<Done>> removeLeaving(Services services, QUrl oauthTokenUrl, OnboardingId only = {});

/// Staff looked for a client that may exist at the server: it is not listed any more. NotFound: no
/// client of this run is Lost.
Task<Outcome<Registration>> closeRegistration(Services services, OnboardingId onboarding);

/// Keeps the access to the management of a customer's client before the customer's item is removed.
Task<Outcome<Done>> keepManagement(Services services, Integration integration);

} // namespace jetbridge
