// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <chrono>

namespace jetbridge::conformance {

/// Names and values in the order they are sent or came.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// One request exactly as a check wants it, right or wrong. Host, length and connection headers are
/// added by bytes().
struct Request {
    /// How the body is delimited.
    enum class Framing { Length, Chunked };

    QByteArray method = "GET";
    QUrl url;
    Headers headers = {};
    QByteArray body = {};
    Framing framing = Framing::Length;
    QByteArray version = "HTTP/1.1";
    std::chrono::milliseconds bodyPause{0}; ///< Between the two halves of the body.
    QHostAddress address = {}; ///< Only this one of the host's addresses; null: any.
    QByteArray raw = {}; ///< Sent as it is on a bare TCP connection, instead of all the above.
    QByteArray rawName = {}; ///< What that is, for people.
    int tokenOf = 0; ///< Number of the pair (1, 2) whose token the answer should hold; 0: none.
    bool follows = false; ///< Redirects to the hosts that were given are followed, as browsers do.

    Request with(const QByteArray& name, const QByteArray& value) const;
    Request without(const QByteArray& name) const;

    QByteArray head() const;
    /// The body as it goes over the wire.
    QByteArray framedBody() const;
    /// "POST /oauth/token"
    QString words() const;
};

/// What came back, or why nothing did.
struct Reply {
    /// What stood in the way of an answer; nothing about the partner's program can be said then.
    enum class Trouble {
        None,
        Dns,
        Refused, ///< Nobody listens, or no way leads there.
        Closed, ///< The connection ended before a whole answer.
        TimedOut,
        Tls,
        NotHttp,
        TooLarge,
        Proxy,
        Cancelled,
    };

    QUrl url = {}; ///< What answered, after redirects.
    int status = 0;
    Headers headers = {};
    QByteArray body = {};
    QByteArray raw = {}; ///< What answered Request::raw.
    Trouble trouble = Trouble::None;
    QString troubleText = {}; ///< One plain English sentence.
    QString tls = {}; ///< "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty: none.
    int milliseconds = 0;

    bool hasAnswer() const { return trouble == Trouble::None; }
    /// All values of a header, in one, as RFC 9110 5.3 joins them; empty when absent.
    QByteArray header(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    /// The media type without parameters, in lower case.
    QByteArray mediaType() const;
    /// "401 application/json, 58 bytes"
    QString words() const;
};

/// A reply, as far as the bytes that came so far go.
class ReplyReader {
public:
    /// Larger answers are not read.
    static constexpr qsizetype mostBytes = 2 * 1024 * 1024;

    explicit ReplyReader(bool hasBody)
        : m_hasBody(hasBody)
    {
    }
    /// Takes what came. True: the reply is whole, or cannot become one.
    bool take(const QByteArray& bytes);
    /// No more will come.
    void end();
    Reply reply;

private:
    bool readHead();
    bool readBody();
    bool readChunks();
    bool fail(Reply::Trouble trouble, const QString& text);

    const bool m_hasBody;
    QByteArray m_buffer;
    bool m_isInBody = false;
    qsizetype m_length = -1; ///< -1: until the connection ends.
    bool m_isChunked = false;
    bool m_isWhole = false;
};

} // namespace jetbridge::conformance
