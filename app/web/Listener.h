// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Connection.h"

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

namespace jetbridge::web {

class Listener;

/// Accepts peers for a Listener at one more address.
class MoreAddress : public QTcpServer {
    Q_OBJECT

public:
    explicit MoreAddress(Listener& listener);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Listener& m_listener;
};

/// Lets peers in: as many as Limits say, and none while the process is out of descriptors.
class Listener : public QTcpServer {
    Q_OBJECT

public:
    explicit Listener(const ServerOptions& options);
    ~Listener() override;

    /// Instead of listen(): at `address`, and at those of `moreAddresses` that this computer has,
    /// all with one port. Conflict: it is taken at one of them; Invalid.
    Outcome<Done> listenTo(
        const QHostAddress& address, const QList<QHostAddress>& moreAddresses, quint16 port);
    /// A peer that came to any of the addresses.
    void incomingConnection(qintptr descriptor) override;

    /// The connection whose request QHttpServer hands over right now; nullptr outside of that.
    Connection* serving() const { return m_serving; }
    void setServing(Connection* connection) { m_serving = connection; }
    /// Its peer is gone: it takes no room any more.
    void forget(Connection* connection);
    /// It is being destroyed, by whomever: QHttpServer 6.4 leaves connections to us, 6.8 takes them
    /// over, and both delete those whose peer is gone.
    void remove(Connection* connection);
    /// Has it send what it answered once every request that waits was served, before the thread
    /// sleeps: peers are woken once, not by every single answer.
    void flushSoon(Connection* connection) { m_unflushed.append(connection); }
    /// Tells whoever wants to know (ServerOptions::turnedAway).
    void turnedAway(const TurnedAway& request) const;

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
    const std::function<void(const TurnedAway&)> m_turnedAway;
    QList<MoreAddress*> m_moreAddresses;
    QSet<Connection*> m_connections; ///< Whose peer is there.
    QSet<Connection*> m_alive; ///< And those on their way out.
    QList<Connection*> m_unflushed; ///< May name one twice.
    QHash<QHostAddress, int> m_perPeer; ///< Peers that are not loopback.
    Connection* m_serving = nullptr;
    QTimer m_sweep;
};

} // namespace jetbridge::web
