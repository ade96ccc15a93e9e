// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::simulator {

/// Describes an access scope in words for an administrator: "candidates_read" becomes "See
/// candidates". Partners may use any scopes, so that the words are made from the name if the scope
/// is not known; empty if the name does not allow it.
QString scopeInWords(const QString& scope);

} // namespace jetbridge::simulator
