// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/Wire.h"

#include "domain/Application.h"
#include "domain/Json.h"
#include "http/Authorities.h"
#include "http/ProxySettings.h"
#include "ports/Finished.h"
#include "smartrecruiters/ReplyFailure.h"
#include "smartrecruiters/RequestBody.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QPromise>
#include <QSslCipher>
#include <QSslError>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace jetbridge::smartrecruiters {

namespace {

bool isEncrypted(const QUrl& url)
{
    return url.scheme() == QLatin1String("https");
}

QString tlsFacts(const QNetworkReply& reply)
{
    if (!isEncrypted(reply.url()))
        return {};
    const QSslCipher cipher = reply.sslConfiguration().sessionCipher();
    return cipher.isNull() ? QString()
                           : QStringLiteral("%1, %2").arg(cipher.protocolString(), cipher.name());
}

bool isThisComputer(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// The proxy that the system names. It may ask the network itself (PAC, WPAD), so it is asked on
/// another thread, and not for ever.
Task<QNetworkProxy> systemProxyFor(QUrl url)
{
    struct Asking {
        QPromise<QNetworkProxy> promise;
        std::atomic_flag isAnswered;

        void answer(const QNetworkProxy& proxy)
        {
            if (isAnswered.test_and_set())
                return;
            promise.addResult(proxy);
            promise.finish();
        }
    };
    const auto asking = std::make_shared<Asking>();
    asking->promise.start();
    const QFuture<QNetworkProxy> future = asking->promise.future();
    QThreadPool::globalInstance()->start([asking, url] {
        const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
        asking->answer(proxies.value(0, QNetworkProxy::NoProxy));
    });
    QTimer::singleShot(
        std::chrono::seconds(5), qApp, [asking] { asking->answer(QNetworkProxy::NoProxy); });
    co_return co_await future;
}

QString place(const QUrl& url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

QString tlsText(const QList<QSslError>& errors)
{
    QStringList sentences;
    for (const QSslError& error : errors)
        sentences.append(error.errorString() + QLatin1Char('.'));
    return sentences.join(QLatin1Char(' '));
}

/// What is wrong with the certificate, by what somebody must do about it; without one, the two
/// sides did not agree on a version.
const char* tlsCode(const QList<QSslError>& errors)
{
    if (errors.isEmpty())
        return "tls_version";
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&kinds](const QSslError& error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return "certificate_expired";
    if (has({QSslError::HostNameMismatch}))
        return "certificate_host";
    return "certificate_authority";
}

/// Why there was no answer, from Qt's point of view.
Failure networkFailure(const QNetworkReply& reply, const QList<QSslError>& tlsErrors)
{
    const auto failure = [](FailureKind kind, const QString& detail, const char* code = "") {
        return Failure{kind, 0, QLatin1String(code), detail, {}};
    };
    const QString host = place(reply.url());
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return failure(FailureKind::Insecure,
            QStringLiteral("No trustworthy TLS connection to %1: %2")
                .arg(host, tlsErrors.isEmpty() ? reply.errorString() : tlsText(tlsErrors)),
            tlsCode(tlsErrors));
    case QNetworkReply::HostNotFoundError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The name %1 is not known (DNS).").arg(reply.url().host()), "dns");
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("%1 refused the connection.").arg(host), "connection_refused");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("%1 closed the connection before its answer was complete.").arg(host),
            "connection_closed");
    case QNetworkReply::TimeoutError:
        return failure(
            FailureKind::TimedOut, QStringLiteral("%1 did not answer in time.").arg(host));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The proxy on the way to %1 failed.").arg(host), "proxy");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failure(FailureKind::Unreachable,
            QStringLiteral("The proxy on the way to %1 asks for a sign-in.").arg(host),
            "proxy_authentication");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return failure(FailureKind::BadReply,
            QStringLiteral("%1 does not speak HTTP as it should.").arg(host));
    case QNetworkReply::UnknownNetworkError:
        // What Qt says of a proxy that nobody answers at.
        if (reply.manager()->proxy().type() != QNetworkProxy::NoProxy)
            return failure(FailureKind::Unreachable,
                QStringLiteral("The proxy on the way to %1 failed: %2.")
                    .arg(host, reply.errorString()),
                "proxy");
        [[fallthrough]];
    default:
        return failure(FailureKind::Unreachable,
            QStringLiteral("%1 cannot be reached: %2.").arg(host, reply.errorString()));
    }
}

