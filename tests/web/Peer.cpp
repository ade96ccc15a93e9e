// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Peer.h"

#include <QDeadlineTimer>
#include <QHostAddress>

namespace jetbridge::web {

QByteArray WireReply::header(const QByteArray& lowerCaseName) const
{
    for (const auto& [name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

Peer::Peer(quint16 port, const QHostAddress& address)
{
    m_socket.connectToHost(address, port);
    m_socket.waitForConnected(5000);
}

void Peer::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool Peer::receive(int ms)
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(ms))
        return false;
    m_received += m_socket.readAll();
    return true;
}

WireReply Peer::ask(const QByteArray& bytes)
{
    send(bytes);
    return reply();
}

WireReply Peer::reply(bool head)
{
    const QDeadlineTimer deadline(10'000);
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0)
        if (deadline.hasExpired() || !receive())
            return {};
    WireReply reply;
    const QByteArrayList lines = m_received.first(end).replace("\r\n", "\n").split('\n');
    m_received.remove(0, end + 4);
    reply.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray& line : lines.mid(1))
        reply.headers.append(
            {line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed()});
    const qsizetype length = head ? 0 : reply.header("content-length").toLongLong();
    while (m_received.size() < length)
        if (deadline.hasExpired() || !receive())
            return {};
    reply.body = m_received.first(length);
    m_received.remove(0, length);
    return reply;
}

bool Peer::isClosed(int ms)
{
    const QDeadlineTimer deadline(ms);
    while (m_socket.state() != QAbstractSocket::UnconnectedState && !deadline.hasExpired())
        receive(int(qMax<qint64>(1, deadline.remainingTime())));
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

QByteArray get(quint16 port, const QByteArray& path, const QByteArray& moreHeaders)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n"
        + moreHeaders + "\r\n";
}

} // namespace jetbridge::web
