// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Client.h"

#include "async/Later.h"
#include "domain/Application.h"
#include "http/Authorities.h"
#include "http/NetworkFailure.h"
#include "http/ProxySettings.h"
#include "http/RequestBody.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::http {

namespace {

bool isEncrypted(const QUrl& url)
{
    return url.scheme() == "https"_L1;
}

QString tlsFacts(const QNetworkReply& reply)
{
    if (!isEncrypted(reply.url()))
        return {};
    const QSslCipher cipher = reply.sslConfiguration().sessionCipher();
    return cipher.isNull() ? QString() : u"%1, %2"_s.arg(cipher.protocolString(), cipher.name());
}

/// Returns the system's proxy for a URL. The lookup may use the network itself (PAC, WPAD), so it
/// runs on another thread and has a time limit.
Task<QNetworkProxy> systemProxyFor(QUrl url)
{
    const async::Later<QNetworkProxy> later;
    QThreadPool::globalInstance()->start([later, url] {
        const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
        later.settle(proxies.value(0, QNetworkProxy::NoProxy));
    });
    QTimer::singleShot(
        std::chrono::seconds(5), qApp, [later] { later.settle(QNetworkProxy::NoProxy); });
    const QNetworkProxy proxy = co_await later;
    co_return proxy;
}

/// The receiving side of one request: collects the body within its limits and remembers why it was
/// stopped.
class ReplyReceiver : public QObject {
public:
    enum class Stop { No, Cancelled, TimedOut, TooLong };

    ReplyReceiver(QNetworkReply* reply, std::chrono::milliseconds timeout)
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
        if (body.size() > Client::mostBodyBytes)
            stopLater(Stop::TooLong);
    }

    /// Ends the request now. Whoever awaits the reply resumes before this function returns.
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
    // For use in this object's own slots: the awaiting coroutine destroys the object, which must
    // not happen while a slot runs.
    void stopLater(Stop why)
    {
        QMetaObject::invokeMethod(
            this, [this, why] { stop(why); }, Qt::QueuedConnection);
    }

    QNetworkReply* m_reply;
    QTimer m_deadline;
};

/// Reports a request that was not sent; `why` is the reason.
Delivery notSent(const Request& request, Failure why)
{
    why.correlationId = request.correlation.text();
    return {tl::unexpected<Failure>(std::move(why)), false};
}

/// Returns why there is no complete answer; nullopt if there is one.
std::optional<Failure> failureOf(
    const Request& request, const QNetworkReply& reply, const ReplyReceiver& receiver, int status)
{
    const QString host = place(request.url);
    const bool isEnough = request.isStatusEnough && status != 0;
    if (receiver.stopped == ReplyReceiver::Stop::Cancelled)
        return Failure{FailureKind::Cancelled, 0, {}, Message::of("request_stopped", {host}), {}};
    if (receiver.stopped == ReplyReceiver::Stop::TimedOut)
        return Failure{FailureKind::TimedOut, 0, {},
            Message::of("answer_too_slow",
                {host, QString::number(double(request.timeout.count()) / 1000.0)}),
            {}};
    if (isEnough)
        return std::nullopt;
    if (receiver.body.size() > Client::mostBodyBytes)
        return Failure{FailureKind::BadReply, status, {},
            Message::of("answer_too_long", {host, QString::number(Client::mostBodyBytes)}), {}};
    // Qt calls such a redirect a failure if the request may be sent only once, although it is not
    // told to follow it. The answer is complete.
    if (reply.error() == QNetworkReply::ContentReSendError && status != 0)
        return std::nullopt;
    if (failedBelowHttp(reply))
        return networkFailure(reply, receiver.tlsErrors);
    return std::nullopt;
}

} // namespace

