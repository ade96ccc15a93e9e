// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"
#include "domain/WayBack.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>

namespace jetbridge {

/// Settings of an environment for the registration of clients at the partner's own authorization
/// server (RFC 7591).
struct RegistrationSettings {
    /// How we authenticate to register a client.
    enum class Access {
        Open, ///< Not at all: registration is open.
        Bearer, ///< With an initial access token (RFC 7591 3).
        Ssws, ///< With an API token of Okta.
    };
    QUrl url; ///< Client registration endpoint; empty: the metadata names it.
    QUrl metadataUrl; ///< Address of the server's metadata (RFC 8414); empty: none is requested.
    Access access = Access::Open;
    /// token_endpoint_auth_method of the clients.
    QString clientAuthentication = QStringLiteral("client_secret_post");
    QJsonObject more; ///< Further client metadata, as it is sent.

    bool isSet() const { return !url.isEmpty() || !metadataUrl.isEmpty(); }
    /// Returns the origin that the initial access token belongs to. It is sent to no other server.
    QString origin() const;
    /// Checks the settings. Invalid: the code names the field.
    Outcome<Done> validate() const;
    QJsonObject toJson() const;
    static Outcome<RegistrationSettings> fromJson(const QJsonObject& object);

    bool operator==(const RegistrationSettings&) const = default;
};

/// Returns "none", "bearer" or "ssws".
QString registrationAccessName(RegistrationSettings::Access access);
Outcome<RegistrationSettings::Access> registrationAccessFromName(const QString& name);

/// Address and token by which a registered client is managed (RFC 7592).
struct ClientManagement {
    QUrl url; ///< registration_client_uri; empty: the server gave none.
    Secret token; ///< registration_access_token

    bool isThere() const { return !url.isEmpty() && !token.isEmpty(); }
};

/// State of a client at the partner's own server: one that its authorization server registers
/// (TokenService::Registration), or that its backend is told of (TokenService::Webhook).
enum class ClientRegistrationState {
    Asked, ///< The request is being sent or was sent; the result is not known yet.
    Staged, ///< The server has the client; its integration is not confirmed yet.
    Confirmed, ///< Its integration is confirmed; the backend is still to be told so (Webhook).
    Kept, ///< Its integration is confirmed; the keychain has the client in the customer's item.
    Leaving, ///< It is not needed any more and will be deleted at the server.
    Lost, ///< It may exist at the server, but we cannot delete it: staff must look for it.
};

/// Returns "asked", "staged", "confirmed", "kept", "leaving" or "lost".
QString clientRegistrationStateName(ClientRegistrationState state);
Outcome<ClientRegistrationState> clientRegistrationStateFromName(const QString& name);

/// One client at the partner's own server, from before its request until it is gone.
struct Registration {
    OnboardingId onboarding; ///< Run that it was requested for; identifies it here.
    CompanyId company;
    QString clientName; ///< Its name at the server.
    ClientId clientId; ///< Empty: unknown.
    ClientRegistrationState state = ClientRegistrationState::Asked;
    QDateTime at; ///< UTC; time of the last change of state.
    QDateTime secretExpiresAt; ///< UTC; invalid: never, as far as is known.
    Message detail; ///< Reason of the state, without secrets; may be empty.
    TokenService service = TokenService::Registration; ///< Registration or Webhook.
    QDateTime due; ///< UTC; the server asked to be sent nothing before; invalid: it did not.

    /// Returns it in another state, or in the same one for another reason.
    Registration moved(ClientRegistrationState to, const QDateTime& now, Message why = {}) const;
};

} // namespace jetbridge
