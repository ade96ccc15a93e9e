// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>

namespace jetbridge::web {

/// A reply as it was received.
struct WireReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body;
    QByteArray header(const QByteArray& lowerCaseName) const;
};

/// The client side of a connection, with full control of every byte.
class Peer {
public:
    explicit Peer(quint16 port, const QHostAddress& address = QHostAddress::LocalHost);
    /// Sends the bytes unchanged and does not wait.
    void send(const QByteArray& bytes);
    /// Sends the bytes and waits for one complete reply.
    WireReply ask(const QByteArray& bytes);
    /// Returns the next complete reply; status 0 if none arrived in time. With `head` it has no
    /// body, whatever its length says.
    WireReply reply(bool head = false);
    /// Tells whether the server closes the connection within `ms`; bytes that still arrive are
    /// kept.
    bool isClosed(int ms = 5000);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QByteArray unread() const { return m_received; }
    QTcpSocket& socket() { return m_socket; }

private:
    bool receive(int ms = 5000);

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// Makes a "GET path" request with the right Host.
QByteArray get(quint16 port, const QByteArray& path, const QByteArray& moreHeaders = {});

} // namespace jetbridge::web
