// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/HttpBackend.h"

#include "domain/Application.h"
#include "domain/Environment.h"
#include "http/Authorities.h"
#include "http/ProxySettings.h"
#include "ports/Finished.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace jetbridge::endpoints {

namespace {

// What a backend has to say to a notification is short; whoever goes on is not listened to.
constexpr qsizetype enough = 1024 * 1024;

/// What is gathered of one answer while it comes.
struct Reading {
    QByteArray body;
    qsizetype length = 0;
    bool timedOut = false;
};

QNetworkRequest requestFor(const BackendAddress& address, const Notification& notification)
{
    QNetworkRequest request(address.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("User-Agent", "Jetbridge/" JETBRIDGE_VERSION);
    request.setRawHeader("Jetbridge-Notification", QByteArray::number(notification.number));
    request.setRawHeader("Jetbridge-Company", QUrl::toPercentEncoding(notification.company.text()));
    request.setRawHeader("Jetbridge-Client", QUrl::toPercentEncoding(notification.client.text()));
    request.setRawHeader(
        "Jetbridge-Received", notification.at.toUTC().toString(Qt::ISODate).toLatin1());
    if (!address.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + address.bearer.reveal().toByteArray());
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

QString place(const QUrl& url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

/// Why there is no status.
Failure noAnswer(const QNetworkReply& reply, const Reading& reading, int seconds)
{
    const auto failure = [&reply](FailureKind kind, const QString& text) {
        return Failure{kind, 0, {}, text.arg(place(reply.url())), {}};
    };
    if (reading.timedOut)
        return failure(FailureKind::TimedOut,
            QStringLiteral("The backend at %1 did not answer within ") + QString::number(seconds)
                + QStringLiteral(" s."));
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError:
        return failure(FailureKind::Cancelled, QStringLiteral("The call to %1 was stopped here."));
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The backend at %1 refused the connection: does it run?"));
    case QNetworkReply::HostNotFoundError:
        return failure(
            FailureKind::Unreachable, QStringLiteral("The name of %1 is not known (DNS)."));
    case QNetworkReply::RemoteHostClosedError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The backend at %1 closed the connection without an answer."));
    case QNetworkReply::SslHandshakeFailedError:
        return failure(FailureKind::Insecure,
            QStringLiteral("No trustworthy TLS connection to %1: ") + reply.errorString());
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return failure(
            FailureKind::BadReply, QStringLiteral("%1 does not speak HTTP as it should."));
    default:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The backend at %1 cannot be reached: ") + reply.errorString());
    }
}

QList<QPair<QByteArray, QByteArray>> headersOf(const QNetworkRequest& request)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    for (const QByteArray& name : request.rawHeaderList())
        headers.append({name, request.rawHeader(name)});
    return headers;
}

/// From our API to the partner's own application, as it is about to leave.
Exchange leaving(
    const QNetworkRequest& request, const Notification& notification, const QDateTime& at)
{
    Exchange exchange;
    exchange.correlationId = notification.onboarding.text().toUtf8();
    exchange.from = Lane::PartnerApi;
    exchange.to = Lane::PartnerApp;
    exchange.at = at;
    exchange.method = "POST";
    exchange.url = request.url();
    exchange.requestHeaders = headersOf(request);
    exchange.requestBody = notification.body;
    return exchange;
}

} // namespace

Task<Outcome<BackendAnswer>> HttpBackend::deliver(BackendAddress address, Notification notification)
{
    if (const auto sound = checkUrl("url", address.url); !sound)
        co_return passOn(sound);
    const auto tls = http::tlsWith(m_caFile);
    if (!tls)
        co_return passOn(tls);
    const auto proxy = http::environmentProxyFor(address.url);
    if (!proxy)
        co_return passOn(proxy);

    // A connection of its own: one that a backend closed meanwhile is nobody's failure.
    auto* manager = new QNetworkAccessManager;
    if (isLoopback(address.url) || !proxy->variable.isEmpty())
        manager->setProxy(proxy->proxy);
    const std::chrono::milliseconds timeout = m_timeout;
    ExchangeRecorder* const recorder = m_recorder;
    if (recorder && !address.bearer.isEmpty())
        recorder->knowSecret(address.bearer);
    QNetworkRequest request = requestFor(address, notification);
    request.setSslConfiguration(*tls);
    Exchange exchange = leaving(request, notification, m_clock.now());
    QElapsedTimer elapsed;
    elapsed.start();
    QNetworkReply* reply = manager->post(request, notification.body);
    // Outlives its last signal, in the middle of which this coroutine goes on.
    const std::unique_ptr<QNetworkAccessManager, QScopedPointerDeleteLater> later(manager);
    m_underWay.removeAll(nullptr);
    m_underWay.append(reply);

    const auto reading = std::make_shared<Reading>();
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, reading] {
        const QByteArray came = reply->readAll();
        reading->length += came.size();
        reading->body += came.first(std::min(came.size(), mostBodyBytes - reading->body.size()));
        if (reading->length > enough)
            reply->abort();
    });
    QTimer::singleShot(timeout, reply, [reply, reading] {
        reading->timedOut = true;
        reply->abort();
    });
    co_await Finished(reply);

    BackendAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.milliseconds = int(elapsed.elapsed());
    // A status that came is an answer, however its body ended; unless it was we who stopped.
    std::optional<Failure> failure;
    if (answer.status == 0 || reading->timedOut)
        failure = noAnswer(*reply, *reading, int(timeout.count() / 1000));
    exchange.milliseconds = answer.milliseconds;
    if (const QSslCipher cipher = reply->sslConfiguration().sessionCipher(); !cipher.isNull())
        exchange.tls = QStringLiteral("%1, %2").arg(cipher.protocolString(), cipher.name());
    if (failure) {
        exchange.failure = failure->detail;
    } else {
        exchange.status = answer.status;
        exchange.replyHeaders = reply->rawHeaderPairs();
        exchange.replyBody = reading->body;
    }
    if (recorder)
        recorder->record(std::move(exchange));
    if (failure)
        co_return tl::unexpected<Failure>(*failure);
    answer.body = reading->body;
    if (!address.bearer.isEmpty())
        answer.body.replace(address.bearer.reveal().toByteArray(), "[bearer]");
    co_return answer;
}

void HttpBackend::abortAll()
{
    const auto underWay = std::exchange(m_underWay, {});
    for (const QPointer<QNetworkReply>& reply : underWay)
        if (reply)
            reply->abort();
}

} // namespace jetbridge::endpoints
