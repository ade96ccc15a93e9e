// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Request.h"

namespace jetbridge::endpoints {

/// The address that a reverse proxy got this request from, as it noted it: the last entry of
/// X-Forwarded-For or of Forwarded (RFC 7239), with or without port, brackets and quotes. Null:
/// neither names an address, or they contradict each other, so that one of them is the sender's.
QHostAddress forwardedAddress(const web::Request& request);

} // namespace jetbridge::endpoints
