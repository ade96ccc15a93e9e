// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>

namespace jetbridge::web {

/// A reply as it came over the wire.
struct WireReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    QByteArray header(const QByteArray& lowerCaseName) const;
};

/// The other end of a connection, down to the byte.
class Peer {
public:
    explicit Peer(quint16 port, const QHostAddress& address = QHostAddress::LocalHost);
    /// Sends as it is; does not wait.
    void send(const QByteArray& bytes);
    /// Sends and waits for one whole reply.
    WireReply ask(const QByteArray& bytes);
    /// The next whole reply; status 0 when none came in time. `head`: there is no body whatever the
    /// length says.
    WireReply reply(bool head = false);
    /// Whether the server closes the connection within `ms`; what still comes is kept.
    bool isClosed(int ms = 5000);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QByteArray unread() const { return m_received; }
    QTcpSocket& socket() { return m_socket; }

private:
    bool receive(int ms = 5000);

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// "GET path" with the right Host.
QByteArray get(quint16 port, const QByteArray& path, const QByteArray& moreHeaders = {});

} // namespace jetbridge::web
