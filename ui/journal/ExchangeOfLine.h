// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "domain/Exchange.h"
#include "domain/Journal.h"

namespace jetbridge::ui {

/// Returns the number of the recorded exchange that a journal line is about, found by its run, step
/// and time; 0 if there is none.
qint64 exchangeOf(const JournalEntry& line, const QList<Exchange>& exchanges);

/// Returns the number of the recorded exchange that belongs to an event in the embedded browser; 0
/// if there is none.
qint64 exchangeOf(const BrowserHop& hop, const QList<Exchange>& exchanges);

} // namespace jetbridge::ui
