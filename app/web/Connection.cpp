// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Connection.h"

#include "web/Listener.h"
#include "web/ReplyBytes.h"

#include <QPointer>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

using std::chrono::milliseconds;

// Data beyond this amount is left to the kernel, and so to the peer.
constexpr qint64 readAhead = 64 * 1024;
// Answers to a peer that sends many requests at once are written in pieces of this size.
constexpr qint64 writeBehind = 64 * 1024;
constexpr milliseconds dripInterval{20};

qint64 steadyNow()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

Connection::Connection(QTcpSocket* transport, const Limits& limits, Listener& listener)
    : QTcpSocket(&listener)
    , m_transport(transport)
    , m_limits(limits)
    , m_listener(listener)
    , m_scan({limits.headerBytes, limits.bodyBytes})
{
    m_transport->setParent(this);
    m_transport->setReadBufferSize(readAhead);
    // Answers are written in one piece; waiting for more would only add a delay.
    m_transport->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    setPeerAddress(unmapped(transport->peerAddress()));
    setPeerPort(transport->peerPort());
    setLocalAddress(transport->localAddress());
    setLocalPort(transport->localPort());
    connect(transport, &QTcpSocket::readyRead, this, &Connection::pump);
    connect(transport, &QTcpSocket::bytesWritten, this, &Connection::onWritten);
    connect(transport, &QTcpSocket::disconnected, this, &Connection::onGone);
    // A peer that connects and sends nothing is a slow head, not an idle keep-alive connection.
    enter(Phase::Idle, limits.headerTime);
}

Connection::~Connection()
{
    m_transport->disconnect(this);
    m_listener.remove(this);
    setSocketState(QAbstractSocket::UnconnectedState);
}

void Connection::enter(Phase phase, milliseconds time)
{
    m_phase = phase;
    m_deadline.setRemainingTime(time);
    m_phaseSince = steadyNow();
}

void Connection::pump()
{
    if (m_phase == Phase::Refused || m_phase == Phase::Closing) {
        m_transport->skip(m_transport->bytesAvailable());
        return;
    }
    if (m_pumping)
        return;
    m_pumping = true;
    const QPointer<Connection> self(this);
    while (m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body) {
        if (m_transport->bytesAvailable() > 0) {
            if (m_received.isEmpty())
                m_received = m_transport->readAll();
            else
                m_received += m_transport->readAll();
        }
        if (m_received.isEmpty())
            break;
        if (m_transport->bytesToWrite() > m_limits.unreadAnswerBytes) {
            drop(); // The peer keeps sending requests and does not read the answers.
            break;
        }
        const auto state = m_scan.scan(m_received);
        if (state == RequestScan::State::Complete) {
            serve();
            if (!self)
                return;
            continue;
        }
        if (state == RequestScan::State::Refused) {
            refuse(m_scan.refusalStatus(), m_scan.refusalReason());
        } else if (state == RequestScan::State::Body && m_phase != Phase::Body) {
            enter(Phase::Body, m_limits.bodyTime);
            m_received.reserve(m_scan.expectedLength());
            if (m_scan.expectsContinue() && m_received.size() <= m_scan.length())
                m_transport->write("HTTP/1.1 100 Continue\r\n\r\n");
        } else if (state == RequestScan::State::Head && m_phase == Phase::Idle) {
            enter(Phase::Head, m_limits.headerTime);
        }
        break;
    }
    m_pumping = false;
}

void Connection::serve()
{
    const qsizetype length = m_scan.length();
    if (length == m_received.size()) {
        m_offered = std::exchange(m_received, {});
    } else {
        m_offered = m_received.first(length);
        m_received.remove(0, length);
    }
    m_offeredRead = 0;
    m_handedOver = false;
    m_answersSlowly = false;
    enter(Phase::Serving, milliseconds(-1));
    const QPointer<Connection> self(this);
    m_listener.setServing(this);
    Q_EMIT readyRead();
    m_listener.setServing(nullptr);
    if (!self)
        return;
    // QHttpServer does not read the trailers of a chunked body and leaves them here.
    m_offered.clear();
    m_offeredRead = 0;
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): of what was read, not of what was offered
    skip(QIODevice::bytesAvailable());
    if (m_phase == Phase::Serving && !m_handedOver)
        refuse(400, "The request is malformed.");
}

qint64 Connection::bytesAvailable() const
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): what the socket buffered was not offered yet
    return QIODevice::bytesAvailable() + m_offered.size() - m_offeredRead;
}

qint64 Connection::readData(char* data, qint64 maxSize)
{
    const qsizetype count = std::min<qsizetype>(maxSize, m_offered.size() - m_offeredRead);
    std::copy_n(m_offered.constData() + m_offeredRead, count, data);
    m_offeredRead += count;
    return count;
}

qint64 Connection::writeData(const char*, qint64 size)
{
    return size; // QHttpServer only reads here; answer() writes the answers.
}

void Connection::disconnectFromHost()
{
    // QHttpServer rejects the request: serve() notices that it was not handed over, and refuses it.
}

void Connection::answer(const Reply& reply)
{
    if (m_phase != Phase::Serving)
        return;
    if (reply.transport.closeBeforeReply) {
        drop();
    } else if (reply.transport.delayMs > 0) {
        answersSlowly();
        QTimer::singleShot(reply.transport.delayMs, this, [this, reply] { send(reply); });
    } else {
        send(reply);
    }
}

