// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenEndpoint.h"

#include <atomic>

namespace jetbridge::oauth {

namespace {

web::Reply error(const char* code, const char* description, int status = 400)
{
    return tokenError(QLatin1String(code), QLatin1String(description), status);
}

constexpr char retryAfterSeconds[] = "5"; ///< Sent while there is no key to sign a token.

/// Makes a token reply (RFC 6749 5.1, headers included). Nothing here needs escaping: a token is
/// base64url, with dots if it is signed, and scopes contain neither quotes nor backslashes (3.3).
/// Composing the JSON by hand saves about a sixth of the instructions.
web::Reply issued(const Secret& token, int lifetimeSeconds, const Scopes& scopes)
{
    QByteArray body;
    body.reserve(128 + token.size());
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

} // namespace

struct TokenEndpoint::Private {
    ClientGate gate;
    TokenIssuer& issuer;
    std::atomic<UnknownScopes> unknownScopes = UnknownScopes::Refused;
};

TokenEndpoint::TokenEndpoint(const Clients& clients, TokenIssuer& issuer, const Clock& clock)
    : d(new Private{{clients, clock}, issuer})
{
}

TokenEndpoint::~TokenEndpoint() = default;

void TokenEndpoint::setUnknownScopes(UnknownScopes unknownScopes)
{
    d->unknownScopes = unknownScopes;
}

void TokenEndpoint::forgetFailures()
{
    d->gate.forgetFailures();
}

web::Reply TokenEndpoint::handle(const web::Request& request, ClientId* presentedId)
{
    return *handle(request, presentedId, ClientGate::Unknown::Refused);
}

std::optional<web::Reply> TokenEndpoint::handleKnown(
    const web::Request& request, ClientId* presentedId)
{
    return handle(request, presentedId, ClientGate::Unknown::LeftOpen);
}

std::optional<web::Reply> TokenEndpoint::handle(
    const web::Request& request, ClientId* presentedId, ClientGate::Unknown unknown)
{
    const auto admitted = d->gate.admit(request, presentedId, unknown);
    if (!admitted)
        return admitted.error();
    const web::Form& form = admitted->form;
    const Client& client = admitted->client;

    if (!form.has("grant_type"))
        return error("invalid_request", "grant_type is missing.");
    if (form.value("grant_type") != "client_credentials")
        return error("unsupported_grant_type", "Only client_credentials is supported.");
    const auto asked = Scopes::parse(QString::fromUtf8(form.value("scope")));
    const bool mayHaveAll = asked && client.scopes.covers(*asked);
    if (!asked || (!mayHaveAll && d->unknownScopes == UnknownScopes::Refused))
        return error("invalid_scope", "The scope is malformed or exceeds what was granted.");
    const Scopes& granted = asked->isEmpty() || !mayHaveAll ? client.scopes : *asked;

    const auto token = d->issuer.issue(client, granted);
    if (!token)
        return error("temporarily_unavailable", "The token cannot be signed now. Try again.", 503)
            .with("Retry-After", retryAfterSeconds);
    return issued(*token, d->issuer.lifetimeSeconds(), granted);
}

} // namespace jetbridge::oauth
