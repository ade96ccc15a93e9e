// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/RequestScan.h"

#include <QList>

#include <algorithm>
#include <cstring>

namespace jetbridge::web {

namespace {

constexpr qsizetype longestMethod = 32;
constexpr qsizetype longestChunkLine = 256;
constexpr qsizetype mostChunkFraming = 64 * 1024;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Tells whether a character may be part of a token (RFC 9110 5.6.2).
bool isTokenCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != 0 && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/// Tells whether a text may be a field value (RFC 9110 5.5): visible characters, obs-text, space
/// and tab.
bool isFieldText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7f) || byte == '\t';
    });
}

bool isFieldLine(QByteArrayView line, qsizetype colon)
{
    return colon > 0 && isToken(line.first(colon)) && isFieldText(line.sliced(colon + 1));
}

bool equalsIgnoringCase(QByteArrayView one, const char* other)
{
    return one.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0;
}

/// Tells whether a text is a host with an optional port and cannot start another part of a URL.
bool isAuthority(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return isTokenCharacter(c) || c == ':' || c == '[' || c == ']'; });
}

} // namespace

RequestScan::State RequestScan::scan(QByteArray& bytes)
{
    if (m_state == State::Head)
        scanHead(bytes);
    if (m_state == State::Body)
        scanBody(bytes);
    return m_state;
}

RequestScan::State RequestScan::refuse(int status, const char* reason)
{
    m_refusalStatus = status;
    m_refusalReason = reason;
    return m_state = State::Refused;
}

/// Reads the next line without its CRLF; false when it is incomplete or was refused.
bool RequestScan::nextLine(const QByteArray& bytes, QByteArrayView& line, qsizetype mostBytes)
{
    const qsizetype end = bytes.indexOf('\n', std::max(m_searched, m_position));
    if ((end < 0 ? bytes.size() : end + 1) > mostBytes) {
        if (m_part == Part::ChunkLine)
            refuse(400, "A chunk's size line is too long.");
        else
            refuse(431, "The request line and headers are larger than this server accepts.");
        return false;
    }
    m_searched = bytes.size();
    if (end < 0)
        return false;
    if (end == m_position || bytes[end - 1] != '\r') {
        refuse(400, "A line does not end with CR LF.");
        return false;
    }
    line = QByteArrayView(bytes).sliced(m_position, end - 1 - m_position);
    m_position = m_searched = end + 1;
    return true;
}

void RequestScan::scanHead(QByteArray& bytes)
{
    if (m_part == Part::RequestLine) {
        if (!m_skippedLine && bytes.startsWith("\r\n")) {
            bytes.remove(0, 2);
            m_searched = 0;
            m_skippedLine = true;
        }
        // Input that is not HTTP at all (a TLS greeting, for example) is answered at once.
        if (!bytes.isEmpty() && !isTokenCharacter(bytes.front()) && bytes != "\r") {
            refuse(400, "This is not an HTTP request.");
            return;
        }
    }
    QByteArrayView line;
    while (m_state == State::Head && nextLine(bytes, line, m_bounds.headerBytes)) {
        if (m_part == Part::RequestLine)
            requestLine(line);
        else if (line.isEmpty())
            endOfHead(m_position);
        else
            field(line, bytes.data() + (line.data() - bytes.constData()));
    }
}

void RequestScan::requestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || first > longestMethod || !isToken(line.first(first))) {
        refuse(400, "The request line is malformed.");
        return;
    }
    QByteArrayView target = line.sliced(first + 1, second - first - 1);
    const QByteArrayView version = line.sliced(second + 1);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5])
        || version[6] != '.' || !isDigit(version[7])) {
        refuse(400, "The request line is malformed.");
        return;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        refuse(505, "This server supports HTTP/1.1 and HTTP/1.0.");
        return;
    }
    if (target.isEmpty()
        || !std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; })
        || target.contains('#')) {
        refuse(400, "The request target is malformed.");
        return;
    }
    // Asterisk-form (RFC 9112 3.2.4): the server as a whole; HAProxy's manual shows it as a check.
    const bool isWholeServer = target == "*" && line.first(first) == "OPTIONS";
    if (target.front() != '/' && !isWholeServer) {
        // Absolute-form (RFC 9112 3.2.2): its authority is used instead of the Host header.
        const qsizetype scheme = target.startsWith("http://") ? 7
            : target.startsWith("https://")                   ? 8
                                                              : 0;
        const qsizetype slash = target.indexOf('/', scheme);
        if (scheme == 0 || slash <= scheme || !isAuthority(target.sliced(scheme, slash - scheme))) {
            refuse(400, "The request target must start with a slash.");
            return;
        }
        m_authority = target.sliced(scheme, slash - scheme).toByteArray();
        target = target.sliced(slash);
    }
    m_method = line.first(first).toByteArray();
    m_target = target.toByteArray();
    m_http10 = version.back() == '0';
    m_part = Part::Fields;
}

