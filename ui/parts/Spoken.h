// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::ui {

/// Translates a sentence that app/ writes in English and marks with QT_TRANSLATE_NOOP("Spoken",
/// ...): a finding, a line of the journal, or the keychain's name. The part in quotes, or else a
/// number, may be anything. A sentence that is not marked is returned unchanged.
QString spoken(const QString& english);

} // namespace jetbridge::ui
