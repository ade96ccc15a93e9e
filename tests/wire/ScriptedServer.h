// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::test {

/// What the server does when a request has arrived completely.
struct Turn {
    enum class Then { StayOpen, Close, Reset };
    QByteArray reply; ///< Sent as it is; empty: nothing.
    Then then = Then::StayOpen;
    int dripMilliseconds = 0; ///< Pause between single bytes; 0: all at once.
};

/// An HTTP server on a thread of its own that plays turns, one a request; the last one again and
/// again.
class ScriptedServer {
public:
    explicit ScriptedServer(QList<Turn> turns, std::optional<QSslConfiguration> tls = {});
    ~ScriptedServer();

    quint16 port() const { return m_port; }
    QUrl url() const; ///< http(s)://127.0.0.1:PORT
    /// The requests that arrived so far, completely, as they came.
    QList<QByteArray> requests() const;
    /// How many request heads arrived, whether their bodies followed or not.
    int heads() const;
    /// How many connections were accepted.
    int connections() const;

private:
    class Listener;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
    bool m_tls;
};

/// `head` with CRLF line ends and, unless it says how long its body is, a Content-Length; then the
/// body.
QByteArray httpMessage(const QByteArray& head, const QByteArray& body);
/// A 200 with this JSON.
QByteArray jsonReply(const QByteArray& json, const QByteArray& statusLine = "HTTP/1.1 200 OK");

} // namespace jetbridge::test
