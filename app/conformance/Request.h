// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <chrono>

namespace jetbridge::conformance {

/// Header names and values in the order in which they are sent or were received.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// One request exactly as a check needs it, right or wrong. head() adds the Host, length and
/// connection headers.
struct Request {
    /// The way in which the body is delimited.
    enum class Framing { Length, Chunked };

    QByteArray method = "GET";
    QUrl url;
    Headers headers = {};
    QByteArray body = {};
    Framing framing = Framing::Length;
    QByteArray version = "HTTP/1.1";
    std::chrono::milliseconds bodyPause{0}; ///< Pause between the two halves of the body.
    QHostAddress address = {}; ///< The only one of the host's addresses to use; null: any.
    QByteArray raw = {}; ///< Bytes to send on a bare TCP connection, instead of all the above.
    QByteArray rawName = {}; ///< Description of `raw` for people.
    /// Number of the pair (1 or 2) whose token the answer should contain; 0: none.
    int tokenOf = 0;
    bool follows = false; ///< Whether redirects to the given hosts are followed, as browsers do.

    /// Returns the request with a header added.
    Request with(const QByteArray& name, const QByteArray& value) const;
    /// Returns the request without a header.
    Request without(const QByteArray& name) const;

    /// Returns the request line and the headers as they are sent.
    QByteArray head() const;
    /// Returns the body as it is sent.
    QByteArray framedBody() const;
    /// Describes the request: "POST /oauth/token".
    QString words() const;
};

/// The answer to a request, or why there is none.
struct Reply {
    /// The reason why there is no answer; nothing can be concluded about the partner's program
    /// then.
    enum class Trouble {
        None,
        Dns,
        Refused, ///< Nobody listens, or there is no route.
        Closed, ///< The connection ended before the answer was complete.
        TimedOut,
        Tls,
        NotHttp,
        TooLarge,
        Proxy,
        Cancelled,
    };

    QUrl url = {}; ///< The URL that answered, after redirects.
    int status = 0;
    Headers headers = {};
    QByteArray body = {};
    QByteArray raw = {}; ///< The answer to Request::raw.
    Trouble trouble = Trouble::None;
    QString troubleText = {}; ///< One plain English sentence.
    QString tls = {}; ///< "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty without TLS.
    int milliseconds = 0;

    bool hasAnswer() const { return trouble == Trouble::None; }
    /// Returns all values of a header joined as in RFC 9110 5.3; empty when absent.
    QByteArray header(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    /// Returns the media type without parameters, in lower case.
    QByteArray mediaType() const;
    /// Describes the reply: "401 application/json, 58 bytes".
    QString words() const;
};

/// Parses a reply from the bytes as they arrive.
class ReplyReader {
public:
    /// Size limit; larger answers are not read.
    static constexpr qsizetype mostBytes = 2 * 1024 * 1024;

    explicit ReplyReader(bool hasBody)
        : m_hasBody(hasBody)
    {
    }
    /// Parses more bytes. Returns true if the reply is complete or cannot be completed.
    bool take(const QByteArray& bytes);
    /// Reports that no more bytes will arrive.
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
