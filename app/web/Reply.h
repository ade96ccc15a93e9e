// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace jetbridge::web {

/// A handler's answer. The server adds Date, Content-Length, the security headers and Connection.
struct Reply {
    int status = 200;
    QList<Header> headers; ///< The handler's headers, Content-Type included.
    QByteArray body;

    /// Makes a text/html reply (UTF-8, no-store) with a Content-Security-Policy that allows inline
    /// styles only. `frameOrigins` become frame-ancestors (none given: 'none'), `frameSources`
    /// become frame-src.
    static Reply html(QByteArray body, int status = 200, const QStringList& frameOrigins = {},
        const QStringList& frameSources = {});
    /// Makes an application/json reply.
    static Reply json(const QJsonObject& object, int status = 200);
    static Reply json(const QJsonArray& array, int status = 200);
    /// Makes a text/plain reply (UTF-8).
    static Reply text(const QString& text, int status = 200);
    /// Makes a 303 See Other, the only answer to a form post that leads to another page (RFC 9700
    /// 4.12).
    static Reply seeOther(const QUrl& target);
    /// Makes a reply without a body.
    static Reply empty(int status = 204);
    /// Makes the JSON object `{"error": code, "error_description": description}`, limited to the
    /// characters that RFC 6749 5.2 allows.
    static Reply fromFailure(const Failure& failure, int fallbackStatus = 400);

    /// Sets a header and replaces one of the same name.
    Reply& with(QByteArray name, QByteArray value);

    /// Network faults that the simulator applies to the connection; ordinary replies have none.
    struct Transport {
        int delayMs = 0; ///< Delay before the first byte, in milliseconds.
        int bytesPerSecond = 0; ///< Speed limit of the reply; 0: none.
        int truncateAt = -1; ///< Number of bytes of the body after which the connection is cut; -1:
                             ///< never.
        bool closeBeforeReply = false; ///< Whether the connection is cut before any byte is sent.
    } transport;
};

} // namespace jetbridge::web
