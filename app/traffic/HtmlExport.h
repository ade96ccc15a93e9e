// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/Export.h"

namespace jetbridge::traffic {

/// Makes the format of a self-contained HTML page: a sequence diagram in which each arrow opens its
/// exchange. It works without scripts, in light and dark mode, and in print.
ExportForm htmlForm();

} // namespace jetbridge::traffic
