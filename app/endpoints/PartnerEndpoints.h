// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "domain/ResourceServer.h"
#include "ports/Clock.h"
#include "ports/ConsentHandler.h"
#include "ports/Exchanges.h"
#include "ports/NotificationReceiver.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::oauth {
struct SignedTokens;
}

namespace jetbridge::endpoints {

/// Options of the partner's endpoints.
struct EndpointsOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;
    QUrl publicUrl; ///< Set in tunnel mode and then used for pages and URLs; empty:
                    ///< http://127.0.0.1:PORT.
    int tokenLifetimeSeconds = 1800;
    bool refusesUnknownScopes = false; ///< Environment::refusesUnknownScopes.
    QHostAddress
        forwardingPeer; ///< The tunnel's end, whose X-Forwarded-For is trusted; null: nobody's is.
    std::optional<QSslConfiguration> tls; ///< Our certificate and key (TlsFiles.h); nullopt: http.
    std::shared_ptr<const oauth::SignedTokens> signedTokens; ///< As setSignedTokens().
};

/// The partner's HTTP endpoints: consent page, oauthTokenUrl and callbackUrl for SmartRecruiters
/// and customers, and token introspection for the partner's own APIs. They run on a thread of their
/// own.
class PartnerEndpoints {
public:
    /// `handler` and `receiver` are called on the endpoints' thread. All references outlive this
    /// object.
    PartnerEndpoints(ConsentHandler& handler, NotificationReceiver& receiver, const Clock& clock,
        Randomness& randomness, ExchangeRecorder* recorder, EndpointsOptions options);
    ~PartnerEndpoints();

    /// Starts to listen. Fails with Conflict when the port is taken, and with Invalid when other
    /// computers could connect without TLS.
    Outcome<Done> listen();
    /// Stops serving.
    void close();
    quint16 port() const;
    QString listening() const; ///< Returns address and port: "127.0.0.1:43117", "[::1]:43117".
    /// Returns the public URL, or the local one without a public URL.
    QUrl baseUrl() const;
    QUrl consentUrl() const; ///< Returns baseUrl + /consent.
    QUrl oauthTokenUrl() const; ///< Returns baseUrl + /oauth/token.
    QUrl callbackUrl() const; ///< Returns baseUrl + /callback.

    /// Returns every method and path that others may ask: "POST /oauth/token".
    QByteArrayList routes() const;
    QUrl introspectionUrl() const; ///< Returns baseUrl + /oauth/introspect (RFC 7662).
    QUrl keySetUrl() const; ///< Returns baseUrl + /oauth/jwks.json (RFC 7517).

    /// Adds a client that SmartRecruiters may use from now on; thread-safe.
    void admit(const IssuedClient& client);
    /// Removes a client and revokes its tokens now; thread-safe. Its signed tokens end here and for
    /// those who ask here; others accept them until they expire.
    void dismiss(const ClientId& client);

    /// Sets the only clients that may introspect tokens; thread-safe.
    void setResourceServers(const QList<ResourceServer>& servers);

    /// Sets the lifetime of tokens that are issued from now on; thread-safe.
    void setTokenLifetime(int seconds);
    /// Sets whether a request for a scope that we do not issue is refused (invalid_scope), or gets
    /// a token with our own scope; thread-safe.
    void setRefusesUnknownScopes(bool refuses);

    /// Sets how access tokens are signed and read from now on. While it has a signed format and no
    /// keys, no token is issued (503). Null, at first: all tokens are opaque. Thread-safe.
    void setSignedTokens(std::shared_ptr<const oauth::SignedTokens> tokens);

    /// Checks over the network that baseUrl really leads to these endpoints; the answer can only
    /// come from here. `caFile` names the trusted authorities (Environment::caFile). Fails with
    /// NotFound when another server answers. Takes 10 s at most; runs on the caller's thread.
    Task<Outcome<Done>> probe(QString caFile = {}) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::endpoints
