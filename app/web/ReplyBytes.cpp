// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/ReplyBytes.h"

#include "domain/Utc.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

const char* reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

/// Returns the Date header's value (RFC 9110 5.6.7); it is formatted once a second.
const QByteArray& dateNow()
{
    thread_local qint64 second = -1;
    thread_local QByteArray text;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, utc),
                       u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                   .toLatin1();
    }
    return text;
}

/// Tells whether a header's name or value has no line break; one could start a header, or a reply,
/// that somebody else chose.
bool isSafe(const QByteArray& text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

QByteArray replyHead(const Reply& reply, ReplyFraming framing)
{
    bool hasCacheControl = false;
    bool hasPolicy = false;
    bool hasReferrerPolicy = false;
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ');
    head.append(reasonPhrase(reply.status)).append("\r\nDate: ").append(dateNow()).append("\r\n");
    for (const Header& header : reply.headers) {
        if (!isSafe(header.first) || !isSafe(header.second))
            continue;
        head.append(header.first).append(": ").append(header.second).append("\r\n");
        const auto is = [&header](const char* other) {
            return header.first.compare(other, Qt::CaseInsensitive) == 0;
        };
        hasCacheControl = hasCacheControl || is("cache-control");
        hasPolicy = hasPolicy || is("content-security-policy");
        hasReferrerPolicy = hasReferrerPolicy || is("referrer-policy");
    }
    // A Content-Length without a body would be wrong (RFC 9110 8.6).
    if (hasBody(reply.status))
        head.append("Content-Length: ")
            .append(QByteArray::number(reply.body.size()))
            .append("\r\n");
    if (!hasCacheControl)
        head += "Cache-Control: no-store\r\n";
    if (!hasPolicy)
        head += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
    if (!hasReferrerPolicy)
        head += "Referrer-Policy: same-origin\r\n";
    head += "X-Content-Type-Options: nosniff\r\n";
    if (framing.overTls)
        head += "Strict-Transport-Security: max-age=31536000\r\n";
    if (framing.closes)
        head += "Connection: close\r\n";
    else if (framing.http10)
        head += "Connection: keep-alive\r\n";
    head += "\r\n";
    return head;
}

} // namespace jetbridge::web
