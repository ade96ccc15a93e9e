// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace jetbridge {

/// Tells work on a queue whether to continue. Gone: its services do not exist any more and must not
/// be used after a wait.
enum class Standing { Here, Stopping, Gone };

/// Returns the pause after this number of tries: 1 s, doubled each time, at most 15 min.
std::chrono::seconds pauseAfter(int tries);

/// Returns how long to sleep after a queue was worked off, whose next entry is due at `next`
/// (nullopt: it is empty): a minute at most, because another program may have left something
/// behind; after a failure of the registry, three seconds.
std::chrono::milliseconds sleepUntil(
    const Outcome<std::optional<QDateTime>>& next, const QDateTime& now);

} // namespace jetbridge
