// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientGate.h"

#include "oauth/ClientAuthentication.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

/// Adds the two headers that RFC 6749 5.1 requires on every reply of the endpoint, errors included
/// (5.2).
web::Reply unstored(web::Reply reply)
{
    reply.with("Cache-Control", "no-store");
    reply.with("Pragma", "no-cache");
    return reply;
}

tl::unexpected<std::optional<web::Reply>> refused(web::Reply reply)
{
    return tl::unexpected<std::optional<web::Reply>>(std::move(reply));
}

tl::unexpected<std::optional<web::Reply>> refused(
    const char* code, const char* description, int status = 400)
{
    return refused(tokenError(QLatin1String(code), QLatin1String(description), status));
}

tl::unexpected<std::optional<web::Reply>> refused(const Failure& failure)
{
    return refused(
        unstored(web::Reply::fromFailure(failure, failure.status ? failure.status : 400)));
}

tl::unexpected<std::optional<web::Reply>> tooManyFailures(qint64 waitMs)
{
    auto reply =
        tokenError(u"invalid_client"_s, u"Too many failed attempts. Try again later."_s, 429);
    reply.with("Retry-After", QByteArray::number((waitMs + 999) / 1000));
    return refused(std::move(reply));
}

/// Tells whether the secret is this client's. An unknown client takes the same path as a wrong
/// secret.
bool isRight(const Secret& secret, const std::optional<Client>& client)
{
    static const QByteArray nobody(32, '\0');
    const bool isEqual =
        Secret::equalBytes(secret.sha256(), client ? client->secretSha256 : nobody);
    return client && isEqual;
}

} // namespace

web::Reply tokenError(const QString& code, const QString& description, int status)
{
    web::Reply reply = web::Reply::json(
        QJsonObject{{u"error"_s, code}, {u"error_description"_s, description}}, status);
    // Every 401 carries a challenge (RFC 9110 11.6.1).
    if (status == 401)
        reply.with("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
    return unstored(std::move(reply));
}

tl::expected<ClientGate::Admitted, std::optional<web::Reply>> ClientGate::admit(
    const web::Request& request, ClientId* presentedId, Unknown unknown)
{
    // Credentials are never accepted in the request URI (2.3.1). Other query parameters are
    // ignored.
    const auto query = request.queryForm();
    if (!query || query->has("client_secret") || query->has("client_id")
        || query->has("access_token"))
        return refused("invalid_request", "Credentials in the request URI are refused.");
    const auto form = request.form();
    if (!form) {
        Failure failure = form.error();
        failure.code = u"invalid_request"_s;
        return refused(failure);
    }
    if (!form->repeatedName().isEmpty())
        return refused("invalid_request", "A parameter occurs more than once.");

    const auto presented = presentedClient(request, *form);
    if (presented && presentedId)
        *presentedId = presented->client.clientId;
    const auto name = [&presented] {
        return presented ? "client " + presented->client.clientId.text().toUtf8() : QByteArray();
    };
    // All programs on this computer share one address, so only the client id is counted for them.
    const bool countPeer = !request.peer.isLoopback();
    // Behind a proxy that does not name its peers, all of them share one count. It refuses those
    // who fail once more, and nobody who has the right secret.
    const bool isPeerKnown = countPeer && !request.peer.isNull();
    const auto peer = [&request] {
        return peerKey(request.peer);
    };
    const qint64 now = m_clock.steadyMs();
    // Usually nobody has failed, and the lookup can be skipped.
    const bool anyFailed = m_failures.size() > 0;
    const qint64 peerWait = anyFailed && countPeer ? m_failures.waitMs(peer(), now) : 0;
    const qint64 wait =
        anyFailed ? std::max(isPeerKnown ? peerWait : 0, m_failures.waitMs(name(), now)) : 0;
    if (wait > 0)
        return tooManyFailures(wait);
    if (!presented && presented.error().kind != FailureKind::Refused)
        return refused(presented.error());
    auto client = presented ? m_clients.find(presented->client.clientId) : std::optional<Client>();
    if (unknown == Unknown::LeftOpen && presented && !client)
        return tl::unexpected<std::optional<web::Reply>>(std::nullopt);
    if (!presented || !isRight(presented->client.clientSecret, client)) {
        if (presented)
            m_failures.failed(name(), now);
        if (countPeer)
            m_failures.failed(peer(), now);
        if (peerWait > 0)
            return tooManyFailures(peerWait);
        return refused("invalid_client", "Client authentication failed.", 401);
    }
    if (anyFailed)
        m_failures.succeeded(name());
    return Admitted{*form, std::move(*client)};
}

} // namespace jetbridge::oauth
