// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace jetbridge::web {

/// What a handler answers. The server adds Content-Length, Date-independent security headers and
/// Connection.
struct Reply {
    int status = 200;
    QList<Header> headers; ///< Content-Type included.
    QByteArray body;

    /// text/html; charset=utf-8, no-store, with a Content-Security-Policy that allows inline styles
    /// only; `frameOrigins` become frame-ancestors (none: 'none'), `frameSources` become frame-src.
    static Reply html(QByteArray body, int status = 200, const QStringList& frameOrigins = {},
        const QStringList& frameSources = {});
    static Reply json(const QJsonObject& object, int status = 200);
    static Reply json(const QJsonArray& array, int status = 200);
    static Reply text(const QString& text, int status = 200);
    /// 303 See Other: the one answer to a form post that leads elsewhere (RFC 9700 4.12).
    static Reply seeOther(const QUrl& target);
    static Reply empty(int status = 204);
    /// `{"error": code, "error_description": description}` as text that keeps RFC 6749 5.2's
    /// character set.
    static Reply fromFailure(const Failure& failure, int fallbackStatus = 400);

    /// Sets a header; one of the same name is replaced.
    Reply& with(QByteArray name, QByteArray value);

    /// What the simulator's faults ask of the connection; all off in ordinary replies.
    struct Transport {
        int delayMs = 0; ///< Before the first byte.
        int bytesPerSecond = 0; ///< 0: as fast as it goes.
        int truncateAt = -1; ///< Cut the connection after so many bytes of the body; -1: never.
        bool closeBeforeReply = false; ///< Cut without a byte.
    } transport;
};

} // namespace jetbridge::web
