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

/// Answers a request at once.
using Handler = std::function<Reply(const Request&)>;
/// Answers a request at once, or leaves it to an AsyncHandler.
using Attempt = std::function<std::optional<Reply>(const Request&)>;
/// Answers a request later; later requests of the same connection wait.
using AsyncHandler = std::function<QCoro::Task<Reply>(Request)>;

/// Which handler answers which path. Patterns are literal but for {placeholders}, which match one
/// segment:
/// "/companies/{companyId}/apps-and-integrations". Unknown path: 404; wrong method: 405 with Allow.
class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    Router& on(Method method, const QByteArray& pattern, Handler handler);
    /// `attempt` is asked first where there is one: what it answers costs no coroutine.
    Router& onAsync(
        Method method, const QByteArray& pattern, AsyncHandler handler, Attempt attempt = {});
    /// Every method and pattern: "GET /jobs/{id}", in no order.
    QByteArrayList routes() const;
    /// Sees every routed request and its reply before it is sent; may change the reply (faults,
    /// logs).
    Router& afterwards(std::function<void(const Request&, Reply&)> hook);
    /// Sees every request first; a reply from here ends it (faults, rate limits).
    Router& before(std::function<std::optional<Reply>(const Request&)> hook);

private:
    friend class Server;
    friend class ServerWorker;
    struct Table;
    std::unique_ptr<Table> m_table;
};

/// Bounds of one server; the defaults are those of the product.
struct Limits {
    int connections = 256;
    int connectionsPerPeer = 32; ///< For peers that are not loopback.
    qsizetype headerBytes = 16 * 1024; ///< Request line and headers.
    qsizetype bodyBytes = 1024 * 1024;
    qsizetype unreadAnswerBytes = 1024 * 1024; ///< Answers the peer does not read.
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds bodyTime{20'000};
    std::chrono::milliseconds idleTime{30'000};
    /// How long the rest of a refused request is thrown away before the connection is closed:
    /// closing at once would reset it and could take the answer along.
    std::chrono::milliseconds lingerTime{1'000};
};

/// A request that no handler saw, as far as it was read, and what it was told: malformed, too
/// large, too slow, for another host or address, or by another method.
struct TurnedAway {
    QByteArray method; ///< May be empty.
    QByteArray target; ///< Path and query as sent; may be empty.
    QByteArray host;
    QList<Header> headers; ///< Empty when the request was not sound.
    Reply reply;
};

/// The loopback addresses beside 127.0.0.1 that "localhost" leads to on this computer: what runs
/// here and was told that name may try ::1 first, or nothing else.
QList<QHostAddress> otherLocalAddresses();

/// An IPv4 address that arrived over a socket of both families ("::ffff:192.0.2.1"), as what it is.
QHostAddress unmapped(const QHostAddress& address);

/// An address as URLs write it: "127.0.0.1", "[::1]".
QString hostInUrl(const QHostAddress& address);

/// An address and a port as URLs write them: "127.0.0.1:80", "[::1]:80".
QString addressAndPort(const QHostAddress& address, quint16 port);

/// Where and for whom a server listens.
struct ServerOptions {
    QHostAddress address{QHostAddress::LocalHost}; ///< Loopback unless the user says otherwise.
    /// More addresses, with the same port; those that this computer does not have are left out.
    QList<QHostAddress> moreAddresses = {};
    quint16 port = 0; ///< 0: any free one.
    QStringList hostNames; ///< Accepted in Host beside localhost, 127.0.0.1 and [::1] on our port
                           ///< ("name" or "name:port").
    /// The setting behind hostNames, as the refusal of another name (421) names it.
    QString hostNameSetting = {};
    /// Answers 200 to everybody, whatever Host they name: load balancers ask by address. Nobody is
    /// told of it. Empty: there is none.
    QByteArray healthPath = {};
    /// The path below which a proxy serves this server: it may leave it in the requests or not.
    QByteArray pathPrefix = {};
    Limits limits = {};
    std::optional<QSslConfiguration> tls; ///< Own certificate and key; nullopt: http.
    /// Told of each, on the server's thread; must be quick.
    std::function<void(const TurnedAway&)> turnedAway = {};
};

/// A guarded QHttpServer on a thread of its own. Handlers run on that thread, one at a time.
class Server {
public:
    Server(Router router, ServerOptions options);
    ~Server(); ///< Closes, waits for the thread.
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Starts the thread and listens; Conflict "port is taken" (at any of the addresses) or
    /// Invalid. Blocks the caller for a moment.
    Outcome<Done> listen();
    void close();
    quint16 port() const; ///< 0 before listen().
    /// "http://127.0.0.1:PORT" (or https), with another host name if given.
    QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    /// Lives on the server's thread: for QMetaObject::invokeMethod(context(), ...). Valid until
    /// close().
    QObject* context() const;
    /// Names this server may be called by from now on (the host of a public URL); thread-safe.
    void setHostNames(QStringList names);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::web
