// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::ui {

/// A sentence that app/ writes in English and marks with QT_TRANSLATE_NOOP("Spoken", ...) (a
/// finding, a line of the journal, the keychain's
/// name), in the window's language. What
/// stands in quotes, or else a number, may be anything. A sentence that nobody marked stays as it
/// is.
QString spoken(const QString& english);

} // namespace jetbridge::ui