QByteArray Reply::header(QByteArrayView name) const
{
    for (const auto& [header, value] : headers)
        if (name.compare(header, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

class Client::Private : public std::enable_shared_from_this<Private> {
public:
    explicit Private(Recording recording)
        : m_recording(recording)
    {
    }

    void setAuthorities(const QString& caFile)
    {
        m_tls.reset();
        if (caFile == m_caFile)
            return;
        m_caFile = caFile;
        m_manager.reset();
        m_reusable.clear();
    }
    Task<Delivery> send(Request request);
    void abortAll();

private:
    using Manager = std::shared_ptr<QNetworkAccessManager>;

    static Manager newManager();
    Manager managerFor(const Request& request);
    void keepForReuse(const Manager& manager, const Outcome<Reply>& reply);
    Task<Outcome<QNetworkProxy>> proxyFor(QUrl url);
    Outcome<Done> check(const Request& request);
    /// Returns the TLS settings. Only https requests call it, so that plain http never loads this
    /// computer's authorities.
    Outcome<QSslConfiguration> tls();
    QNetworkRequest prepared(const Request& request) const;
    static QNetworkReply* start(QNetworkAccessManager& manager, QNetworkRequest prepared,
        const Request& request, RequestBody* body);
    void record(const Request& request, const QDateTime& at, int milliseconds,
        const Outcome<Reply>& reply, const QString& tls) const;

    const Recording m_recording;
    QString m_caFile;
    std::optional<QSslConfiguration> m_tls; ///< Loaded on first use; nullopt before.
    Manager m_manager;
    QList<Manager> m_reusable; ///< Managers for reuse: each has a thread, which takes longer to
                               ///< create than a connection.
    QList<ReplyReceiver*> m_underWay;
    int m_aborts = 0; ///< Counts abortAll(): a request that waited for something else meanwhile is
                      ///< not started any more.
    QString m_proxiedHost; ///< Host of the last proxy lookup; the two members below are its result
                           ///< and how long it is valid.
    QNetworkProxy m_proxy;
    QDeadlineTimer m_proxyIsGood;
};

Client::Private::Manager Client::Private::newManager()
{
    // Requests under way hold a reference to their manager. It is deleted with deleteLater, because
    // the last reference is dropped inside a signal of its reply.
    Manager manager(
        new QNetworkAccessManager, [](QNetworkAccessManager* old) { old->deleteLater(); });
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

/// Chooses the manager for a request. A request that may be sent only once gets one without an open
/// connection, so that it never waits for, or fails with, a connection that earlier requests left
/// open.
Client::Private::Manager Client::Private::managerFor(const Request& request)
{
    if (request.once)
        return m_reusable.isEmpty() ? newManager() : m_reusable.takeLast();
    if (!m_manager)
        m_manager = newManager();
    return m_manager;
}

void Client::Private::keepForReuse(const Manager& manager, const Outcome<Reply>& reply)
{
    constexpr qsizetype most = 128; // More are never under way at once.
    // Only if both sides said so has Qt closed the connection by now.
    if (reply && reply->header("Connection").compare("close", Qt::CaseInsensitive) == 0
        && m_reusable.size() < most)
        m_reusable.append(manager);
}

Task<Outcome<QNetworkProxy>> Client::Private::proxyFor(QUrl url)
{
    // Qt omits entries that have no scheme.
    const auto named = environmentProxyFor(url);
    if (!named)
        co_return passOn(named);
    if (isThisComputer(url.host()))
        co_return QNetworkProxy(QNetworkProxy::NoProxy);
    if (!named->variable.isEmpty())
        co_return QNetworkProxy(named->proxy);
    const auto self = shared_from_this();
    if (m_proxiedHost != url.host() || m_proxyIsGood.hasExpired()) {
        const QNetworkProxy proxy = co_await systemProxyFor(url);
        m_proxy = proxy;
        m_proxiedHost = url.host();
        m_proxyIsGood = QDeadlineTimer(std::chrono::seconds(60));
    }
    co_return QNetworkProxy(m_proxy);
}

Outcome<QSslConfiguration> Client::Private::tls()
{
    if (!m_tls) {
        const auto read = tlsWith(m_caFile);
        if (!read)
            return read;
        m_tls = *read;
    }
    return *m_tls;
}

Outcome<Done> Client::Private::check(const Request& request)
{
    const QUrl& url = request.url;
    if (!url.isValid() || url.host().isEmpty())
        return failed(FailureKind::Invalid,
            u"The address \"%1\" is not a complete URL."_s.arg(
                url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
            0, u"url"_s);
    if (!isEncrypted(url) && !isLoopback(url) && !request.mayBePlain)
        return failed(FailureKind::Insecure,
            u"Nothing is sent to %1 without TLS: http is allowed only to this computer."_s.arg(
                place(url)),
            0, u"no_tls"_s);
    if (isEncrypted(url))
        if (const auto read = tls(); !read)
            return passOn(read);
    return Done{};
}

QNetworkRequest Client::Private::prepared(const Request& request) const
{
    QNetworkRequest prepared(request.url);
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("User-Agent", "Jetbridge/" JETBRIDGE_VERSION);
    for (const auto& [name, value] : request.headers)
        prepared.setRawHeader(name, value);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return prepared;
}

QNetworkReply* Client::Private::start(QNetworkAccessManager& manager, QNetworkRequest prepared,
    const Request& request, RequestBody* body)
{
    if (request.method == "GET")
        return manager.get(prepared);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    if (request.once) {
        prepared.setRawHeader("Connection", "close");
        prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    return request.method == "POST" ? manager.post(prepared, body)
                                    : manager.sendCustomRequest(prepared, request.method, body);
}

Task<Delivery> Client::Private::send(Request request)
{
    const auto self = shared_from_this();
    if (const auto sound = check(request); !sound)
        co_return notSent(request, sound.error());
    const QSslConfiguration secure = isEncrypted(request.url) ? m_tls.value() : QSslConfiguration();
    const int aborts = m_aborts;
    const auto proxy = co_await proxyFor(request.url);
    if (!proxy)
        co_return notSent(request, proxy.error());
    if (aborts != m_aborts)
        co_return notSent(
            request, {FailureKind::Cancelled, 0, {}, Message::of("stopped_before_sending"), {}});
    const Manager manager = managerFor(request);
    manager->setProxy(*proxy);
    QNetworkRequest ready = prepared(request);
    if (isEncrypted(request.url))
        ready.setSslConfiguration(secure);

    const QDateTime at = m_recording.recorder ? m_recording.clock->now() : QDateTime();
    QElapsedTimer elapsed;
    elapsed.start();
    auto* body = new RequestBody(
        request.body, request.once ? RequestBody::Sending::Once : RequestBody::Sending::Repeatable);
    QNetworkReply* reply = start(*manager, ready, request, body);
    body->setParent(reply);
    ReplyReceiver receiver(reply, request.timeout);
    m_underWay.append(&receiver);
    // Settled within finished(), so that the waiting code has acted before abort() returns.
    const async::Later<bool> ended;
    QObject::connect(reply, &QNetworkReply::finished, reply, [ended] { ended.settle(true); });
    if (!reply->isFinished())
        co_await ended;
    m_underWay.removeOne(&receiver);
    reply->disconnect(&receiver);
    if (reply->isOpen())
        receiver.take();
    reply->deleteLater();

    Reply answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply->rawHeaderPairs();
    answer.body = receiver.body;
    Delivery delivery{answer, body->taken()};
    if (auto failure = failureOf(request, *reply, receiver, answer.status)) {
        failure->correlationId = request.correlation.text();
        delivery.reply = tl::unexpected<Failure>(std::move(*failure));
        delivery.cut = std::move(answer);
    }
    if (request.once)
        keepForReuse(manager, delivery.reply);
    record(request, at, int(elapsed.elapsed()), delivery.reply, tlsFacts(*reply));
    co_return delivery;
}

void Client::Private::abortAll()
{
    ++m_aborts;
    QList<QPointer<ReplyReceiver>> all;
    for (ReplyReceiver* receiver : std::as_const(m_underWay))
        all.append(receiver);
    for (const QPointer<ReplyReceiver>& receiver : std::as_const(all))
        if (receiver)
            receiver->stop(ReplyReceiver::Stop::Cancelled);
}

void Client::Private::record(const Request& request, const QDateTime& at, int milliseconds,
    const Outcome<Reply>& reply, const QString& tls) const
{
    if (!m_recording.recorder)
        return;
    Exchange exchange;
    exchange.correlationId = request.correlation.text().toUtf8();
    exchange.from = m_recording.from;
    exchange.to = m_recording.to;
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
        exchange.replyBody = request.recordedBody ? request.recordedBody(*reply) : reply->body;
    } else {
        exchange.failure = reply.error().detail;
    }
    m_recording.recorder->record(std::move(exchange));
}

Client::Client(Recording recording)
    : d(std::make_shared<Private>(recording))
{
}

Client::~Client()
{
    d->abortAll();
}

void Client::setAuthorities(const QString& caFile)
{
    d->setAuthorities(caFile);
}

Task<Delivery> Client::send(Request request)
{
    return d->send(std::move(request));
}

void Client::abortAll()
{
    d->abortAll();
}

} // namespace jetbridge::http
