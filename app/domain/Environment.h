// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/WayBack.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// How the client proves itself at the token endpoint (RFC 6749 2.3.1).
enum class ClientAuthentication { Body, Basic };

/// One place to run against; nothing of one environment is ever used in another.
struct Environment {
    enum class Kind { Simulator, Sandbox, Production };

    QString name; ///< [a-z0-9-], at most 32 characters; part of every keychain key.
    Kind kind = Kind::Simulator;
    QUrl apiUrl; ///< Base of the API, e.g. https://api.smartrecruiters.com
    QUrl portalUrl; ///< Where the customer's administrator starts.
    QStringList redirectHosts; ///< Hosts (or host:port) that `redirect` may name.
    QStringList frameOrigins; ///< Origins that may frame the consent page.
    ClientAuthentication clientAuthentication = ClientAuthentication::Body;
    QUrl forwardTo; ///< The partner's own backend, which gets what came to callbackUrl; empty:
                    ///< nobody does.
    QUrl publicUrl; ///< How a tunnel or proxy calls the partner's endpoints; empty: as they listen.
    int tokenLifetimeSeconds = 1800; ///< Of the tokens of oauthTokenUrl; 60 .. 3600 (RFC 6750 5.3).
    bool refusesUnknownScopes = false; ///< oauthTokenUrl refuses a request for a scope that it does
                                       ///< not know; else it issues its own scope and says so.
                                       ///< Whether SmartRecruiters sends a scope is unknown.
    int verifyEveryHours = 24; ///< How old a customer's last proof may get; 0: as old as it likes.
    QString caFile; ///< PEM file with an own authority; empty: the system's.
    TokenService tokenService = TokenService::Unset; ///< Who serves the registered oauthTokenUrl.
    bool isEmbedded = false; ///< This program's own simulator answers at apiUrl; never kept.

    QUrl tokenUrl() const; ///< apiUrl + /identity/oauth/token (guide, 2)
    QUrl
    integrationsUrl() const; ///< apiUrl + /apps-integrations/partner-api/integrations (guide, 3)

    /// Whose the credentials are that are used here: scheme, host and port of apiUrl; the embedded
    /// simulator, which listens elsewhere each time, has one name.
    QString origin() const;

    /// The portal page where a company's administrator begins (simulator); the plain portal
    /// elsewhere.
    QUrl startUrl(const QString& companyId) const;

    /// In production, whoever starts an onboarding types the company's identifier once more.
    /// NotPermitted (code production_not_confirmed): `typed` is something else.
    Outcome<Done> checkTyped(const CompanyId& company, const QString& typed) const;

    /// Invalid says which field: https required off loopback, no fragment, sane name and hosts.
    Outcome<Done> validate() const;

    QJsonObject toJson() const;
    static Outcome<Environment> fromJson(const QJsonObject& object);

    /// The three that every installation knows: simulator, sandbox, production.
    static QList<Environment> builtIn();

    bool operator==(const Environment&) const = default;
};

/// Scheme, host and port of an address, the usual port left out.
QString originOf(const QUrl& url);

/// Below an address that may end with a slash; its query stays. Empty: there is no address.
QUrl below(QUrl base, const QString& path);

/// Whether something may be sent there: complete, https (http on this computer only), without
/// fragment and user name. Invalid names `field`.
Outcome<Done> checkUrl(const char* field, const QUrl& url);

QString environmentKindName(Environment::Kind kind); ///< "simulator", "sandbox", "production"
Outcome<Environment::Kind> environmentKindFromName(const QString& name);

/// Ports that `jetbridge-cli simulate` and `serve` take unless told otherwise.
inline constexpr quint16 defaultSimulatorPort = 43110;
inline constexpr quint16 defaultEndpointsPort = 43117;

} // namespace jetbridge