void Connection::answersSlowly()
{
    m_answersSlowly = true;
    m_phaseSince = steadyNow();
}

void Connection::send(Reply reply)
{
    const bool cuts = reply.transport.truncateAt >= 0;
    QByteArray bytes = replyHead(reply,
        {!m_scan.keepsAlive(), m_scan.isHttp10(),
            qobject_cast<QSslSocket*>(m_transport) != nullptr});
    if (m_scan.method() != "HEAD" && hasBody(reply.status))
        bytes += cuts
            ? reply.body.first(std::min<qsizetype>(reply.transport.truncateAt, reply.body.size()))
            : reply.body;
    if (reply.transport.bytesPerSecond > 0) {
        answersSlowly();
        drip(std::move(bytes), reply.transport.bytesPerSecond, cuts);
        return;
    }
    m_transport->write(bytes);
    if (!cuts && m_scan.keepsAlive() && m_transport->bytesToWrite() < writeBehind)
        m_listener.flushSoon(this);
    else
        flushAnswers();
    if (m_phase != Phase::Serving)
        return;
    if (cuts) {
        enter(Phase::Closing, m_limits.idleTime);
        m_transport->disconnectFromHost();
    } else {
        finish();
    }
}

void Connection::drip(QByteArray bytes, int bytesPerSecond, bool cutsAfterwards)
{
    auto* timer = new QTimer(this);
    // At low speed one byte at a time, otherwise several bytes every 20 ms.
    const auto interval = std::max(dripInterval, milliseconds(1000 / bytesPerSecond));
    const auto portion =
        std::max<qsizetype>(1, qsizetype(bytesPerSecond * interval.count() / 1000));
    connect(timer, &QTimer::timeout, this,
        [this, timer, portion, cutsAfterwards, bytes = std::move(bytes)]() mutable {
            m_transport->write(bytes.first(std::min(portion, bytes.size())));
            bytes.remove(0, portion);
            if (!bytes.isEmpty())
                return;
            timer->stop();
            timer->deleteLater();
            if (cutsAfterwards) {
                enter(Phase::Closing, m_limits.idleTime);
                m_transport->disconnectFromHost();
            } else {
                finish();
            }
        });
    timer->start(interval);
}

void Connection::finish()
{
    if (!m_scan.keepsAlive()) {
        enter(Phase::Closing, m_limits.idleTime);
        m_transport->disconnectFromHost();
        return;
    }
    m_scan.restart();
    enter(Phase::Idle, m_limits.idleTime);
    pump();
}

void Connection::refuse(int status, const char* reason)
{
    m_received.clear();
    const Reply reply = Reply::text(QLatin1String(reason) + u'\n', status);
    QByteArray bytes =
        replyHead(reply, {true, false, qobject_cast<QSslSocket*>(m_transport) != nullptr});
    if (m_scan.method() != "HEAD")
        bytes += reply.body;
    m_transport->write(bytes);
    enter(Phase::Refused, m_limits.lingerTime);
    m_transport->skip(m_transport->bytesAvailable());
    m_listener.reportUnhandled({m_scan.method(), m_scan.target(), m_scan.host(), {}, reply});
}

QString Connection::tlsFacts() const
{
    const auto* encrypted = qobject_cast<QSslSocket*>(m_transport);
    if (!encrypted)
        return {};
    const QSslCipher cipher = encrypted->sessionCipher();
    return u"%1, %2"_s.arg(cipher.protocolString(), cipher.name());
}

std::optional<qint64> Connection::idleFor() const
{
    if (m_phase != Phase::Idle || m_transport->bytesToWrite() > 0)
        return std::nullopt;
    return steadyNow() - m_phaseSince;
}

std::optional<qint64> Connection::waitsForPeerFor() const
{
    if (m_phase == Phase::Serving && !m_answersSlowly)
        return std::nullopt;
    return steadyNow() - m_phaseSince;
}

void Connection::drop()
{
    enter(Phase::Closing, milliseconds(-1));
    m_transport->abort();
}

void Connection::onWritten()
{
    // A peer that reads is given more time.
    if (m_phase == Phase::Closing || (m_phase == Phase::Idle && m_transport->bytesToWrite() > 0))
        m_deadline.setRemainingTime(m_limits.idleTime);
}

void Connection::checkTime()
{
    if (!m_deadline.hasExpired())
        return;
    switch (m_phase) {
    case Phase::Serving:
        break; // The handler has time-outs of its own.
    case Phase::Head:
    case Phase::Body:
        refuse(408, "The request was not complete in time.");
        break;
    case Phase::Idle:
        if (m_transport->bytesToWrite() > 0) {
            drop();
            break;
        }
        [[fallthrough]];
    case Phase::Refused:
        enter(Phase::Closing, m_limits.lingerTime);
        m_transport->disconnectFromHost();
        break;
    case Phase::Closing:
        drop();
        break;
    }
}

void Connection::onGone()
{
    m_phase = Phase::Closing;
    m_received.clear();
    m_listener.forget(this);
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected(); // QHttpServer deletes this object on the signal.
}

} // namespace jetbridge::web
