// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/RegistrationReply.h"

#include "authorization/OAuthReply.h"
#include "domain/Environment.h"
#include "domain/Harmless.h"
#include "domain/Json.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

namespace {

constexpr auto clientCredentials = "client_credentials";

/// No client was made. `code` is also the message's, unless `message` is another one.
tl::unexpected<Failure> refused(
    FailureKind kind, const http::Reply& reply, const char* code, const char* message = nullptr)
{
    return failed(kind, Message::of(message ? message : code, {statusAndError(reply)}),
        reply.status, QLatin1String(code));
}

tl::unexpected<Failure> refusal(const http::Reply& reply)
{
    switch (reply.status) {
    case 401:
        return refused(FailureKind::Refused, reply, "registration_token_refused");
    case 403:
        return refused(FailureKind::NotPermitted, reply, "registration_forbidden");
    case 404:
    case 405:
    case 501:
        return refused(FailureKind::NotFound, reply, "registration_absent");
    case 409:
        return refused(FailureKind::NotPermitted, reply, "registration_taken");
    case 429:
        return refused(FailureKind::RateLimited, reply, "registration_limited");
    default:
        break;
    }
    if (reply.status == 400 && !errorCode(reply.body).isEmpty())
        return refused(FailureKind::NotPermitted, reply, "registration_metadata");
    if (reply.status >= 300 && reply.status < 400)
        return refused(FailureKind::BadReply, reply, "registration_odd", "registration_redirected");
    return refused(FailureKind::BadReply, reply, "registration_odd");
}

/// A client may have been made, and nobody can tell which one it is.
tl::unexpected<Failure> unanswered(FailureKind kind, int status, Message message)
{
    return failed(kind, std::move(message), status, QLatin1String(registrationUnanswered));
}

/// Nothing was sent.
tl::unexpected<Failure> unreached(Failure failure)
{
    failure.code = u"registration_unreached"_s;
    failure.detail = Message::of("registration_unreached", {failure.detail});
    return tl::unexpected<Failure>(std::move(failure));
}

/// Returns a text that is allowed in a header or form (RFC 6749 Appendix A.1, A.2), or nothing.
QString visibleText(const QJsonObject& object, const char* field)
{
    const QString text = object.value(QLatin1String(field)).toString();
    const bool isVisible = std::all_of(text.begin(), text.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7f; });
    return isVisible ? text : QString();
}

ClientManagement managementIn(const QJsonObject& object)
{
    const QUrl url(object.value("registration_client_uri"_L1).toString(), QUrl::StrictMode);
    if (!checkUrl("registration_client_uri", url))
        return {};
    return {url, Secret(visibleText(object, "registration_access_token").toUtf8())};
}

/// Returns why a client that was made cannot be used; empty: it can.
Message faultOf(const QJsonObject& object, const RegisteredClient& client, const QDateTime& now)
{
    if (client.pair.clientSecret.isEmpty())
        return Message::of("registration_no_secret");
    const QJsonValue grants = object.value("grant_types"_L1);
    if (!grants.isUndefined() && !grants.toArray().contains(QLatin1String(clientCredentials)))
        return Message::of("registration_no_grant");
    if (client.secretExpiresAt.isValid() && client.secretExpiresAt <= now)
        return Message::of("registration_secret_expired");
    return {};
}

Outcome<RegisteredClient> clientIn(const http::Reply& reply, const QDateTime& now)
{
    const auto object = jsonObject(reply.body);
    const QString id = object ? visibleText(*object, "client_id") : QString();
    if (id.isEmpty())
        return unanswered(FailureKind::BadReply, reply.status,
            Message::of("registration_no_client_id", {QString::number(reply.status)}));
    RegisteredClient client;
    client.pair.clientId = ClientId(id);
    client.pair.clientSecret = Secret(visibleText(*object, "client_secret").toUtf8());
    client.pair.management = managementIn(*object);
    // Seconds since 1970; 0: never (RFC 7591 3.2.1).
    const qint64 expires = object->value("client_secret_expires_at"_L1).toInteger();
    if (expires > 0)
        client.secretExpiresAt = QDateTime::fromSecsSinceEpoch(expires).toUTC();
    client.fault = faultOf(*object, client, now);
    return client;
}

