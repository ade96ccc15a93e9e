// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// Serves pages of strangers, byte for byte.
class StrangeServer : public QTcpServer {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray head;
        QByteArray body;
    };
    /// Returns the answer to a request; an empty one closes the connection.
    using Answer = std::function<QByteArray(const Request&)>;

    StrangeServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
        });
    }

    static QByteArray html(
        const QByteArray& body, const QByteArray& status = "200 OK", const QByteArray& headers = {})
    {
        return "HTTP/1.1 " + status
            + "\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }
    /// Returns a page that consists of one button.
    static QByteArray button(const QByteArray& onclick, const QByteArray& more = {})
    {
        return html(
            "<button id=b style=\"position:fixed;inset:0;width:100%;height:100%\" onclick=\""
            + onclick + "\">x</button>" + more);
    }

    void on(const QByteArray& path, const Answer& answer) { m_answers.insert(path, answer); }
    void on(const QByteArray& path, const QByteArray& answer)
    {
        m_answers.insert(path, [answer](const Request&) { return answer; });
    }
    int count(const QByteArray& method, const QByteArray& path) const
    {
        return int(std::count_if(m_requests.begin(), m_requests.end(),
            [&](const Request& one) { return one.method == method && one.path == path; }));
    }
    const QList<Request>& requests() const { return m_requests; }
    QUrl url(const QString& path, const QString& host = QStringLiteral("localhost")) const
    {
        return QUrl(QStringLiteral("http://%1:%2%3").arg(host).arg(serverPort()).arg(path));
    }

private:
    void take(QTcpSocket& socket)
    {
        QByteArray& have = m_halves[&socket];
        have += socket.readAll();
        const qsizetype end = have.indexOf("\r\n\r\n");
        if (have.startsWith('\x16')) { // TLS, which this server does not support
            socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
            return socket.disconnectFromHost();
        }
        if (end < 0)
            return;
        Request request;
        request.head = have.left(end);
        request.method = have.split(' ').value(0);
        request.path = have.split(' ').value(1);
        const QByteArray lower = request.head.toLower();
        const qsizetype length = lower.indexOf("content-length:");
        const qsizetype wanted = length < 0
            ? 0
            : lower.mid(length + 15, lower.indexOf("\r\n", length) - length - 15).trimmed().toInt();
        if (have.size() < end + 4 + wanted)
            return;
        request.body = have.mid(end + 4, wanted);
        m_halves.remove(&socket);
        m_requests.append(request);
        const Answer answer =
            m_answers.value(request.path, [](const Request&) { return html({}, "404 Not Found"); });
        const QByteArray reply = answer(request);
        if (reply == "wait")
            return;
        socket.write(reply);
        socket.disconnectFromHost();
    }

    QHash<QByteArray, Answer> m_answers;
    QHash<QTcpSocket*, QByteArray> m_halves;
    QList<Request> m_requests;
};
