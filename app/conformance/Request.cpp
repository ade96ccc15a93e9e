// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Request.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

constexpr qsizetype longestHead = 64 * 1024;

bool isNamed(const QPair<QByteArray, QByteArray>& header, QByteArrayView name)
{
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
}

QByteArray hostOf(const QUrl& url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray targetOf(const QUrl& url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    return url.hasQuery() ? target + '?' + url.query(QUrl::FullyEncoded).toLatin1() : target;
}

} // namespace

Request Request::with(const QByteArray& name, const QByteArray& value) const
{
    Request changed = *this;
    changed.headers.append({name, value});
    return changed;
}

Request Request::without(const QByteArray& name) const
{
    Request changed = *this;
    changed.headers.removeIf([&name](const auto& header) { return isNamed(header, name); });
    return changed;
}

QByteArray Request::head() const
{
    QByteArray text = method + ' ' + targetOf(url) + ' ' + version + "\r\nHost: " + hostOf(url)
        + "\r\nUser-Agent: Jetbridge/" JETBRIDGE_VERSION " (conformance checks)\r\nAccept: */*"
          "\r\nConnection: close\r\n";
    for (const auto& [name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (framing == Framing::Chunked)
        text += "Transfer-Encoding: chunked\r\n";
    else if (!body.isEmpty() || method == "POST" || method == "PUT")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n";
}

QByteArray Request::framedBody() const
{
    if (framing == Framing::Length)
        return body;
    QByteArray chunks;
    const qsizetype half = std::max<qsizetype>(1, body.size() / 2);
    for (qsizetype at = 0; at < body.size(); at += half) {
        const QByteArray chunk = body.mid(at, half);
        chunks += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return chunks + "0\r\n\r\n";
}

QString Request::words() const
{
    if (!raw.isEmpty())
        return QString::fromLatin1(rawName);
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1().left(160);
    // Only the names are shown, because values may be secrets.
    if (url.hasQuery()) {
        char before = '?';
        for (const QByteArray& pair : url.query(QUrl::FullyEncoded).toLatin1().split('&')) {
            target += before + pair.left(pair.indexOf('=') < 0 ? pair.size() : pair.indexOf('='));
            before = '&';
        }
    }
    QString text = QString::fromLatin1(method + ' ' + (target.isEmpty() ? "/" : target).left(240));
    if (version != "HTTP/1.1")
        text += ", "_L1 + QString::fromLatin1(version);
    if (framing == Framing::Chunked)
        text += ", chunked"_L1;
    return text;
}

QByteArray Reply::header(QByteArrayView name) const
{
    QByteArray value;
    for (const auto& header : headers)
        if (isNamed(header, name))
            value += (value.isEmpty() ? QByteArray() : QByteArray(", ")) + header.second;
    return value;
}

bool Reply::has(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(),
        [&name](const auto& header) { return isNamed(header, name); });
}

QByteArray Reply::mediaType() const
{
    return header("content-type").split(';').constFirst().trimmed().toLower();
}

QString Reply::words() const
{
    if (!hasAnswer())
        return troubleText;
    if (status == 0)
        return u"%1 bytes"_s.arg(raw.size());
    const QByteArray type = mediaType();
    return u"%1, %2, %3 bytes"_s.arg(status)
        .arg(type.isEmpty() ? u"no media type"_s : QString::fromLatin1(type))
        .arg(body.size());
}

bool ReplyReader::fail(Reply::Trouble trouble, const QString& text)
{
    reply.trouble = trouble;
    reply.troubleText = text;
    return true;
}

bool ReplyReader::take(const QByteArray& bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() + reply.body.size() > mostBytes)
        return fail(Reply::Trouble::TooLarge,
            u"The answer is larger than %1 MiB."_s.arg(mostBytes / 1024 / 1024));
    // An interim answer (RFC 9110 15.2) precedes the final one.
    while (!m_isInBody) {
        if (readHead())
            return true;
        if (!m_isInBody)
            return false;
        if (reply.status >= 100 && reply.status < 200) {
            m_isInBody = false;
            reply.headers.clear();
        }
    }
    return readBody();
}

bool ReplyReader::readHead()
{
    static const QByteArray start("HTTP/1.");
    if (!m_buffer.startsWith(start.left(m_buffer.size())))
        return fail(Reply::Trouble::NotHttp, u"The answer is not HTTP."_s);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return m_buffer.size() > longestHead
            && fail(Reply::Trouble::TooLarge, u"The headers of the answer are too long."_s);
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    bool isNumber = false;
    reply.status = lines.constFirst().mid(9, 3).toInt(&isNumber);
    if (!isNumber || reply.status < 100)
        return fail(Reply::Trouble::NotHttp, u"The answer has no HTTP status."_s);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            reply.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    m_isChunked = reply.header("transfer-encoding").toLower().contains("chunked");
    m_length = -1;
    if (!m_isChunked && reply.has("content-length"))
        m_length = reply.header("content-length").toLongLong();
    if (!m_hasBody || reply.status == 204 || reply.status == 304)
        m_length = 0;
    m_isInBody = true;
    return m_length > mostBytes
        && fail(Reply::Trouble::TooLarge, u"The answer announces %1 bytes."_s.arg(m_length));
}

bool ReplyReader::readBody()
{
    if (m_isChunked && m_length != 0)
        return readChunks();
    reply.body += m_buffer;
    m_buffer.clear();
    if (m_length < 0)
        return false;
    reply.body.truncate(std::min(reply.body.size(), m_length));
    m_isWhole = reply.body.size() == m_length;
    return m_isWhole;
}

bool ReplyReader::readChunks()
{
    for (;;) {
        const qsizetype line = m_buffer.indexOf("\r\n");
        if (line < 0)
            return false;
        bool isNumber = false;
        const qsizetype size =
            m_buffer.first(line).split(';').constFirst().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > mostBytes)
            return fail(Reply::Trouble::NotHttp, u"A chunk has no valid size."_s);
        if (size == 0) {
            m_isWhole = true;
            return true;
        }
        if (m_buffer.size() < line + 2 + size + 2)
            return false;
        reply.body += m_buffer.mid(line + 2, size);
        m_buffer.remove(0, line + 2 + size + 2);
    }
}

void ReplyReader::end()
{
    if (reply.trouble != Reply::Trouble::None || m_isWhole)
        return;
    if (m_isInBody && m_length < 0 && !m_isChunked)
        return; // The end of the connection is the end of the body.
    fail(Reply::Trouble::Closed,
        reply.status == 0 ? u"The connection was closed without an answer."_s
                          : u"The connection was closed in the middle of the answer."_s);
}

} // namespace jetbridge::conformance
