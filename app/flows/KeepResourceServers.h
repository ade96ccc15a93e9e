// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/ResourceServer.h"
#include "ports/Clock.h"
#include "ports/Registry.h"
#include "ports/Vault.h"

namespace jetbridge {

/// What making and removing resource servers works with; everything outlives it.
struct ResourceServerServices {
    QString environment;
    ResourceServers& servers;
    Vault& vault;
    const Clock& clock;
    Randomness& randomness;
};

/// A resource server and its pair.
struct ResourceServerPair {
    ResourceServer server;
    ClientCredentials client;
};

/// Makes a resource server that may ask for introspection (RFC 7662); its pair is in the keychain.
/// Invalid: no sane name. Conflict: the name is taken.
Task<Outcome<ResourceServerPair>> addResourceServer(ResourceServerServices services, QString name);

/// It gets no answer any more, whatever the keychain says. NotFound: there is none of that name.
/// VaultUnavailable: it has ended, but its item is still in the keychain.
Task<Outcome<ResourceServer>> removeResourceServer(ResourceServerServices services, QString name);

/// The pair once more, for whoever sets up the API. NotFound: there is none of that name, or the
/// keychain does not have it.
Task<Outcome<ResourceServerPair>> resourceServerPair(ResourceServerServices services, QString name);

} // namespace jetbridge
