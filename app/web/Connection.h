// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"
#include "web/RequestScan.h"
#include "web/Server.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

#include <optional>

namespace jetbridge::web {

class Listener;

/// Reads the requests of one peer and is the guard in front of QHttpServer.
///
/// QHttpServer 6.4 has no limits, accepts ambiguous lengths, and supports neither "Connection:
/// close" nor Expect nor delayed answers in the order of the requests. It therefore never sees the
/// network: like QSslSocket, this class is a QTcpSocket around the real one. It parses strictly
/// (RequestScan), within Limits, and lets QHttpServer read one complete, valid request at a time.
/// The next request waits until answer() has been called, so that answers keep the order of the
/// requests, and TCP itself slows down peers that do not read.
class Connection : public QTcpSocket {
    Q_OBJECT

public:
    /// Takes ownership of `transport`, a connected QTcpSocket or QSslSocket. `listener` must
    /// outlive this object.
    Connection(QTcpSocket* transport, const Limits& limits, Listener& listener);
    ~Connection() override;

    /// Returns the request being served and marks it as accepted by QHttpServer. From now on the
    /// caller must answer it with answer().
    const RequestScan& takeOver()
    {
        m_handedOver = true;
        return m_scan;
    }
    /// Answers the request being served; `reply.transport` may delay, slow down or cut it.
    void answer(const Reply& reply);
    /// Describes the TLS session: "TLSv1.3, TLS_AES_256_GCM_SHA384". Empty without TLS.
    QString tlsFacts() const;

    /// Returns how long the connection has been idle, in milliseconds; nullopt while a request is
    /// being read, served or answered.
    std::optional<qint64> idleFor() const;
    /// Returns how long the connection has been waiting for its peer only, in milliseconds. This
    /// covers every phase: a slow head or body, an answer that the peer does not read, and an
    /// answer that is delayed on purpose. nullopt while a handler is at work.
    std::optional<qint64> waitsForPeerFor() const;
    /// Aborts the connection without sending anything.
    void drop();
    /// Acts when the peer has exceeded the time limit of the current phase.
    void checkTime();
    /// Passes buffered answers to the operating system. This may detect that the peer is gone.
    void flushAnswers() { m_transport->flush(); }

    qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    enum class Phase {
        Idle, ///< Waits for the next request.
        Head,
        Body,
        Serving, ///< Lasts until the answer's last byte is passed to the transport.
        Refused, ///< The refusal is sent; further input is discarded for a moment, so that the
                 ///< answer arrives.
        Closing,
    };
    void pump();
    void enter(Phase phase, std::chrono::milliseconds time);
    void serve();
    void refuse(int status, const char* reason);
    void send(Reply reply);
    void answersSlowly();
    void drip(QByteArray bytes, int bytesPerSecond, bool cutsAfterwards);
    void finish();
    void onWritten();
    void onGone();

    QTcpSocket* m_transport;
    const Limits& m_limits;
    Listener& m_listener;
    RequestScan m_scan;
    QByteArray m_received; ///< Input that QHttpServer has not been given yet.
    QByteArray m_offered; ///< The only request that QHttpServer may read.
    qsizetype m_offeredRead = 0;
    Phase m_phase = Phase::Idle;
    QDeadlineTimer m_deadline;
    qint64 m_phaseSince = 0; ///< Start of the phase, in milliseconds of the steady clock.
    bool m_pumping = false;
    bool m_handedOver = false;
    bool m_answersSlowly = false; ///< While serving: the answer exists but is delayed or throttled.
};

} // namespace jetbridge::web
