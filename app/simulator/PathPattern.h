// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace jetbridge::simulator {

/// Tells whether a path matches a pattern, which is literal except for `*`; `*` matches anything,
/// slashes included. Takes at most as many steps as the product of both lengths.
bool matchesPattern(QStringView pattern, QStringView path);

} // namespace jetbridge::simulator
