// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Reply.h"

namespace jetbridge::web {

/// What the connection says about itself in a reply.
struct ReplyFraming {
    bool closes = false; ///< The connection ends with this reply.
    bool http10 = false; ///< The peer asked in HTTP/1.0.
    bool overTls = false;
};

/// Whether a reply of this status may have one: 204 and 304 end with their head (RFC 9112 6.3).
inline bool hasBody(int status)
{
    return status != 204 && status != 304;
}

/// The reply's status line and headers as bytes, ending with the empty line: the handler's own
/// headers, and the security headers that fit (nothing of it is cached, sniffed or framed unless
/// the handler says so).
QByteArray replyHead(const Reply& reply, ReplyFraming framing);

} // namespace jetbridge::web