void RequestScan::field(QByteArrayView line, char* name)
{
    const qsizetype colon = line.indexOf(':');
    if (!isFieldLine(line, colon)) {
        refuse(400, "A header line is malformed.");
        return;
    }
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    switch (
        colon) { // The length of the name rules out nearly every header that does not matter here.
    case 4:
        if (equalsIgnoringCase(line.first(colon), "host")) {
            if (++m_hosts > 1 || value.isEmpty() || !isAuthority(value))
                refuse(400, "There must be exactly one Host header, and it must contain a host.");
            m_host = value.toByteArray();
        }
        break;
    case 6:
        if (equalsIgnoringCase(line.first(colon), "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                refuse(417, "The only expectation that this server supports is 100-continue.");
            m_expectsContinue = !m_http10;
        }
        break;
    case 7:
        if (equalsIgnoringCase(line.first(colon), "upgrade"))
            std::memcpy(name, "ignored", 7);
        break;
    case 10:
        if (equalsIgnoringCase(line.first(colon), "connection")) {
            const QByteArray options = value.toByteArray().toLower();
            for (const QByteArray& option : options.split(',')) {
                m_close = m_close || option.trimmed() == "close";
                m_keepAlive = m_keepAlive || option.trimmed() == "keep-alive";
            }
        }
        break;
    case 14:
        if (equalsIgnoringCase(line.first(colon), "content-length")) {
            // 18 digits always fit into the integer; any such length is too large anyway.
            if (m_hasLength || value.isEmpty() || value.size() > 18
                || !std::all_of(value.begin(), value.end(), isDigit)) {
                refuse(400, "Content-Length must occur at most once and be a decimal number.");
                return;
            }
            m_hasLength = true;
            m_contentLength = value.toByteArray().toLongLong();
        }
        break;
    case 17:
        if (equalsIgnoringCase(line.first(colon), "transfer-encoding")) {
            if (m_chunked || m_http10)
                refuse(400, "Transfer-Encoding must occur at most once, and not in HTTP/1.0.");
            else if (!equalsIgnoringCase(value, "chunked"))
                refuse(501, "The only transfer coding that this server supports is chunked.");
            m_chunked = true;
        }
        break;
    default:
        break;
    }
}

void RequestScan::endOfHead(qsizetype headLength)
{
    if (m_chunked && m_hasLength) {
        refuse(400, "Content-Length and Transfer-Encoding must not be used together.");
        return;
    }
    if (m_hosts == 0 && !m_http10) {
        refuse(400, "There must be exactly one Host header, and it must contain a host.");
        return;
    }
    if (m_contentLength > m_bounds.bodyBytes) {
        refuse(413, "The body is larger than this server accepts.");
        return;
    }
    if (!m_authority.isEmpty())
        m_host = m_authority;
    m_headLength = headLength;
    m_part = m_chunked ? Part::ChunkLine : Part::Content;
    m_state = State::Body;
}

void RequestScan::scanBody(const QByteArray& bytes)
{
    if (m_part != Part::Content) {
        scanChunks(bytes);
        return;
    }
    if (bytes.size() < m_headLength + m_contentLength)
        return;
    m_position = m_headLength + m_contentLength;
    m_state = State::Complete;
}

void RequestScan::scanChunks(const QByteArray& bytes)
{
    QByteArrayView line;
    while (m_state == State::Body) {
        if (m_position - m_headLength - m_chunkedBytes > mostChunkFraming) {
            refuse(413, "The size lines of the chunks are larger than this server accepts.");
            return;
        }
        switch (m_part) {
        case Part::ChunkLine: {
            if (!nextLine(bytes, line, m_position + longestChunkLine))
                return;
            const qsizetype extension = line.indexOf(';');
            const QByteArrayView digits = extension < 0 ? line : line.first(extension);
            bool isHex = !digits.isEmpty() && digits.size() <= 15
                && std::all_of(digits.begin(), digits.end(), [](char c) {
                       return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                   });
            if (!isHex || !isFieldText(line)) {
                refuse(400, "A chunk's size line is malformed.");
                return;
            }
            m_chunkLength = digits.toByteArray().toLongLong(&isHex, 16);
            m_chunkedBytes += std::min(m_chunkLength, m_bounds.bodyBytes + 1);
            if (m_chunkedBytes > m_bounds.bodyBytes) {
                refuse(413, "The body is larger than this server accepts.");
                return;
            }
            m_part = m_chunkLength == 0 ? Part::Trailer : Part::ChunkData;
            break;
        }
        case Part::ChunkData:
            if (bytes.size() < m_position + m_chunkLength + 2)
                return;
            if (bytes[m_position + m_chunkLength] != '\r'
                || bytes[m_position + m_chunkLength + 1] != '\n') {
                refuse(400, "A chunk is longer than its size line says.");
                return;
            }
            m_position += m_chunkLength + 2;
            m_part = Part::ChunkLine;
            break;
        default:
            if (!nextLine(bytes, line, m_headLength + m_chunkedBytes + mostChunkFraming))
                return;
            if (line.isEmpty())
                m_state = State::Complete;
            else if (!isFieldLine(line, line.indexOf(':')))
                refuse(400, "A trailer line is malformed.");
            break;
        }
    }
}

} // namespace jetbridge::web
