// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/ResourceServer.h"
#include "flows/Services.h"

namespace jetbridge {

/// A resource server with its client credentials.
struct ResourceServerPair {
    ResourceServer server;
    ClientCredentials client;
};

/// Adds a resource server that may ask for introspection (RFC 7662); its client credentials are
/// stored in the keychain. Invalid: the name is not acceptable. Conflict: the name is taken. After
/// any other failure nothing remains of it, unless the failure says that it is still listed.
Task<Outcome<ResourceServerPair>> addResourceServer(Services services, QString name);

/// Removes a resource server: from now on its requests are refused, even if the keychain fails.
/// NotFound: there is none of that name. VaultUnavailable: it was removed, but its item is still in
/// the keychain.
Task<Outcome<ResourceServer>> removeResourceServer(Services services, QString name);

/// Returns the client credentials again, for setting up the API. NotFound: there is no server of
/// that name, or the keychain does not hold them.
Task<Outcome<ResourceServerPair>> resourceServerPair(Services services, QString name);

} // namespace jetbridge
