// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "domain/ResourceServer.h"
#include "ports/Clock.h"
#include "ports/ConsentDecisions.h"
#include "ports/Exchanges.h"
#include "ports/NotificationReceiver.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::endpoints {

/// Where and how the partner's endpoints are served.
struct EndpointsOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;
    QUrl publicUrl; ///< Set in tunnel mode: pages and URLs use it; empty: http://127.0.0.1:PORT
    int tokenLifetimeSeconds = 1800;
    bool refusesUnknownScopes = false; ///< Environment::refusesUnknownScopes
    QHostAddress
        forwardingPeer; ///< The tunnel's end, whose X-Forwarded-For is believed; null: nobody's is.
    QString caFile; ///< Whose certificate probe() believes (Environment::caFile).
    std::optional<QSslConfiguration> tls; ///< Own certificate and key (TlsFiles.h); nullopt: http.
};

/// What the partner serves to SmartRecruiters and to customers: consent page, oauthTokenUrl,
/// callbackUrl; and to its own APIs: token introspection. On a thread of its own.
class PartnerEndpoints {
public:
    /// `decisions` and `receiver` are called on the endpoints' thread. All references outlive this
    /// object.
    PartnerEndpoints(ConsentDecisions& decisions, NotificationReceiver& receiver,
        const Clock& clock, Randomness& randomness, ExchangeRecorder* recorder,
        EndpointsOptions options);
    ~PartnerEndpoints();

    /// Conflict: the port is taken. Invalid: others than this computer would get in without TLS.
    Outcome<Done> listen();
    void close();
    quint16 port() const;
    QString listening() const; ///< Address and port: "127.0.0.1:43117", "[::1]:43117".
    QUrl baseUrl() const;
    QUrl consentUrl() const; ///< baseUrl + /consent
    QUrl oauthTokenUrl() const; ///< baseUrl + /oauth/token
    QUrl callbackUrl() const; ///< baseUrl + /callback

    QUrl introspectionUrl() const; ///< baseUrl + /oauth/introspect (RFC 7662)

    /// A client that SmartRecruiters may use from now on; callable from any thread.
    void admit(const IssuedClient& client);
    /// The client's tokens and the client itself end now; callable from any thread.
    void dismiss(const ClientId& client);

    /// These, and nobody else, may ask what a token stands for; callable from any thread.
    void setResourceServers(const QList<ResourceServer>& servers);

    /// How long tokens live that are issued from now on; callable from any thread.
    void setTokenLifetime(int seconds);

    /// Whether baseUrl really leads to these endpoints: asks over the network, checks that the
    /// answer could only come from here. NotFound: somebody else answers there. Takes 10 s at most;
    /// on the caller's thread.
    Task<Outcome<Done>> probe() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::endpoints