/// An error says what is wrong; anything else may tell of people, in whatever form.
QByteArray recordedBody(const WireRequest& request, const WireReply& reply)
{
    if (request.keepsAnswer == WireRequest::Keeps::All || reply.status >= 400)
        return reply.body;
    const QString total = jsonText(reply.body, "totalFound");
    return QStringLiteral("[people's data left out: %1 bytes%2]")
        .arg(QString::number(reply.body.size()),
            total.isEmpty() ? QString() : QStringLiteral(", totalFound ") + total)
        .toUtf8();
}

/// Whether Qt ended with an error below HTTP: errors above 200 only repeat the status.
bool failedBelowHttp(const QNetworkReply& reply, int status)
{
    const int error = reply.error();
    const bool network = error != QNetworkReply::NoError
        && (error < 200 || error == QNetworkReply::ContentReSendError);
    const bool protocol = error > 300 && error < 400;
    // A cut body does not take back a status that already says no.
    return status == 0 || ((network || protocol) && status < 400);
}

} // namespace

QByteArray WireReply::header(QByteArrayView name) const
{
    for (const auto& [header, value] : headers)
        if (name.compare(header, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

Outcome<QJsonObject> WireReply::json() const
{
    const auto bad = [this](const QString& what, const char* code = "") {
        return failed(FailureKind::BadReply,
            QStringLiteral("SmartRecruiters answered %1 with %2.").arg(status).arg(what), status,
            QLatin1String(code));
    };
    const QByteArray text = body.trimmed();
    if (text.isEmpty())
        return bad(QStringLiteral("an empty body instead of JSON"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        if (text.startsWith('<'))
            return bad(
                QStringLiteral("an HTML page instead of JSON (a proxy or a maintenance page?)"),
                "html");
        return bad(QStringLiteral("something that is no JSON (%1 at byte %2)")
                       .arg(error.errorString())
                       .arg(error.offset));
    }
    if (!document.isObject())
        return bad(QStringLiteral("JSON that is no object"));
    return document.object();
}

/// The receiving end of one request: gathers the body within its bounds and remembers why it was
/// stopped.
class Wire::Reading : public QObject {
public:
    enum class Stop { No, Cancelled, TimedOut, TooLong };

    Reading(QNetworkReply* reply, std::chrono::milliseconds timeout)
        : m_reply(reply)
    {
        connect(reply, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { tlsErrors += errors; });
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { stopLater(Stop::TimedOut); });
        m_deadline.start(timeout);
    }

    void take()
    {
        body += m_reply->readAll();
        if (body.size() > mostBodyBytes)
            stopLater(Stop::TooLong);
    }

    /// Ends the request now; whoever awaits the reply is resumed before this returns.
    void stop(Stop why)
    {
        if (stopped == Stop::No && !m_reply->isFinished()) {
            stopped = why;
            m_reply->abort();
        }
    }

    Stop stopped = Stop::No;
    QByteArray body;
    QList<QSslError> tlsErrors;

private:
    // From a slot of our own: the awaiting coroutine destroys this object, so not under its feet.
    void stopLater(Stop why)
    {
        QMetaObject::invokeMethod(
            this, [this, why] { stop(why); }, Qt::QueuedConnection);
    }

    QNetworkReply* m_reply;
    QTimer m_deadline;
};

Wire::Wire(Environment environment, const Clock& clock, ExchangeRecorder* recorder)
    : m_clock(clock)
    , m_recorder(recorder)
{
    setEnvironment(std::move(environment));
}

Wire::~Wire() = default;

bool Wire::setEnvironment(Environment environment)
{
    const bool elsewhere = !m_manager || environment.apiUrl != m_environment.apiUrl
        || environment.caFile != m_environment.caFile;
    m_environment = std::move(environment);
    m_tls.reset();
    if (elsewhere) {
        m_manager = newManager();
        m_rested.clear();
        m_clockSkew.reset();
    }
    return elsewhere;
}

Wire::Manager Wire::newManager() const
{
    // Requests under way hold on to theirs; deleteLater, since the last one lets go inside a signal
    // of its reply.
    Manager manager(
        new QNetworkAccessManager, [](QNetworkAccessManager* old) { old->deleteLater(); });
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

Wire::Manager Wire::restedManager()
{
    return m_rested.isEmpty() ? newManager() : m_rested.takeLast();
}

void Wire::letRest(const Manager& manager, const Outcome<WireReply>& reply)
{
    constexpr qsizetype most = 128; // more are never under way at once
    // Only where both sides have said so Qt has closed the connection by now.
    if (reply && reply->header("Connection").compare("close", Qt::CaseInsensitive) == 0
        && m_rested.size() < most)
        m_rested.append(manager);
}

Task<QNetworkProxy> Wire::proxyFor(QUrl url)
{
    if (isThisComputer(url.host()))
        co_return QNetworkProxy(QNetworkProxy::NoProxy);
    // Qt leaves out what has no scheme.
    const auto named = http::environmentProxyFor(url);
    if (named && !named->variable.isEmpty())
        co_return QNetworkProxy(named->proxy);
    const auto self = shared_from_this();
    const QDateTime now = m_clock.now();
    const bool isKnown = m_proxiedHost == url.host() && m_proxyAskedAt.secsTo(now) < 60;
    if (!isKnown) {
        const QNetworkProxy proxy = co_await systemProxyFor(url);
        m_proxy = proxy;
        m_proxiedHost = url.host();
        m_proxyAskedAt = now;
    }
    co_return QNetworkProxy(m_proxy);
}

const Outcome<QSslConfiguration>& Wire::tls()
{
    if (!m_tls)
        m_tls = http::tlsWith(m_environment.caFile);
    return *m_tls;
}

Outcome<Done> Wire::checkTarget(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty())
        return failed(FailureKind::Invalid,
            QStringLiteral("The environment's apiUrl is not a complete URL."), 0,
            QStringLiteral("apiUrl"));
    if (url.hasFragment() || !url.userInfo().isEmpty())
        return failed(FailureKind::Invalid,
            QStringLiteral(
                "The environment's apiUrl must have no fragment and no user name (RFC 6749 3.2)."),
            0, QStringLiteral("apiUrl"));
    if (!isEncrypted(url) && !isLoopback(url))
        return failed(FailureKind::Insecure,
            QStringLiteral("Nothing is sent to %1 without TLS: http is for this computer only.")
                .arg(place(url)),
            0, QStringLiteral("no_tls"));
    if (isEncrypted(url) && !tls())
        return passOn(tls());
    const auto proxy = http::environmentProxyFor(url);
    return proxy ? Outcome<Done>(Done{}) : passOn(proxy);
}

Task<Delivery> Wire::send(WireRequest request)
{
    const auto self = shared_from_this();
    if (const auto sound = checkTarget(request.url); !sound) {
        Delivery notSent{passOn(sound), false};
        notSent.reply.error().correlationId = request.correlation.text();
        co_return notSent;
    }
    const QSslConfiguration secure = isEncrypted(request.url) ? *tls() : QSslConfiguration();
    const int aborts = m_aborts;
    const QNetworkProxy proxy = co_await proxyFor(request.url);
    if (aborts != m_aborts) {
        Delivery notSent{
            failed(FailureKind::Cancelled, QStringLiteral("Stopped before the request was sent.")),
            false};
        notSent.reply.error().correlationId = request.correlation.text();
        co_return notSent;
    }
    // A connection of its own, so that one call never waits for or fails with a connection that
    // others left behind.
    const Manager manager = request.once ? restedManager() : m_manager;
    manager->setProxy(proxy);

    QNetworkRequest prepared(request.url);
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("User-Agent", "Jetbridge/" JETBRIDGE_VERSION);
    for (const auto& [name, value] : request.headers)
        prepared.setRawHeader(name, value);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (isEncrypted(request.url))
        prepared.setSslConfiguration(secure);

    const QDateTime at = m_clock.now();
    QElapsedTimer elapsed;
    elapsed.start();
    auto* body = new RequestBody(
        request.body, request.once ? RequestBody::Sending::Once : RequestBody::Sending::Repeatable);
    QNetworkReply* reply = nullptr;
    if (request.method == "POST") {
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
        if (request.once) {
            prepared.setRawHeader("Connection", "close");
            prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
            prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        }
        reply = manager->post(prepared, body);
    } else {
        reply = manager->get(prepared);
    }
    body->setParent(reply);
    Reading reading(reply, request.timeout);
    m_underWay.append(&reading);
    co_await Finished(reply);
    m_underWay.removeOne(&reading);
    reply->disconnect(&reading);
    if (reply->isOpen())
        reading.take();
    reply->deleteLater();

    WireReply answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply->rawHeaderPairs();
    answer.body = reading.body;
    const QString host = place(request.url);

    Delivery delivery{answer, body->taken()};
    if (reading.stopped == Reading::Stop::Cancelled)
        delivery.reply = failed(FailureKind::Cancelled,
            QStringLiteral("The request to %1 was stopped here.").arg(host));
    else if (reading.stopped == Reading::Stop::TimedOut)
        delivery.reply = failed(FailureKind::TimedOut,
            QStringLiteral("%1 did not answer completely within %2 s.")
                .arg(host)
                .arg(double(request.timeout.count()) / 1000.0));
    else if (answer.body.size() > mostBodyBytes)
        delivery.reply = failed(FailureKind::BadReply,
            QStringLiteral("The answer of %1 is longer than %2 bytes.")
                .arg(host)
                .arg(mostBodyBytes),
            answer.status);
    else if (failedBelowHttp(*reply, answer.status))
        delivery.reply = tl::unexpected<Failure>(networkFailure(*reply, reading.tlsErrors));
    if (delivery.reply) {
        compareClocks(answer, at);
    } else {
        delivery.reply.error().correlationId = request.correlation.text();
        delivery.cutBody = answer.body;
    }
    if (request.once)
        letRest(manager, delivery.reply);
    record(request, at, int(elapsed.elapsed()), delivery.reply, tlsFacts(*reply));
    co_return delivery;
}

void Wire::abortAll()
{
    ++m_aborts;
    QList<QPointer<Reading>> all;
    for (Reading* reading : std::as_const(m_underWay))
        all.append(reading);
    for (const QPointer<Reading>& reading : std::as_const(all))
        if (reading)
            reading->stop(Reading::Stop::Cancelled);
}

void Wire::compareClocks(const WireReply& reply, const QDateTime& sentAt)
{
    const QDateTime now = m_clock.now();
    const QDateTime theirs = httpDate(reply.header("Date"), now);
    if (!theirs.isValid())
        return;
    // It was written at some moment in between, and in whole seconds.
    qint64 skew = 0;
    if (theirs > now)
        skew = now.secsTo(theirs);
    else if (theirs.addSecs(1) < sentAt)
        skew = sentAt.secsTo(theirs.addSecs(1));
    m_clockSkew = std::chrono::seconds(skew);
}

void Wire::record(const WireRequest& request, const QDateTime& at, int milliseconds,
    const Outcome<WireReply>& reply, const QString& tls) const
{
    if (!m_recorder)
        return;
    Exchange exchange;
    exchange.correlationId = request.correlation.text().toUtf8();
    exchange.from = Lane::PartnerApp;
    exchange.to = Lane::SmartRecruiters;
    exchange.at = at;
    exchange.milliseconds = milliseconds;
    exchange.method = request.method;
    exchange.url = request.url;
    exchange.requestHeaders = request.headers;
    exchange.requestBody = request.body.reveal().toByteArray();
    exchange.tls = tls;
    if (reply) {
        exchange.status = reply->status;
        exchange.replyHeaders = reply->headers;
        exchange.replyBody = recordedBody(request, *reply);
    } else {
        exchange.failure = reply.error().detail;
    }
    m_recorder->record(std::move(exchange));
}

} // namespace jetbridge::smartrecruiters
