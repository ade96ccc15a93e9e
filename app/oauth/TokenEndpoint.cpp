// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenEndpoint.h"

#include "oauth/ClientAuthentication.h"
#include "oauth/FailureCounter.h"

#include <QJsonObject>

namespace jetbridge::oauth {

namespace {

/// RFC 6749 5.1 asks for both on whatever the endpoint says, errors too (5.2).
web::Reply unstored(web::Reply reply)
{
    reply.with("Cache-Control", "no-store");
    reply.with("Pragma", "no-cache");
    return reply;
}

web::Reply error(const char* code, const char* description, int status = 400)
{
    return tokenError(QLatin1String(code), QLatin1String(description), status);
}

/// RFC 6749 5.1, headers included. Nothing here needs escaping: a token is base64url, and scopes
/// have neither quotes nor backslashes (3.3). Composing it by hand saves about a sixth of the
/// instructions.
web::Reply issued(const Secret& token, int lifetimeSeconds, const Scopes& scopes)
{
    QByteArray body;
    body.reserve(160);
    body.append("{\"access_token\":\"").append(token.reveal());
    body.append("\",\"token_type\":\"Bearer\",\"expires_in\":");
    body.append(QByteArray::number(lifetimeSeconds));
    if (!scopes.isEmpty())
        body.append(",\"scope\":\"").append(scopes.text().toLatin1()).append('"');
    body.append('}');
    return {200,
        {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"},
            {"Pragma", "no-cache"}},
        std::move(body), {}};
}

web::Reply error(const Failure& failure)
{
    return unstored(web::Reply::fromFailure(failure, failure.status ? failure.status : 400));
}

web::Reply tooManyFailures(qint64 waitMs)
{
    auto reply = error("invalid_client", "Too many failed attempts. Try again later.", 429);
    reply.with("Retry-After", QByteArray::number((waitMs + 999) / 1000));
    return reply;
}

} // namespace

web::Reply tokenError(const QString& code, const QString& description, int status)
{
    web::Reply reply = web::Reply::json(QJsonObject{{QStringLiteral("error"), code},
                                            {QStringLiteral("error_description"), description}},
        status);
    // Every 401 carries a challenge (RFC 9110 11.6.1).
    if (status == 401)
        reply.with("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
    return unstored(std::move(reply));
}

struct TokenEndpoint::Private {
    const Clients& clients;
    TokenIssuer& issuer;
    const Clock& clock;
    Issued issued;
    UnknownScopes unknownScopes;
    FailureCounter failures;

    qint64 now() const { return clock.steadyMs(); }

    /// Whether the secret is this client's. An unknown client takes the same path as a wrong one.
    static bool isRight(const Secret& secret, const std::optional<Client>& client)
    {
        static const QByteArray nobody(32, '\0');
        const bool isEqual =
            Secret::equalBytes(secret.sha256(), client ? client->secretSha256 : nobody);
        return client && isEqual;
    }
};

TokenEndpoint::TokenEndpoint(const Clients& clients, TokenIssuer& issuer, const Clock& clock,
    Issued issued, UnknownScopes unknownScopes)
    : d(new Private{clients, issuer, clock, std::move(issued), unknownScopes, {}})
{
}

TokenEndpoint::~TokenEndpoint() = default;

void TokenEndpoint::forgetFailures()
{
    d->failures = {};
}

web::Reply TokenEndpoint::handle(const web::Request& request, ClientId* presentedId)
{
    return *handle(request, presentedId, false);
}

std::optional<web::Reply> TokenEndpoint::handleKnown(
    const web::Request& request, ClientId* presentedId)
{
    return handle(request, presentedId, true);
}

std::optional<web::Reply> TokenEndpoint::handle(
    const web::Request& request, ClientId* presentedId, bool leavesUnknownOpen)
{
    // 2.3.1: credentials never in the request URI; an empty query of ours is nobody's business.
    const auto query = request.queryForm();
    if (!query || query->has("client_secret") || query->has("client_id")
        || query->has("access_token"))
        return error("invalid_request", "Credentials in the request URI are refused.");
    const auto form = request.form();
    if (!form) {
        Failure failure = form.error();
        failure.code = QStringLiteral("invalid_request");
        return error(failure);
    }
    if (!form->repeatedName().isEmpty())
        return error("invalid_request", "A parameter is repeated.");

    const auto presented = presentedClient(request, *form);
    if (presented && presentedId)
        *presentedId = presented->client.clientId;
    const auto name = [&presented] {
        return presented ? "client " + presented->client.clientId.text().toUtf8() : QByteArray();
    };
    // Everybody on this computer shares one address: there the client id alone is counted.
    const bool countPeer = !request.peer.isLoopback();
    // Behind a proxy that does not say who asks, all share one count. It refuses whoever fails once
    // more, and nobody who has the right secret.
    const bool isPeerKnown = countPeer && !request.peer.isNull();
    const auto peer = [&request] {
        return peerKey(request.peer);
    };
    const qint64 now = d->now();
    // Where nobody ever failed, which is nearly always, there is nothing to look up.
    const bool anyFailed = d->failures.size() > 0;
    const qint64 peerWait = anyFailed && countPeer ? d->failures.waitMs(peer(), now) : 0;
    const qint64 wait =
        anyFailed ? std::max(isPeerKnown ? peerWait : 0, d->failures.waitMs(name(), now)) : 0;
    if (wait > 0)
        return tooManyFailures(wait);
    if (!presented && presented.error().kind != FailureKind::Refused)
        return error(presented.error());
    const auto client =
        presented ? d->clients.find(presented->client.clientId) : std::optional<Client>();
    if (leavesUnknownOpen && presented && !client)
        return std::nullopt;
    if (!presented || !Private::isRight(presented->client.clientSecret, client)) {
        if (presented)
            d->failures.failed(name(), now);
        if (countPeer)
            d->failures.failed(peer(), now);
        if (peerWait > 0)
            return tooManyFailures(peerWait);
        return error("invalid_client", "Client authentication failed.", 401);
    }
    if (anyFailed)
        d->failures.succeeded(name());

    if (!form->has("grant_type"))
        return error("invalid_request", "grant_type is missing.");
    if (form->value("grant_type") != "client_credentials")
        return error("unsupported_grant_type", "Only client_credentials is supported.");
    const auto asked = Scopes::parse(QString::fromUtf8(form->value("scope")));
    const bool mayHaveAll = asked && client->scopes.covers(*asked);
    if (!asked || (!mayHaveAll && d->unknownScopes == UnknownScopes::Refused))
        return error("invalid_scope", "The scope is malformed or exceeds what was granted.");
    const Scopes& granted = asked->isEmpty() || !mayHaveAll ? client->scopes : *asked;

    const Secret token = d->issuer.issue(*client, granted);
    if (d->issued)
        d->issued(client->id);
    return issued(token, d->issuer.lifetimeSeconds(), granted);
}

} // namespace jetbridge::oauth
