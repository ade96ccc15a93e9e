// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::ui {

/// "Chromium 102.0.5005.177 (Qt WebEngine 6.4.2)"; starts no browser.
QString browserVersion();

} // namespace jetbridge::ui
