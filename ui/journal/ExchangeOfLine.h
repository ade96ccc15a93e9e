// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "domain/Exchange.h"
#include "domain/Journal.h"

namespace jetbridge::ui {

/// The recorded exchange that a line of the journal speaks of, by its run, step and time; 0: none
/// does.
qint64 exchangeOf(const JournalEntry& line, const QList<Exchange>& exchanges);

/// The same for something that happened in the embedded browser.
qint64 exchangeOf(const BrowserHop& hop, const QList<Exchange>& exchanges);

} // namespace jetbridge::ui
