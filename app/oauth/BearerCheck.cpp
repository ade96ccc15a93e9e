// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/BearerCheck.h"

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

/// Makes a refusal. Its challenge names the error (RFC 6750 3); a request without credentials gets
/// no error code (3.1).
web::Reply refusal(int status, const char* code = nullptr, const char* description = nullptr,
    const QByteArray& scope = {})
{
    QByteArray challenge = "Bearer realm=\"api\"";
    QJsonObject body;
    if (code) {
        challenge +=
            QByteArray(", error=\"") + code + "\", error_description=\"" + description + "\"";
        body = {{u"error"_s, QLatin1String(code)},
            {u"error_description"_s, QLatin1String(description)}};
    }
    if (!scope.isEmpty())
        challenge += ", scope=\"" + scope + "\"";
    web::Reply reply = web::Reply::json(body, status);
    reply.with("WWW-Authenticate", challenge);
    reply.with("Cache-Control", "no-store");
    return reply;
}

} // namespace

tl::expected<Grant, web::Reply> checkBearer(
    const web::Request& request, const TokenIssuer& issuer, const Scopes& required)
{
    // A token in a URI ends up in logs and browser histories (RFC 9700 4.3.2).
    const auto query = request.queryForm();
    const bool inQuery = !query || query->has("access_token");
    const bool inBody = request.mediaType() == "application/x-www-form-urlencoded" && request.form()
        && request.form()->has("access_token");
    if (inQuery || inBody)
        return tl::unexpected(refusal(
            400, "invalid_request", "A token is accepted in the Authorization header only."));
    if (request.headerCount("authorization") > 1)
        return tl::unexpected(
            refusal(400, "invalid_request", "More than one Authorization header."));

    const QByteArray authorization = request.header("authorization");
    if (!authorization.left(7).toLower().startsWith("bearer "))
        return tl::unexpected(refusal(401));
    const auto grant = issuer.check(authorization.mid(7).trimmed());
    if (!grant)
        return tl::unexpected(
            refusal(401, "invalid_token", "The token is unknown or has expired."));
    if (!grant->scopes.covers(required))
        return tl::unexpected(insufficientScope(required));
    return *grant;
}

web::Reply insufficientScope(const Scopes& required)
{
    return refusal(403, "insufficient_scope", "The token does not have a required scope.",
        required.text().toUtf8());
}

} // namespace jetbridge::oauth
