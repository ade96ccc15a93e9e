// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Server.h"

#include "web/Listener.h"
#include "web/RouterTable.h"

#include <QAbstractHttpServer>
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
#include <QHttpServerConfiguration>
#endif
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QThread>

#include <utility>

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

/// The host names that this server answers to; used on its thread only.
class HostNames {
public:
    explicit HostNames(const QStringList& names)
    {
        for (const QString& name : names)
            m_names.append(name.toLower().toUtf8());
    }
    void setPort(quint16 port)
    {
        const QByteArray suffix = ':' + QByteArray::number(port);
        m_own = {"127.0.0.1" + suffix, "localhost" + suffix, "[::1]" + suffix};
    }
    /// Tells whether the server has this name. Any other one may come from a page that points its
    /// own name at this server (DNS rebinding).
    bool knows(const QByteArray& host) const
    {
        if (m_own.contains(host))
            return true;
        const QByteArray lower = host.toLower();
        const qsizetype port = lower.lastIndexOf(':');
        const bool hasPort = port > lower.lastIndexOf(']');
        return m_own.contains(lower) || m_names.contains(lower)
            || (hasPort && m_names.contains(lower.first(port)));
    }
    QByteArray first() const { return m_own.value(0); }

private:
    QByteArrayList m_own;
    QByteArrayList m_names;
};

/// Load balancers ask by the method and with the query that their configuration names, below the
/// path prefix or without it. "OPTIONS *" asks for the server as a whole.
bool asksForHealth(
    const RequestScan& scanned, const QByteArray& healthPath, const QByteArray& pathPrefix)
{
    const QByteArray method = scanned.method();
    const QByteArray path = scanned.target().split('?').constFirst();
    return (method == "GET" || method == "HEAD" || method == "OPTIONS")
        && (path == "*" || path == healthPath || path == pathPrefix + healthPath);
}

std::optional<Method> methodOf(QByteArrayView name)
{
    if (name == "GET" || name == "HEAD")
        return Method::Get;
    if (name == "POST")
        return Method::Post;
    if (name == "PUT")
        return Method::Put;
    if (name == "DELETE")
        return Method::Delete;
    return std::nullopt;
}

auto headersOf(const QHttpServerRequest& request)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return request.headers().toListOfPairs();
#else
    return request.headers();
#endif
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
/// Makes a configuration in which newer Qt's own limits are never stricter than the guard, which is
/// responsible for both.
QHttpServerConfiguration configurationFor([[maybe_unused]] const Limits& limits)
{
    QHttpServerConfiguration configuration;
    configuration.setRateLimitPerSecond(0);
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    // Qt's timer also runs while a request is served and answered; the guard closes idle
    // connections.
    configuration.setKeepAliveTimeout(std::chrono::hours(24));
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 11, 0)
    configuration.setMaximumUrlSize(limits.headerBytes);
    configuration.setMaximumTotalHeaderSize(limits.headerBytes);
    configuration.setMaximumHeaderFieldSize(limits.headerBytes);
    configuration.setMaximumHeaderFieldCount(limits.headerBytes);
    configuration.setMaximumBodySize(limits.bodyBytes);
#endif
    return configuration;
}
#endif

/// Makes the reply to a request whose Host is not one of our names.
Reply misdirection(const QString& setting)
{
    QString text = u"This server does not accept the name in the Host header."_s;
    if (!setting.isEmpty())
        text += u" Set %1."_s.arg(setting);
    return Reply::text(text + u'\n', 421);
}

} // namespace

