// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Scopes.h"
#include "domain/Secret.h"

#include <QDateTime>

#include <optional>

namespace jetbridge {

/// A clientId/clientSecret pair (RFC 6749 2.3.1).
struct ClientCredentials {
    ClientId clientId;
    Secret clientSecret;
    /// Environment::origin() where it was proved or came from: it is sent nowhere else. Empty: not
    /// proved yet.
    QString origin = {};

    /// Reads `{"clientId","clientSecret"}`; Invalid names the missing or odd field.
    static Outcome<ClientCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// The Partner Level (Master) Credentials and the application they belong to (guide, 1).
struct MasterCredentials {
    AppId appId;
    ClientCredentials client;

    /// Reads `{"appId","clientId","clientSecret"}`; Invalid names the missing or odd field.
    static Outcome<MasterCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// What SmartRecruiters answers to the confirm call (guide, 3): shown once, so stored before
/// anything else.
struct CustomerCredentials {
    IntegrationId integrationId; ///< Empty: it came without one.
    ClientCredentials client; ///< The id is empty when it came without one.
    Message note = {}; ///< Empty, or what was odd about the answer that brought them. Not stored.
    /// The pair that SmartRecruiters uses towards us; nullopt: one-way, or connected before
    /// version 0.2, which kept its hash alone.
    std::optional<ClientCredentials> issued = {};

    /// Reads `{"integrationId","clientId","clientSecret"}` and perhaps `"issued":
    /// {"clientId","clientSecret"}`, of which only the secret must be there: what was kept is never
    /// thrown away. Invalid: it is missing or odd.
    static Outcome<CustomerCredentials> fromJson(const QByteArray& json);
    Secret toJson() const;
};

/// A bearer token reply (RFC 6749 5.1).
struct AccessToken {
    Secret value;
    QString type; ///< "Bearer", as the server spelled it.
    Scopes scopes; ///< As returned; empty when the reply did not say.
    QDateTime expiresAt; ///< UTC, by our own clock.
    int lifetimeSeconds = 0; ///< Remaining at receipt.
    Message lifetimeNote; ///< Empty, or why the lifetime was assumed ("expires_in was absent").
    ClientId client; ///< Whose it is.
    bool isCached = false; ///< Asked for earlier: it may have been revoked since.
    QString origin = {}; ///< Environment::origin() where it came from.
};

} // namespace jetbridge
