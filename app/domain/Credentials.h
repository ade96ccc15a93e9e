// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ClientRegistration.h"
#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Scopes.h"
#include "domain/Secret.h"

#include <QDateTime>

#include <optional>

namespace jetbridge {

/// Client credentials: clientId and clientSecret (RFC 6749 2.3.1).
struct ClientCredentials {
    ClientId clientId;
    Secret clientSecret;
    /// Environment::origin() where they were issued or have worked; they are sent nowhere else.
    /// Empty: they have not worked yet.
    QString origin = {};
    /// Of a pair that the partner's authorization server registered for a customer.
    ClientManagement management = {};

    /// Reads `{"clientId","clientSecret"}`. Invalid: the detail names the missing or invalid field.
    static Outcome<ClientCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// The Partner Level (Master) Credentials and the application they belong to (guide, 1).
struct MasterCredentials {
    AppId appId;
    ClientCredentials client;

    /// Reads `{"appId","clientId","clientSecret"}`. Invalid: the detail names the missing or
    /// invalid field.
    static Outcome<MasterCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// Answer of SmartRecruiters to the confirm call (guide, 3). It is shown once, so it is stored
/// before anything else happens.
struct CustomerCredentials {
    IntegrationId integrationId; ///< Empty if the answer had none.
    ClientCredentials client; ///< Customer-level client; its id is empty if the answer had none.
    Message note = {}; ///< Oddities of the answer, if there were any. Not stored.
    /// Client credentials that SmartRecruiters uses with us; nullopt if the integration is one-way,
    /// or was connected before version 0.2, which kept only the hash.
    std::optional<ClientCredentials> issued = {};

    /// Reads `{"integrationId","clientId","clientSecret"}` and optionally `"issued":
    /// {"clientId","clientSecret"}`. Only the secret is required, so that nothing that was stored
    /// is ever discarded. Invalid: a field is missing or not valid.
    static Outcome<CustomerCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// A bearer token with the data of its response (RFC 6749 5.1).
struct AccessToken {
    Secret value;
    QString type; ///< Token type as the server spelled it ("Bearer").
    Scopes scopes; ///< Scopes as returned; empty if the response had none.
    QDateTime expiresAt; ///< Expiry in UTC, by our own clock.
    int lifetimeSeconds = 0; ///< Remaining lifetime when it was received.
    Message lifetimeNote; ///< Why the lifetime was assumed ("expires_in was absent"); empty if it
                          ///< was not.
    ClientId client; ///< Client that the token was issued to.
    bool isCached = false; ///< True if it comes from the cache; it may have been revoked since.
    QString origin = {}; ///< Environment::origin() that issued it.
};

} // namespace jetbridge
