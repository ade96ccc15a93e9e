// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Connection.h"

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

namespace jetbridge::web {

class Listener;

/// Accepts connections for a Listener on one additional address.
class MoreAddress : public QTcpServer {
    Q_OBJECT

public:
    explicit MoreAddress(Listener& listener);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Listener& m_listener;
};

/// Accepts connections: as many as Limits allow, and none while the process is out of file
/// descriptors.
class Listener : public QTcpServer {
    Q_OBJECT

public:
    explicit Listener(const ServerOptions& options);
    ~Listener() override;

    /// Listens on `address` and on those of `moreAddresses` that this computer has, all with the
    /// same port; call it instead of listen(). Fails with Conflict when the port is taken at one of
    /// them, or with Invalid.
    Outcome<Done> listenTo(
        const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port);
    /// Accepts a connection that arrived on any of the addresses.
    void incomingConnection(qintptr descriptor) override;

    /// Returns the connection whose request QHttpServer is handing over now; nullptr otherwise.
    Connection* serving() const { return m_serving; }
    /// Sets what serving() returns.
    void setServing(Connection* connection) { m_serving = connection; }
    /// Stops counting a connection whose peer is gone.
    void forget(Connection* connection);
    /// Removes a connection that is being destroyed, whoever does it: QHttpServer 6.4 leaves
    /// connections to us, 6.8 takes them over, and both delete those whose peer is gone.
    void remove(Connection* connection);
    /// Flushes the connection's answers once every waiting request has been served, before the
    /// thread sleeps. Peers are then woken once instead of by every single answer.
    void flushSoon(Connection* connection) { m_unflushed.append(connection); }
    /// Reports a request that no handler saw to ServerOptions::onUnhandled.
    void reportUnhandled(const UnhandledRequest& request) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Outcome<Done> listenEverywhere(
        const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port);
    bool makeRoom();
    void sweep();
    void flush();

    const Limits m_limits;
    const std::optional<QSslConfiguration> m_tls;
    const std::function<void(const UnhandledRequest&)> m_onUnhandled;
    QList<MoreAddress*> m_moreAddresses;
    QSet<Connection*> m_connections; ///< Connections whose peer is there.
    QSet<Connection*> m_alive; ///< All connections, those that are closing included.
    QList<Connection*> m_unflushed; ///< May contain a connection twice.
    QHash<QHostAddress, int> m_perPeer; ///< Number of connections per peer; loopback is not
                                        ///< counted.
    Connection* m_serving = nullptr;
    QTimer m_sweep;
};

} // namespace jetbridge::web
