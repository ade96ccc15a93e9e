// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace jetbridge::test {

/// A reverse proxy as nginx and HAProxy are configured: it accepts requests below its own path and
/// forwards each one to a server on this computer over a new connection.
class ReverseProxy : public QTcpServer {
public:
    struct Options {
        quint16 upstream = 0;
        QByteArray prefix = {}; ///< "/connect"; empty: every request is forwarded unchanged.
        /// nginx's proxy_pass with a path removes the prefix; HAProxy does not.
        bool stripsPrefix = true;
        QByteArray host = {}; ///< Host header for the server; empty: the client's own.
        QByteArray moreHeaders = {}; ///< Complete header lines.
    };

    explicit ReverseProxy(Options options)
        : m_options(std::move(options))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* client = nextPendingConnection();
            connect(client, &QTcpSocket::disconnected, client, &QTcpSocket::deleteLater);
            const auto request = std::make_shared<QByteArray>();
            connect(client, &QTcpSocket::readyRead, this, [this, client, request] {
                *request += client->readAll();
                if (isWhole(*request))
                    passOn(client, std::exchange(*request, {}));
            });
        });
    }

    /// Returns a URL of the proxy: "http://127.0.0.1:PORT/prefix" plus `pathAndQuery`.
    QUrl at(const QString& pathAndQuery) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())
            + QString::fromLatin1(m_options.prefix) + pathAndQuery);
    }

private:
    static bool isWhole(const QByteArray& request)
    {
        const qsizetype end = request.indexOf("\r\n\r\n");
        const qsizetype field = request.toLower().indexOf("\r\ncontent-length:");
        const qsizetype start = field + 17;
        const qsizetype length = field < 0 || field > end
            ? 0
            : request.mid(start, request.indexOf('\r', start) - start).trimmed().toLongLong();
        return end >= 0 && request.size() >= end + 4 + length;
    }

    void passOn(QTcpSocket* client, QByteArray request)
    {
        const qsizetype target = request.indexOf(' ') + 1;
        if (!request.mid(target).startsWith(m_options.prefix)) {
            client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        if (m_options.stripsPrefix)
            request.remove(target, m_options.prefix.size());
        const QByteArray lower = request.toLower();
        if (!m_options.host.isEmpty()) {
            const qsizetype host = lower.indexOf("\r\nhost:") + 7;
            request.replace(host, request.indexOf('\r', host) - host, ' ' + m_options.host);
        }
        const qsizetype firstLine = request.indexOf("\r\n") + 2;
        request.insert(firstLine,
            "X-Forwarded-For: " + client->peerAddress().toString().toLatin1() + "\r\n"
                + m_options.moreHeaders);
        const qsizetype connection = request.toLower().indexOf("\r\nconnection:") + 13;
        if (connection >= 13)
            request.replace(connection, request.indexOf('\r', connection) - connection, " close");

        auto* server = new QTcpSocket(client);
        connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, m_options.upstream);
        server->write(request);
    }

    const Options m_options;
};

} // namespace jetbridge::test