/// A QHttpServer on the server's thread that passes the requests which passed the guard to their
/// handlers.
class ServerWorker : public QAbstractHttpServer {
public:
    ServerWorker(std::shared_ptr<const Router::Table> table, const ServerOptions& options)
        : m_table(std::move(table))
        , m_names(options.hostNames)
        , m_misdirected(misdirection(options.hostNameSetting))
        , m_healthPath(options.healthPath)
        , m_pathPrefix(options.pathPrefix)
        , m_listener(new Listener(options))
    {
        while (m_pathPrefix.endsWith('/'))
            m_pathPrefix.chop(1);
        m_listener->setParent(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
        setConfiguration(configurationFor(options.limits));
#endif
    }
    ~ServerWorker() override { delete m_listener; }

    Outcome<quint16> listen(
        const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port)
    {
        if (const auto listening = m_listener->listenTo(address, moreAddresses, port); !listening)
            return passOn(listening);
        m_names.setPort(m_listener->serverPort());
        bind(m_listener);
        return m_listener->serverPort();
    }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest& request, QHttpServerResponder&) override
    {
        serve(request);
        return true;
    }
    void missingHandler(const QHttpServerRequest&, QHttpServerResponder&) override { }
#else
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket*) override
    {
        serve(request);
        return true;
    }
    void missingHandler(const QHttpServerRequest&, QTcpSocket*) override { }
#endif

private:
    void serve(const QHttpServerRequest& source);
    void reply(Connection& connection, const Request& request, Reply reply) const;
    /// The same for a request that no handler sees.
    void refuse(Connection& connection, const RequestScan& scanned, const Request& request,
        Reply reply) const;
    static QCoro::Task<> serveLater(QPointer<ServerWorker> worker, QPointer<Connection> connection,
        AsyncHandler handler, Request request);

    std::shared_ptr<const Router::Table> m_table;
    HostNames m_names;
    const Reply m_misdirected;
    const QByteArray m_healthPath;
    QByteArray m_pathPrefix; ///< Prefix without a trailing slash.
    Listener* m_listener;
};

void ServerWorker::serve(const QHttpServerRequest& source)
{
    Connection* connection = m_listener->serving();
    if (!connection)
        return;
    const RequestScan& scanned = connection->takeOver();
    if (!m_healthPath.isEmpty() && asksForHealth(scanned, m_healthPath, m_pathPrefix)) {
        connection->answer(Reply::text(u"ok\n"_s).with("Cache-Control", "no-store"));
        return;
    }
    const QByteArray host = scanned.host().isEmpty() ? m_names.first() : scanned.host();
    if (!m_names.knows(host)) {
        m_listener->reportUnhandled({scanned.method(), scanned.target(), host, {}, m_misdirected});
        connection->answer(m_misdirected);
        return;
    }

    Request request;
    const QByteArray target = scanned.target();
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    request.host = host;
    request.tls = connection->tlsFacts();
    request.peer = source.remoteAddress();
    request.body = source.body();
    const auto headers = headersOf(source);
    request.headers.reserve(headers.size());
    for (const auto& [name, value] : headers)
        request.headers.append({name.toLower(), value});

    const auto method = methodOf(scanned.method());
    const Router::Table::Route* route = m_table->find(request.path, request.parameters);
    if (!route && !m_pathPrefix.isEmpty() && request.path.startsWith(m_pathPrefix + '/')) {
        request.path.remove(0, m_pathPrefix.size());
        route = m_table->find(request.path, request.parameters);
    }
    if (method) {
        request.method = *method;
        request.isHead = scanned.method() == "HEAD";
        for (const auto& hook : m_table->before) {
            if (auto early = hook(request)) {
                reply(*connection, request, std::move(*early));
                return;
            }
        }
    }
    if (!route) {
        refuse(*connection, scanned, request, Reply::text(u"There is nothing here.\n"_s, 404));
        return;
    }
    if (method) {
        if (const auto handler = route->handlers.constFind(*method);
            handler != route->handlers.constEnd()) {
            reply(*connection, request, (*handler)(request));
            return;
        }
        if (const auto later = route->asyncHandlers.constFind(*method);
            later != route->asyncHandlers.constEnd()) {
            if (auto answer = later->attempt ? later->attempt(request) : std::nullopt)
                reply(*connection, request, std::move(*answer));
            else
                serveLater(this, connection, later->handler, std::move(request));
            return;
        }
    }
    if (scanned.method() == "OPTIONS") { // RFC 9110 9.3.7; HAProxy's checks ask for it.
        refuse(*connection, scanned, request, Reply::empty().with("Allow", route->allowed()));
        return;
    }
    refuse(*connection, scanned, request,
        Reply::text(u"This method is not for this address.\n"_s, 405)
            .with("Allow", route->allowed()));
}

