// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"

namespace jetbridge {

/// A believable application of a believable partner, for the simulator; `endpoints` is the base of
/// the three URLs.
Application makeDemoApplication(const QUrl& endpoints, ConsentDisplayMode mode, bool bidirectional);

} // namespace jetbridge
