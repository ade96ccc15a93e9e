// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"

#include <QCoro/QCoroTask>

#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jetbridge::web {

/// A function that answers a request at once.
using Handler = std::function<Reply(const Request&)>;
/// A function that answers a request at once, or returns nullopt to leave it to an AsyncHandler.
using Attempt = std::function<std::optional<Reply>(const Request&)>;
/// A coroutine that answers a request later; the connection's next requests wait until then.
using AsyncHandler = std::function<QCoro::Task<Reply>(Request)>;

/// The handlers of a server by path. A pattern is literal except for {placeholders}, each of which
/// matches one segment: "/companies/{companyId}/apps-and-integrations". An unknown path is answered
/// with 404, a wrong method with 405 and Allow.
class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// Adds a handler for a method and a pattern.
    Router& on(Method method, const QByteArray& pattern, Handler handler);
    /// Adds a coroutine as a handler. `attempt`, if given, is called first; the requests that it
    /// answers need no coroutine.
    Router& onAsync(
        Method method, const QByteArray& pattern, AsyncHandler handler, Attempt attempt = {});
    /// Returns every method and pattern, in no particular order: "GET /jobs/{id}".
    QByteArrayList routes() const;
    /// Adds a hook that sees every routed request and its reply before the reply is sent. It may
    /// change the reply (faults, logs).
    Router& afterwards(std::function<void(const Request&, Reply&)> hook);
    /// Adds a hook that sees every request first. A reply that it returns is sent, and no handler
    /// is called (faults, rate limits).
    Router& before(std::function<std::optional<Reply>(const Request&)> hook);

private:
    friend class Server;
    friend class ServerWorker;
    struct Table;
    std::unique_ptr<Table> m_table;
};

/// Limits of one server; the defaults are those of the product.
struct Limits {
    int connections = 256;
    int connectionsPerPeer = 32; ///< Limit for peers other than loopback.
    qsizetype headerBytes = 16 * 1024; ///< Size of the request line and headers.
    qsizetype bodyBytes = 1024 * 1024;
    qsizetype unreadAnswerBytes = 1024 * 1024; ///< Size of the answers that the peer has not read.
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds bodyTime{20'000};
    std::chrono::milliseconds idleTime{30'000};
    /// Time for which the rest of a refused request is discarded before the connection is closed.
    /// Closing at once would reset the connection, and the answer could be lost.
    std::chrono::milliseconds lingerTime{1'000};
};

/// A request that no handler saw, and the reply to it: it was malformed, too large, too slow, for
/// another host or path, or used another method. The fields hold what was read of it.
struct UnhandledRequest {
    QByteArray method; ///< May be empty.
    QByteArray target; ///< Path and query as sent; may be empty.
    QByteArray host;
    QList<Header> headers; ///< Empty when the request was malformed.
    Reply reply;
};

/// Returns the loopback addresses other than 127.0.0.1 that "localhost" resolves to on this
/// computer. Local programs that are given that name may try ::1 first, or only ::1.
QList<QHostAddress> otherLocalAddresses();

/// Converts an IPv4-mapped IPv6 address ("::ffff:192.0.2.1"), as dual-stack sockets report it, to
/// the IPv4 address; returns other addresses unchanged.
QHostAddress unmapped(const QHostAddress& address);

/// Formats an address for URLs: "127.0.0.1", "[::1]".
QString hostInUrl(const QHostAddress& address);

/// Formats an address and a port for URLs: "127.0.0.1:80", "[::1]:80".
QString addressAndPort(const QHostAddress& address, quint16 port);

/// Options of a server: where it listens, and which host names it accepts.
struct ServerOptions {
    QHostAddress address{QHostAddress::LocalHost}; ///< Loopback unless the user chooses otherwise.
    /// Additional addresses with the same port; those that this computer does not have are skipped.
    QList<QHostAddress> moreAddresses = {};
    quint16 port = 0; ///< 0: any free port.
    QStringList hostNames; ///< Names accepted in Host besides localhost, 127.0.0.1 and [::1] with
                           ///< our port ("name" or "name:port").
    /// Name of the setting that hostNames comes from; the refusal of another name (421) mentions
    /// it.
    QString hostNameSetting = {};
    /// Path that answers 200 whatever the Host header is, because load balancers ask by address.
    /// Such requests are not reported to anybody. Empty: no such path.
    QByteArray healthPath = {};
    /// Path below which a proxy serves this server. The proxy may leave it in the requests or
    /// remove it.
    QByteArray pathPrefix = {};
    Limits limits = {};
    std::optional<QSslConfiguration> tls; ///< Our certificate and key; nullopt: http.
    /// Called for each request that no handler sees, on the server's thread; must be quick.
    std::function<void(const UnhandledRequest&)> onUnhandled = {};
};

/// A guarded QHttpServer on a thread of its own. Handlers run on that thread, one at a time.
class Server {
public:
    Server(Router router, ServerOptions options);
    ~Server(); ///< Closes the server and waits for the thread.
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Starts the thread and listens. Fails with Conflict when the port is taken at any of the
    /// addresses, or with Invalid. Blocks the caller briefly.
    Outcome<Done> listen();
    /// Stops listening, drops all connections, and waits for the thread.
    void close();
    quint16 port() const; ///< Returns 0 before listen().
    /// Returns the server's URL, with another host name if one is given: "http://127.0.0.1:PORT"
    /// (or https).
    QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    /// Returns an object that lives on the server's thread, for
    /// QMetaObject::invokeMethod(context(), ...). Valid until close().
    QObject* context() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::web
