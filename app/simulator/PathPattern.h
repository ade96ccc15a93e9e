// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace jetbridge::simulator {

/// Whether a path is what a pattern means: literal but for `*`, which spans anything, slashes too.
/// Takes at most as many steps as both are long, multiplied.
bool matchesPattern(QStringView pattern, QStringView path);

} // namespace jetbridge::simulator
