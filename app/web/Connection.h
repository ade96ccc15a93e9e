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

/// One peer's connection, and the guard in front of QHttpServer.
///
/// QHttpServer 6.4 bounds nothing, reads ambiguous lengths somehow, knows no Connection: close, no
/// Expect and no order of answers given later. So it never sees the network: like QSslSocket, this
/// is a QTcpSocket around the real one. It reads strictly (RequestScan), within Limits, and lets
/// QHttpServer read one whole, sound request at a time; the next one waits until answer() was
/// called, so that answers keep the order of the requests and peers that do not read are felt by
/// TCP itself.
class Connection : public QTcpSocket {
    Q_OBJECT

public:
    /// `transport` is connected (QTcpSocket or QSslSocket) and becomes ours. `listener` outlives
    /// us.
    Connection(QTcpSocket* transport, const Limits& limits, Listener& listener);
    ~Connection() override;

    /// The request being served. QHttpServer got to its end: from now on the answer is up to us.
    const RequestScan& takeOver()
    {
        m_handedOver = true;
        return m_scan;
    }
    /// Answers the request being served; `reply.transport` may delay, slow down or cut it.
    void answer(const Reply& reply);
    /// "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty without TLS.
    QString tlsFacts() const;

    /// How long nothing was asked, in milliseconds; nullopt while a request is being read, served
    /// or answered.
    std::optional<qint64> idleFor() const;
    /// How long nothing but the peer was waited for, in milliseconds, in whatever phase: a slow
    /// head or body, an answer that it does not read, or that leaves late on purpose. nullopt: a
    /// handler is at work.
    std::optional<qint64> waitsForPeerFor() const;
    /// Closes at once, without a word.
    void drop();
    /// Acts when the time for what the peer should have done is over.
    void checkTime();
    /// Hands the system what was answered. A peer that is gone shows here.
    void flushAnswers() { m_transport->flush(); }

    qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    enum class Phase {
        Idle, ///< Between requests.
        Head,
        Body,
        Serving, ///< Until the answer's last byte was handed to the transport.
        Refused, ///< Answered; what still comes is thrown away for a moment, so that the answer
                 ///< arrives.
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
    QByteArray m_received; ///< Not handed to QHttpServer yet.
    QByteArray m_offered; ///< The one request that QHttpServer may read.
    qsizetype m_offeredRead = 0;
    Phase m_phase = Phase::Idle;
    QDeadlineTimer m_deadline;
    qint64 m_phaseSince = 0; ///< Milliseconds of the steady clock.
    bool m_pumping = false;
    bool m_handedOver = false;
    bool m_answersSlowly = false; ///< Serving: the answer is there, and held back or dripped.
};

} // namespace jetbridge::web
