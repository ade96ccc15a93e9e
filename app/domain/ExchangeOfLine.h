// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "domain/Journal.h"

#include <chrono>

namespace jetbridge {

/// The recorded exchange that a line of the journal speaks of, by its run, step and time; 0: none
/// does. `tolerance`: how far the two may be apart, besides the time that the step took.
qint64 exchangeOf(const JournalEntry& line, const QList<Exchange>& exchanges,
    std::chrono::milliseconds tolerance = std::chrono::milliseconds(250));

/// Milliseconds from an exchange to a moment (since the epoch); 0: it was under way then.
qint64 distanceOf(const Exchange& exchange, qint64 at);

} // namespace jetbridge
