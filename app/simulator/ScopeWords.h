// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::simulator {

/// What an access scope allows, as an administrator would say it: "candidates_read" is "See
/// candidates". Scopes are the partners' data, so that the words are made from the name where there
/// are none of its own; empty: the name says nothing.
QString scopeInWords(const QString& scope);

} // namespace jetbridge::simulator
