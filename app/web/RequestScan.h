// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace jetbridge::web {

/// Finds the end of one HTTP/1 request and parses it strictly by RFC 9112. Anything that two
/// parsers could interpret differently (request smuggling) is refused. Every byte is examined once,
/// however the bytes arrive.
class RequestScan {
public:
    struct Bounds {
        qsizetype headerBytes;
        qsizetype bodyBytes;
    };
    enum class State {
        Head, ///< More of the request line and headers is needed.
        Body, ///< The head is complete and valid; more of the body is needed.
        Complete, ///< The first length() bytes are one complete request.
        Refused, ///< The request is refused; see refusalStatus().
    };

    explicit RequestScan(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    /// Continues where the last call stopped. `bytes` starts with the request and may only grow
    /// between calls. Two things are changed in it: an empty line before the request is removed
    /// (RFC 9112 2.2), and an Upgrade header is renamed "ignored", because this server never
    /// switches protocols (RFC 9110 7.8 allows that).
    State scan(QByteArray& bytes);
    /// Prepares for the next request of the connection.
    void restart() { *this = RequestScan(m_bounds); }

    qsizetype length() const { return m_position; }
    /// Returns the length of the whole request as far as the head tells it.
    qsizetype expectedLength() const { return m_headLength + m_contentLength; }
    QByteArray method() const { return m_method; }
    /// Returns the request target in origin-form, percent-encoded as sent; "*" with OPTIONS only.
    QByteArray target() const { return m_target; }
    /// Returns the Host header, or the authority of an absolute-form target; empty only in
    /// HTTP/1.0.
    QByteArray host() const { return m_host; }
    bool isHttp10() const { return m_http10; }
    bool keepsAlive() const { return !m_close && (!m_http10 || m_keepAlive); }
    bool expectsContinue() const { return m_expectsContinue; }

    int refusalStatus() const { return m_refusalStatus; } ///< 400, 408 to 505.
    const char* refusalReason() const { return m_refusalReason; } ///< One plain sentence.

private:
    State refuse(int status, const char* reason);
    bool nextLine(const QByteArray& bytes, QByteArrayView& line, qsizetype mostBytes);
    void requestLine(QByteArrayView line);
    void field(QByteArrayView line, char* name);
    void endOfHead(qsizetype headLength);
    void scanHead(QByteArray& bytes);
    void scanBody(const QByteArray& bytes);
    void scanChunks(const QByteArray& bytes);

    enum class Part { RequestLine, Fields, Content, ChunkLine, ChunkData, Trailer };

    Bounds m_bounds;
    State m_state = State::Head;
    Part m_part = Part::RequestLine;
    qsizetype m_position = 0; ///< Start of the input that is not parsed yet.
    qsizetype m_searched = 0; ///< There is no line end before this offset.
    qsizetype m_headLength = 0;
    qsizetype m_contentLength = 0;
    qsizetype m_chunkLength = 0;
    qsizetype m_chunkedBytes = 0;
    int m_hosts = 0;
    bool m_skippedLine = false;
    bool m_http10 = false;
    bool m_close = false;
    bool m_keepAlive = false;
    bool m_chunked = false;
    bool m_hasLength = false;
    bool m_expectsContinue = false;
    QByteArray m_method;
    QByteArray m_target;
    QByteArray m_host;
    QByteArray m_authority;
    int m_refusalStatus = 0;
    const char* m_refusalReason = "";
};

} // namespace jetbridge::web
