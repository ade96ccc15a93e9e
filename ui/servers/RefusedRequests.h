// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"

namespace jetbridge::ui {

/// A request to the partner's endpoints that got an error.
struct RefusedRequest {
    Exchange exchange; ///< The exchange, without headers and bodies.
    QString reason; ///< Reason as the response gave it (RFC 6749 5.2, 6750 3.1); may be empty.
};

/// Returns the latest refused requests, newest first, at most `most`, found among the latest
/// recorded exchanges.
Task<Outcome<QList<RefusedRequest>>> refusedRequests(RecordedTraffic& traffic, int most);

} // namespace jetbridge::ui
