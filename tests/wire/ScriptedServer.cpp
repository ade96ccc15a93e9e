// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/ScriptedServer.h"

#include <QMutex>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

class ScriptedServer::Listener final : public QTcpServer {
public:
    Listener(QList<Turn> turns, std::optional<QSslConfiguration> tls)
        : m_turns(std::move(turns))
        , m_tls(std::move(tls))
    {
    }

    QList<QByteArray> requests() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }
    int heads() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_heads;
    }
    int connections() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_connections;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        {
            const QMutexLocker lock(&m_mutex);
            ++m_connections;
        }
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this,
            [this, socket, buffer = QByteArray(), headSeen = false]() mutable {
                buffer += socket->readAll();
                const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
                if (headEnd < 0)
                    return;
                if (!headSeen) {
                    headSeen = true;
                    const QMutexLocker lock(&m_mutex);
                    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): loses sight of `this`.
                    ++m_heads;
                }
                if (buffer.size() < headEnd + 4 + contentLength(buffer.first(headEnd)))
                    return;
                const Turn turn = next(buffer);
                buffer.clear();
                headSeen = false;
                play(socket, turn);
            });
    }

private:
    static qsizetype contentLength(const QByteArray& head)
    {
        const QByteArray lower = head.toLower();
        const qsizetype at = lower.indexOf("\r\ncontent-length:");
        return at < 0 ? 0 : lower.mid(at + 17).split('\r').first().trimmed().toLongLong();
    }

    Turn next(const QByteArray& request)
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(request);
        return m_turns.value(std::min(m_requests.size(), m_turns.size()) - 1);
    }

    void play(QSslSocket* socket, const Turn& turn)
    {
        if (turn.dripMilliseconds > 0) {
            auto* drip = new QTimer(socket);
            connect(drip, &QTimer::timeout, socket, [socket, drip, rest = turn.reply]() mutable {
                socket->write(rest.first(1));
                rest.remove(0, 1);
                if (rest.isEmpty())
                    drip->stop();
            });
            drip->start(turn.dripMilliseconds);
            return;
        }
        socket->write(turn.reply);
        socket->flush();
        if (turn.then == Turn::Then::Close) {
            socket->disconnectFromHost();
        } else if (turn.then == Turn::Then::Reset) {
            // Closing with a linger time of zero sends RST instead of FIN.
            const linger none{1, 0};
            setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
            socket->abort();
        }
    }

    QList<Turn> m_turns;
    std::optional<QSslConfiguration> m_tls;
    mutable QMutex m_mutex;
    QList<QByteArray> m_requests;
    int m_heads = 0;
    int m_connections = 0;
};

ScriptedServer::ScriptedServer(QList<Turn> turns, std::optional<QSslConfiguration> tls)
    : m_tls(tls.has_value())
{
    m_listener = std::make_unique<Listener>(std::move(turns), std::move(tls));
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener.get(),
        [this] {
            m_listener->listen(QHostAddress::LocalHost);
            m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

ScriptedServer::~ScriptedServer()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl ScriptedServer::url() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(m_port));
}

QList<QByteArray> ScriptedServer::requests() const
{
    return m_listener->requests();
}

int ScriptedServer::heads() const
{
    return m_listener->heads();
}

int ScriptedServer::connections() const
{
    return m_listener->connections();
}

QByteArray httpMessage(const QByteArray& head, const QByteArray& body)
{
    QByteArray message = head;
    message.replace("\r\n", "\n").replace("\n", "\r\n");
    const QByteArray lower = message.toLower();
    if (!lower.contains("\r\ncontent-length:") && !lower.contains("\r\ntransfer-encoding:"))
        message += "\r\nContent-Length: " + QByteArray::number(body.size());
    return message + "\r\n\r\n" + body;
}

QByteArray jsonReply(const QByteArray& json, const QByteArray& statusLine)
{
    return httpMessage(statusLine + "\nContent-Type: application/json", json);
}

} // namespace jetbridge::test
