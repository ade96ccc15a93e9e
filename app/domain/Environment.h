// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ClientRegistration.h"
#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/TokenFormat.h"
#include "domain/WayBack.h"
#include "domain/Webhook.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// How a client authenticates at the token endpoint (RFC 6749 2.3.1).
enum class ClientAuthentication { Body, Basic };

/// Settings of one environment; nothing of one environment is ever used in another.
struct Environment {
    enum class Kind { Simulator, Sandbox, Production };

    QString name; ///< [a-z0-9-], at most 32 characters; part of every keychain key.
    Kind kind = Kind::Simulator;
    QUrl apiUrl; ///< Base URL of the API, such as https://api.smartrecruiters.com
    QUrl portalUrl; ///< Page where the customer's administrator starts.
    QStringList redirectHosts; ///< Hosts (or host:port) that `redirect` may name.
    QStringList frameOrigins; ///< Origins that may frame the consent page.
    ClientAuthentication clientAuthentication = ClientAuthentication::Body;
    QUrl forwardTo; ///< Address of the partner's own backend, to which notifications of callbackUrl
                    ///< are forwarded; empty: they are not.
    QUrl publicUrl; ///< Address of the partner's endpoints as a tunnel or proxy serves them; empty:
                    ///< the address where they listen.
    int tokenLifetimeSeconds = 1800; ///< Lifetime of oauthTokenUrl's tokens, 60 .. 3600 (RFC 6750
                                     ///< 5.3).
    bool refusesUnknownScopes = false; ///< Whether oauthTokenUrl refuses a request for an unknown
                                       ///< scope. Otherwise it issues its own scope and says so. It
                                       ///< is unknown whether SmartRecruiters sends a scope.
    int verifyEveryHours = 24; ///< Maximum age of a customer's last proof in hours; 0: no limit.
    QString caFile; ///< PEM file with the certificate authorities to trust instead of the system's;
                    ///< empty: the system's.
    TokenService tokenService = TokenService::Unset; ///< Who serves the registered oauthTokenUrl.
    RegistrationSettings registration; ///< How clients are registered (TokenService::Registration).
    WebhookSettings webhook; ///< How the backend is told of clients (TokenService::Webhook).
    TokenFormat tokenFormat = TokenFormat::Opaque; ///< Form of oauthTokenUrl's tokens.
    QString tokenIssuer; ///< `iss` of signed tokens, a URL, character by character as APIs expect
                         ///< it; empty: tokens were never signed.
    QString tokenAudience; ///< `aud` of signed tokens: the name of the partner's API.
    bool isEmbedded = false; ///< True if this program's own simulator answers at apiUrl; never
                             ///< stored.

    QUrl tokenUrl() const; ///< Returns apiUrl + /identity/oauth/token (guide, 2).
    QUrl integrationsUrl() const; ///< Returns apiUrl + /apps-integrations/partner-api/integrations
                                  ///< (guide, 3).

    /// Returns the origin that credentials of this environment belong to: scheme, host and port of
    /// apiUrl. The embedded simulator, whose port changes, has a fixed name.
    QString origin() const;

    /// Returns the portal page where a company's administrator begins (simulator), or the plain
    /// portal.
    QUrl startUrl(const QString& companyId) const;

    /// Tells whether oauthTokenUrl's tokens are signed. APIs that do not ask us accept them until
    /// they expire, even if the client is withdrawn before.
    bool signsTokens() const { return tokenFormat != TokenFormat::Opaque; }

    /// Checks the company identifier that must be typed again to start an onboarding in production.
    /// NotPermitted (code production_not_confirmed): `typed` differs.
    Outcome<Done> checkTyped(const CompanyId& company, const QString& typed) const;

    /// Checks the settings. Invalid: the detail names the field (https is required off loopback, no
    /// fragment, valid name and hosts).
    Outcome<Done> validate() const;

    QJsonObject toJson() const;
    static Outcome<Environment> fromJson(const QJsonObject& object);

    /// Returns the environments that every installation has: simulator, sandbox, production.
    static QList<Environment> builtIn();

    bool operator==(const Environment&) const = default;
};

/// Returns scheme, host and port of a URL, without the default port.
QString originOf(const QUrl& url);

/// Appends a path to a URL that may end with a slash, and keeps its query. Empty if there is no
/// URL.
QUrl below(QUrl base, const QString& path);

/// Checks a URL to which requests are sent: it must be complete, https (http on this computer
/// only), and without fragment and user name. Invalid: the detail names `field`.
Outcome<Done> checkUrl(const char* field, const QUrl& url);

QString environmentKindName(Environment::Kind kind); ///< "simulator", "sandbox", "production"
Outcome<Environment::Kind> environmentKindFromName(const QString& name);

/// Default ports of `jetbridge-cli simulate` and `serve`.
inline constexpr quint16 defaultSimulatorPort = 43110;
inline constexpr quint16 defaultEndpointsPort = 43117;

} // namespace jetbridge
