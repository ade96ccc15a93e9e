// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/Export.h"

namespace jetbridge::traffic {

/// One page that needs nothing else: a sequence diagram whose every arrow opens its exchange.
/// Works without scripts, in light and dark, and on paper.
ExportForm htmlForm();

} // namespace jetbridge::traffic
