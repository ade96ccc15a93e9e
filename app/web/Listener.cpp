// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Listener.h"

#include <QSslSocket>

#include <algorithm>

namespace jetbridge::web {

namespace {

using std::chrono::milliseconds;

// A peer that has been at its request's head for less than this is not in anybody's way yet.
constexpr qint64 graceMs = 1000;

} // namespace

Listener::Listener(const Limits& limits, std::optional<QSslConfiguration> tls)
    : m_limits(limits)
    , m_tls(std::move(tls))
{
    // One timer for all connections: a quarter of the shortest time is exact enough.
    const auto shortest =
        std::min({limits.headerTime, limits.bodyTime, limits.idleTime, limits.lingerTime});
    m_sweep.setInterval(std::clamp(shortest / 4, milliseconds(20), milliseconds(250)));
    connect(&m_sweep, &QTimer::timeout, this, &Listener::sweep);
    m_sweep.start();
    // Out of descriptors, the waiting peer stays readable, and accepting would spin: pause until
    // the next sweep.
    connect(this, &QTcpServer::acceptError, this, &QTcpServer::pauseAccepting);
    setListenBacklogSize(1024);
}

Listener::~Listener()
{
    close();
    // While this object still is what they know, and those on their way out as well.
    qDeleteAll(findChildren<Connection*>(Qt::FindDirectChildrenOnly));
}

void Listener::incomingConnection(qintptr descriptor)
{
    QTcpSocket* transport = m_tls ? new QSslSocket : new QTcpSocket;
    if (!transport->setSocketDescriptor(descriptor)) {
        delete transport;
        return;
    }
    const QHostAddress peer = transport->peerAddress();
    if ((!peer.isLoopback() && m_perPeer.value(peer) >= m_limits.connectionsPerPeer)
        || !makeRoom()) {
        transport->abort();
        delete transport;
        return;
    }
    auto* connection = new Connection(transport, m_limits, *this);
    m_connections.insert(connection);
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
        if (const auto time = connection->idleFor(); time && *time > idle) {
            idle = *time;
            longestIdle = connection;
        } else if (const auto head = connection->headUnderWayFor(); head && *head > slow) {
            slow = *head;
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
    const QHostAddress peer = connection->peerAddress();
    if (const auto count = m_perPeer.find(peer); count != m_perPeer.end() && --*count == 0)
        m_perPeer.erase(count);
}

void Listener::sweep()
{
    for (Connection* connection : QSet(m_connections))
        if (m_connections.contains(connection))
            connection->checkTime();
    resumeAccepting();
}

} // namespace jetbridge::web
