// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Connection.h"

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

namespace jetbridge::web {

/// Lets peers in: as many as Limits say, and none while the process is out of descriptors.
class Listener : public QTcpServer {
    Q_OBJECT

public:
    explicit Listener(const ServerOptions& options);
    ~Listener() override;

    /// Instead of listen(); false: serverError() and errorString() say why.
    bool listenTo(const QHostAddress& address, quint16 port);

    /// The connection whose request QHttpServer hands over right now; nullptr outside of that.
    Connection* serving() const { return m_serving; }
    void setServing(Connection* connection) { m_serving = connection; }
    void forget(Connection* connection);
    /// Tells whoever wants to know (ServerOptions::turnedAway).
    void turnedAway(const TurnedAway& request) const;

protected:
    void incomingConnection(qintptr descriptor) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool makeRoom();
    void sweep();

    const Limits m_limits;
    const std::optional<QSslConfiguration> m_tls;
    const std::function<void(const TurnedAway&)> m_turnedAway;
    QSet<Connection*> m_connections;
    QHash<QHostAddress, int> m_perPeer; ///< Peers that are not loopback.
    Connection* m_serving = nullptr;
    QTimer m_sweep;
};

} // namespace jetbridge::web
