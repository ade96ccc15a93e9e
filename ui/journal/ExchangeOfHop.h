// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "domain/Exchange.h"

namespace jetbridge::ui {

/// The recorded exchange of something that happened in the embedded browser; 0: there is none.
qint64 exchangeOf(const BrowserHop& hop, const QList<Exchange>& exchanges);

} // namespace jetbridge::ui
