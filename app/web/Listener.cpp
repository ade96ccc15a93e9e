// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Listener.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QSocketNotifier>
#include <QSslSocket>

#include <algorithm>
#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

using std::chrono::milliseconds;

// A connection that has waited for its peer for less than this is not closed to make room.
constexpr qint64 graceMs = 1000;

/// Tells whether the process, and the system, can open one more descriptor.
bool isDescriptorFree()
{
#ifdef Q_OS_WIN
    return true;
#else
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    if (probe < 0)
        return errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM;
    ::close(probe);
    return true;
#endif
}

void closeDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(descriptor));
#else
    ::close(int(descriptor));
#endif
}

} // namespace

Listener::Listener(const ServerOptions& options)
    : m_limits(options.limits)
    , m_tls(options.tls)
    , m_onUnhandled(options.onUnhandled)
{
    const Limits& limits = m_limits;
    // One timer serves all connections: a quarter of the shortest time limit is exact enough.
    const auto shortest =
        std::min({limits.headerTime, limits.bodyTime, limits.idleTime, limits.lingerTime});
    m_sweep.setInterval(std::clamp(shortest / 4, milliseconds(20), milliseconds(250)));
    connect(&m_sweep, &QTimer::timeout, this, &Listener::sweep);
    m_sweep.start();
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
        &Listener::flush);
    setListenBacklogSize(1024);
}

MoreAddress::MoreAddress(Listener& listener)
    : QTcpServer(&listener)
    , m_listener(listener)
{
    setListenBacklogSize(listener.listenBacklogSize());
}

void MoreAddress::incomingConnection(qintptr descriptor)
{
    m_listener.incomingConnection(descriptor);
}

Outcome<Done> Listener::listenTo(
    const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port)
{
    // A port that is free at one address may be taken at another.
    constexpr int mostTries = 20;
    auto listening = listenEverywhere(address, moreAddresses, port);
    for (int tries = 1; port == 0 && tries < mostTries && !listening
         && listening.error().kind == FailureKind::Conflict;
         ++tries)
        listening = listenEverywhere(address, moreAddresses, port);
    if (!listening)
        return listening;
    // When there are no descriptors left, the waiting connection stays readable, and QTcpServer 6.4
    // tries to accept it again and again without reporting it. This filter therefore checks first.
    for (QSocketNotifier* notifier : findChildren<QSocketNotifier*>())
        notifier->installEventFilter(this);
    return Done{};
}

Outcome<Done> Listener::listenEverywhere(
    const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port)
{
    const auto failure = [](const QTcpServer& server, const QHostAddress& at, quint16 wanted) {
        const bool taken = server.serverError() == QAbstractSocket::AddressInUseError;
        return failed(taken ? FailureKind::Conflict : FailureKind::Invalid,
            u"Cannot listen on %1 port %2: %3."_s.arg(at.toString())
                .arg(wanted)
                .arg(taken ? u"the port is in use"_s : server.errorString()));
    };
    qDeleteAll(std::exchange(m_moreAddresses, {}));
    close();
    if (!listen(address, port))
        return failure(*this, address, port);
    for (const QHostAddress& another : moreAddresses) {
        auto* server = new MoreAddress(*this);
        m_moreAddresses.append(server);
        if (server->listen(another, serverPort()))
            continue;
        if (server->serverError() == QAbstractSocket::AddressInUseError)
            return failure(*server, another, serverPort());
        delete m_moreAddresses.takeLast(); // This computer does not have the address, mostly
                                           // because it has no IPv6.
    }
    return Done{};
}

bool Listener::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::SockAct && !isDescriptorFree()) {
        pauseAccepting(); // Until the next sweep.
        for (MoreAddress* server : std::as_const(m_moreAddresses))
            server->pauseAccepting();
        return true;
    }
    return QTcpServer::eventFilter(watched, event);
}

void Listener::reportUnhandled(const UnhandledRequest& request) const
{
    if (m_onUnhandled)
        m_onUnhandled(request);
}

Listener::~Listener()
{
    close();
    flush();
    const QSet<Connection*> alive = m_alive; // The connections still know this object as a Listener
                                             // here.
    qDeleteAll(alive);
}

void Listener::incomingConnection(qintptr descriptor)
{
    QTcpSocket* transport = m_tls ? new QSslSocket : new QTcpSocket;
    if (!transport->setSocketDescriptor(descriptor)) {
        delete transport;
        closeDescriptor(descriptor); // Nobody else closes it.
        return;
    }
    const QHostAddress peer = unmapped(transport->peerAddress());
    if ((!peer.isLoopback() && m_perPeer.value(peer) >= m_limits.connectionsPerPeer)
        || !makeRoom()) {
        transport->abort();
        delete transport;
        return;
    }
    auto* connection = new Connection(transport, m_limits, *this);
    m_connections.insert(connection);
    m_alive.insert(connection);
    if (!peer.isLoopback())
        ++m_perPeer[peer];
    addPendingConnection(connection);
    if (auto* secure = qobject_cast<QSslSocket*>(transport)) {
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
}

bool Listener::makeRoom()
{
    if (m_connections.size() < m_limits.connections)
        return true;
    Connection* longestIdle = nullptr;
    Connection* slowest = nullptr;
    qint64 idle = -1;
    qint64 slow = graceMs;
    for (Connection* connection : m_connections) {
        if (const auto time = connection->idleFor()) {
            if (*time > idle) {
                idle = *time;
                longestIdle = connection;
            }
        } else if (const auto waiting = connection->waitsForPeerFor(); waiting && *waiting > slow) {
            slow = *waiting;
            slowest = connection;
        }
    }
    Connection* leaves = longestIdle ? longestIdle : slowest;
    if (!leaves)
        return false;
    leaves->drop();
    return true;
}

void Listener::forget(Connection* connection)
{
    if (!m_connections.remove(connection))
        return;
    m_unflushed.removeAll(connection);
    const QHostAddress peer = connection->peerAddress();
    if (const auto count = m_perPeer.find(peer); count != m_perPeer.end() && --*count == 0)
        m_perPeer.erase(count);
}

void Listener::remove(Connection* connection)
{
    forget(connection);
    m_alive.remove(connection);
}

void Listener::flush()
{
    while (!m_unflushed.isEmpty())
        m_unflushed.takeFirst()->flushAnswers();
}

void Listener::sweep()
{
    for (Connection* connection : QSet(m_connections))
        if (m_connections.contains(connection))
            connection->checkTime();
    resumeAccepting();
    for (MoreAddress* server : std::as_const(m_moreAddresses))
        server->resumeAccepting();
}

} // namespace jetbridge::web