void ServerWorker::refuse(
    Connection& connection, const RequestScan& scanned, const Request& request, Reply answer) const
{
    m_listener->reportUnhandled(
        {scanned.method(), scanned.target(), request.host, request.headers, answer});
    reply(connection, request, std::move(answer));
}

void ServerWorker::reply(Connection& connection, const Request& request, Reply reply) const
{
    for (const auto& hook : m_table->afterwards)
        hook(request, reply);
    connection.answer(reply);
}

// References nothing that could be destroyed while the handler waits; its copy of the handler keeps
// the captures alive.
QCoro::Task<> ServerWorker::serveLater(QPointer<ServerWorker> worker,
    QPointer<Connection> connection, AsyncHandler handler, Request request)
{
    Reply answer = co_await handler(request);
    if (worker && connection)
        worker->reply(*connection, request, std::move(answer));
}

QList<QHostAddress> otherLocalAddresses()
{
    // QHostInfo is not used here: it omits ::1 on a computer whose network has no IPv6.
    QList<QHostAddress> addresses;
    addrinfo hints = {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo("localhost", nullptr, &hints, &found) != 0)
        return addresses;
    for (const addrinfo* entry = found; entry; entry = entry->ai_next) {
        const QHostAddress address(entry->ai_addr);
        if (address.isLoopback() && address != QHostAddress(QHostAddress::LocalHost)
            && !addresses.contains(address))
            addresses.append(address);
    }
    ::freeaddrinfo(found);
    return addresses;
}

QHostAddress unmapped(const QHostAddress& address)
{
    bool isMapped = false;
    const quint32 v4 =
        address.protocol() == QAbstractSocket::IPv6Protocol ? address.toIPv4Address(&isMapped) : 0;
    return isMapped ? QHostAddress(v4) : address;
}

QString hostInUrl(const QHostAddress& address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv6Protocol:
        return u"[%1]"_s.arg(address.toString());
    case QAbstractSocket::AnyIPProtocol:
        return u"[::]"_s;
    default:
        return address.toString();
    }
}

QString addressAndPort(const QHostAddress& address, quint16 port)
{
    return u"%1:%2"_s.arg(hostInUrl(address)).arg(port);
}

struct Server::Private {
    std::shared_ptr<const Router::Table> table;
    ServerOptions options;
    QThread thread;
    ServerWorker* worker = nullptr;
    quint16 port = 0;
};

Server::Server(Router router, ServerOptions options)
    : d(std::make_unique<Private>())
{
    d->table = std::move(router.m_table);
    d->options = std::move(options);
    d->thread.setObjectName(u"web"_s);
}

Server::~Server()
{
    close();
}

Outcome<Done> Server::listen()
{
    if (d->worker)
        return Done{};
    d->thread.start();
    auto* starter = new QObject;
    starter->moveToThread(&d->thread);
    Outcome<quint16> listening = 0;
    QMetaObject::invokeMethod(
        starter,
        [this, starter, &listening] {
            d->worker = new ServerWorker(d->table, d->options);
            listening =
                d->worker->listen(d->options.address, d->options.moreAddresses, d->options.port);
            if (!listening)
                delete std::exchange(d->worker, nullptr);
            delete starter;
        },
        Qt::BlockingQueuedConnection);
    if (!listening) {
        close();
        return passOn(listening);
    }
    d->port = *listening;
    return Done{};
}

void Server::close()
{
    if (d->worker)
        QMetaObject::invokeMethod(
            d->worker, [this] { delete std::exchange(d->worker, nullptr); },
            Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
    d->port = 0;
}

quint16 Server::port() const
{
    return d->port;
}

QUrl Server::url(const QString& host) const
{
    QUrl url;
    url.setScheme(d->options.tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(d->port);
    return url;
}

QObject* Server::context() const
{
    return d->worker;
}

} // namespace jetbridge::web
