// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Probe.h"

#include "http/Authorities.h"
#include "http/ProxySettings.h"
#include "ports/Finished.h"

#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

#include <memory>

namespace jetbridge::endpoints {

namespace {

constexpr qsizetype longestChallenge = 64;

QByteArray answerTo(const QByteArray& challenge, const Secret& key)
{
    return QMessageAuthenticationCode::hash(
        challenge, key.reveal().toByteArray(), QCryptographicHash::Sha256)
        .toHex();
}

FailureKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return FailureKind::Insecure;
    case QNetworkReply::OperationCanceledError: // what Qt 6.4 calls a transfer time-out; nobody
                                                // else aborts this
    case QNetworkReply::TimeoutError:
        return FailureKind::TimedOut;
    default:
        return FailureKind::Unreachable;
    }
}

} // namespace

web::Reply probeReply(const web::Request& request, const Secret& key)
{
    const auto query = request.queryForm();
    const QByteArray challenge = query ? query->value("challenge") : QByteArray();
    if (challenge.isEmpty() || challenge.size() > longestChallenge)
        return web::Reply::text(
            QStringLiteral("A challenge of up to 64 characters is needed."), 400);
    return web::Reply::text(QString::fromLatin1(answerTo(challenge, key)));
}

Task<Outcome<Done>> probe(
    QUrl url, Secret key, QByteArray challenge, QString caFile, std::chrono::milliseconds patience)
{
    const auto tls = http::tlsWith(caFile);
    if (!tls)
        co_return passOn(tls);
    const auto proxy = http::environmentProxyFor(url);
    if (!proxy)
        co_return passOn(proxy);
    url.setQuery(QUrlQuery{{QStringLiteral("challenge"), QString::fromLatin1(challenge)}});
    QNetworkRequest request(url);
    request.setTransferTimeout(int(patience.count()));
    request.setSslConfiguration(*tls);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Both outlive the reply's last signal, in the middle of which this coroutine goes on.
    const std::unique_ptr<QNetworkAccessManager, QScopedPointerDeleteLater> network(
        new QNetworkAccessManager);
    if (!proxy->variable.isEmpty())
        network->setProxy(proxy->proxy);
    QNetworkReply* reply = network->get(request);
    co_await Finished(reply);

    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        co_return failed(kindOf(reply->error()),
            QStringLiteral("%1 did not answer: %2").arg(url.host(), reply->errorString()));
    if (status != 200 || !Secret::equalBytes(reply->readAll().trimmed(), answerTo(challenge, key)))
        co_return failed(FailureKind::NotFound,
            QStringLiteral("%1 is answered by somebody else, not by these endpoints.")
                .arg(url.host()),
            status);
    co_return Done{};
}

} // namespace jetbridge::endpoints
