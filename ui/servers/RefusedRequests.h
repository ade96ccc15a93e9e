// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Exchanges.h"

namespace jetbridge::ui {

/// A request to the partner's endpoints that was not answered as it wished.
struct RefusedRequest {
    Exchange exchange; ///< Without headers and bodies.
    QString reason; ///< As the reply said it (RFC 6749 5.2, 6750 3.1); may be empty.
};

/// The latest of them, newest first; at most `most` among the latest exchanges that were recorded.
Task<Outcome<QList<RefusedRequest>>> refusedRequests(RecordedTraffic& traffic, int most);

} // namespace jetbridge::ui
