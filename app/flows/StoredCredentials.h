// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "ports/Vault.h"

namespace jetbridge {

/// The environment's master credentials. Refused (code no_master_credentials): none were set yet.
Task<Outcome<MasterCredentials>> storedMasterCredentials(Vault& vault, QString environment);

/// One integration's customer-level credentials. NotFound: the vault works, and has none.
Task<Outcome<CustomerCredentials>> storedCustomerCredentials(
    Vault& vault, QString environment, IntegrationId id);

/// One resource server's pair. NotFound: the vault works, and has none.
Task<Outcome<ClientCredentials>> storedResourceServer(
    Vault& vault, QString environment, ClientId client);

} // namespace jetbridge
