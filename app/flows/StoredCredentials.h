// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "ports/Vault.h"

namespace jetbridge {

/// Reads the environment's master credentials. Refused (code no_master_credentials): none have been
/// set.
Task<Outcome<MasterCredentials>> storedMasterCredentials(Vault& vault, QString environment);

/// Reads the customer-level credentials of one integration. NotFound: the vault works and holds
/// none.
Task<Outcome<CustomerCredentials>> storedCustomerCredentials(
    Vault& vault, QString environment, IntegrationId id);

/// Reads those that the integration has now. NotFound also if the vault holds an older set: whoever
/// onboarded the company again may have another keychain.
Task<Outcome<CustomerCredentials>> currentCustomerCredentials(
    Vault& vault, QString environment, Integration integration);

/// Reads the client credentials of one resource server. NotFound: the vault works and holds none.
Task<Outcome<ClientCredentials>> storedResourceServer(
    Vault& vault, QString environment, ClientId client);

} // namespace jetbridge
