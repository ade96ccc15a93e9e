// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

namespace jetbridge {

/// Makes the data folder (0700) where it is missing. StorageUnavailable says why it cannot be.
Outcome<Done> makeDataFolder(const QString& folder);

} // namespace jetbridge
