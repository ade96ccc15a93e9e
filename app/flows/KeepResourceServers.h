// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/ResourceServer.h"
#include "flows/Services.h"

namespace jetbridge {

/// A resource server and its pair.
struct ResourceServerPair {
    ResourceServer server;
    ClientCredentials client;
};

/// Makes a resource server that may ask for introspection (RFC 7662); its pair is in the keychain.
/// Invalid: no sane name. Conflict: the name is taken.
Task<Outcome<ResourceServerPair>> addResourceServer(Services services, QString name);

/// It gets no answer any more, whatever the keychain says. NotFound: there is none of that name.
/// VaultUnavailable: it has ended, but its item is still in the keychain.
Task<Outcome<ResourceServer>> removeResourceServer(Services services, QString name);

/// The pair once more, for whoever sets up the API. NotFound: there is none of that name, or the
/// keychain does not have it.
Task<Outcome<ResourceServerPair>> resourceServerPair(Services services, QString name);

} // namespace jetbridge
