// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::test {

/// The server's reaction to a complete request.
struct Turn {
    enum class Then { StayOpen, Close, Reset };
    QByteArray reply; ///< Sent unchanged; empty: nothing is sent.
    Then then = Then::StayOpen;
    int dripMilliseconds = 0; ///< Pause between single bytes; 0: all at once.
};

/// An HTTP server on a thread of its own that reacts with one turn per request; the last turn is
/// repeated.
class ScriptedServer {
public:
    explicit ScriptedServer(QList<Turn> turns, std::optional<QSslConfiguration> tls = {});
    ~ScriptedServer();

    quint16 port() const { return m_port; }
    QUrl url() const; ///< Returns http(s)://127.0.0.1:PORT.
    /// Returns the complete requests so far, as received.
    QList<QByteArray> requests() const;
    /// Returns how many request heads were received, with or without their bodies.
    int heads() const;
    /// Returns how many connections were accepted.
    int connections() const;

private:
    class Listener;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
    bool m_tls;
};

/// Makes a message: `head` with CRLF line ends, a Content-Length unless `head` tells the length of
/// the body, and the body.
QByteArray httpMessage(const QByteArray& head, const QByteArray& body);
/// Makes a 200 reply with this JSON.
QByteArray jsonReply(const QByteArray& json, const QByteArray& statusLine = "HTTP/1.1 200 OK");

} // namespace jetbridge::test
