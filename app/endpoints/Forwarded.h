// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Request.h"

namespace jetbridge::endpoints {

/// Returns the address from which a reverse proxy received this request: the last entry of
/// X-Forwarded-For or of Forwarded (RFC 7239), with or without port, brackets and quotes. Null if
/// neither names an address, or if they contradict each other, because one of them then comes from
/// the sender.
QHostAddress forwardedAddress(const web::Request& request);

} // namespace jetbridge::endpoints
