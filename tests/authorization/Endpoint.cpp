// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/Endpoint.h"

#include "domain/Utc.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

QDateTime StoppedClock::now() const
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000, utc);
}

QByteArray Recorder::withoutSecrets(QByteArray text) const
{
    for (const Secret& secret : known)
        text.replace(secret.reveal().toByteArray(), "[secret]");
    return text;
}

Endpoint::Endpoint(const QByteArrayList& answers)
    : m_answers(answers)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The endpoint cannot listen.");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_received += socket->readAll();
            const qsizetype head = m_received.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            const qsizetype length = m_received.first(head).toLower().indexOf("content-length: ");
            const int bytes =
                length < 0 ? 0 : m_received.mid(length + 16, 8).split('\r').constFirst().toInt();
            if (m_received.size() < head + 4 + bytes)
                return;
            requests.append(m_received);
            m_received.clear();
            socket->write(m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.value(0));
            if (!keepsOpen)
                socket->disconnectFromHost();
        });
    });
}

QUrl Endpoint::url(const QString& path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
}

QByteArray reply(const char* status, const QByteArray& body, const char* type)
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: " + type
        + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace jetbridge::test