QString withoutLastSlash(const QString& url)
{
    return url.endsWith(QLatin1Char('/')) ? url.chopped(1) : url;
}

/// Tells whether this issuer's metadata is at this address: its path follows the well-known name
/// (RFC 8414 3.1) or precedes it (OpenID Connect Discovery). Any other address does not tell.
bool isIssuerOf(const QUrl& metadataUrl, const QString& issuer)
{
    static const QRegularExpression wellKnown(u"^(.*)/\\.well-known/[^/]+(.*)$"_s);
    const auto path = wellKnown.match(metadataUrl.path(QUrl::FullyEncoded));
    if (!path.hasMatch())
        return true;
    QUrl named = metadataUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    named.setPath(path.captured(1) + path.captured(2), QUrl::StrictMode);
    return withoutLastSlash(issuer) == withoutLastSlash(named.toString(QUrl::FullyEncoded));
}

} // namespace

Outcome<RegisteredClient> readRegistered(const http::Delivery& delivery, const QDateTime& now)
{
    if (!delivery.reply) {
        const Failure& failure = delivery.reply.error();
        if (!delivery.left)
            return unreached(failure);
        return unanswered(failure.kind, failure.status, Message::of("registration_no_answer"));
    }
    const http::Reply& reply = *delivery.reply;
    if (reply.status >= 200 && reply.status < 300)
        return clientIn(reply, now);
    if (reply.status >= 500 && reply.status != 501)
        return unanswered(FailureKind::ServerFault, reply.status,
            Message::of("registration_server_fault", {QString::number(reply.status)}));
    return refusal(reply);
}

Outcome<Done> readRemoved(const http::Delivery& delivery)
{
    if (!delivery.reply)
        return passOn(delivery.reply);
    const http::Reply& reply = *delivery.reply;
    if (reply.status >= 200 && reply.status < 300)
        return Done{};
    const auto because = [&reply](FailureKind kind) {
        return refused(kind, reply, "registration_not_deleted");
    };
    if (reply.status == 401 || reply.status == 404)
        return because(FailureKind::Refused);
    if (reply.status == 403 || reply.status == 405 || reply.status == 501)
        return because(FailureKind::NotPermitted);
    return because(reply.status == 429 ? FailureKind::RateLimited
            : reply.status >= 500      ? FailureKind::ServerFault
                                       : FailureKind::BadReply);
}

Outcome<QUrl> readRegistrationEndpoint(const http::Delivery& delivery, const QUrl& metadataUrl)
{
    if (!delivery.reply)
        return unreached(delivery.reply.error());
    const http::Reply& reply = *delivery.reply;
    const auto odd = [&](FailureKind kind, const char* message) {
        return failed(kind, Message::of(message, {metadataUrl.toString(QUrl::FullyEncoded)}),
            reply.status, u"registration_absent"_s);
    };
    const auto object = jsonObject(reply.body);
    if (reply.status != 200 || !object)
        return odd(FailureKind::BadReply, "registration_metadata_odd");
    const QString issuer = object->value("issuer"_L1).toString();
    if (!issuer.isEmpty() && !isIssuerOf(metadataUrl, issuer))
        return failed(FailureKind::BadReply,
            Message::of("registration_metadata_issuer",
                {metadataUrl.toString(QUrl::FullyEncoded), harmless::line(issuer)}),
            reply.status, u"registration_absent"_s);
    const QString text = object->value("registration_endpoint"_L1).toString();
    if (text.isEmpty())
        return odd(FailureKind::NotFound, "registration_metadata_without");
    const QUrl url(text, QUrl::StrictMode);
    if (!checkUrl("registration_endpoint", url))
        return odd(FailureKind::BadReply, "registration_metadata_insecure");
    return url;
}

} // namespace jetbridge::authorization
