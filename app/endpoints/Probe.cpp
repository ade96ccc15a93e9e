// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Probe.h"

#include "http/Client.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

namespace {

constexpr qsizetype longestChallenge = 64;

QByteArray answerTo(const QByteArray& challenge, const Secret& key)
{
    return QMessageAuthenticationCode::hash(
        challenge, key.reveal().toByteArray(), QCryptographicHash::Sha256)
        .toHex();
}

} // namespace

web::Reply probeReply(const web::Request& request, const Secret& key)
{
    const auto query = request.queryForm();
    const QByteArray challenge = query ? query->value("challenge") : QByteArray();
    if (challenge.isEmpty() || challenge.size() > longestChallenge)
        return web::Reply::text(u"A challenge of up to 64 characters is needed."_s, 400);
    return web::Reply::text(QString::fromLatin1(answerTo(challenge, key)));
}

Task<Outcome<Done>> probe(
    QUrl url, Secret key, QByteArray challenge, QString caFile, std::chrono::milliseconds patience)
{
    url.setQuery(QUrlQuery{{u"challenge"_s, QString::fromLatin1(challenge)}});
    http::Request request;
    request.url = url;
    request.timeout = patience;
    request.isStatusEnough = true;
    http::Client client;
    client.setAuthorities(caFile);
    const http::Delivery delivery = co_await client.send(std::move(request));
    if (!delivery.reply)
        co_return passOn(delivery.reply);
    const http::Reply& reply = *delivery.reply;
    if (reply.status != 200 || !Secret::equalBytes(reply.body.trimmed(), answerTo(challenge, key)))
        co_return failed(FailureKind::NotFound,
            u"Another server answers at %1, not these endpoints."_s.arg(url.host()), reply.status);
    co_return Done{};
}

} // namespace jetbridge::endpoints
