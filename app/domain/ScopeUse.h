// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"

#include <QByteArray>

namespace jetbridge {

/// Returns the scope of `asked` that a successful API call seems to have used; empty if none fits.
/// The names decide: reading ("..._read") goes with GET, everything else with the other methods,
/// and the words of the scope's subject must occur in the path. Scopes are data that
/// SmartRecruiters may change, so this is a hint and not a rule (guide, 1: Principle of Least
/// Privilege).
QString scopeUsedBy(const QByteArray& method, const QString& path, const Scopes& asked);

} // namespace jetbridge
