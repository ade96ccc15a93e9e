// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"

namespace jetbridge::web {

/// Properties of the connection that affect a reply's headers.
struct ReplyFraming {
    bool closes = false; ///< The connection is closed after this reply.
    bool http10 = false; ///< The peer used HTTP/1.0.
    bool overTls = false;
};

/// Tells whether a reply with this status may have a body: 204 and 304 end with their head (RFC
/// 9112 6.3).
inline bool hasBody(int status)
{
    return status != 204 && status != 304;
}

/// Returns the reply's status line and headers as bytes, up to and including the empty line. They
/// are the handler's own headers and the security headers that fit: the reply is not cached,
/// sniffed or framed unless the handler says so.
QByteArray replyHead(const Reply& reply, ReplyFraming framing);

} // namespace jetbridge::web
