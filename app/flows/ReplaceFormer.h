// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/JournalKeeper.h"

namespace jetbridge {

/// The company came on board once more: what it had before leaves the customers and is kept as
/// former, with a line in its own history that names `current`. Nothing to do for a first time.
Task<Outcome<Done>> replaceFormer(
    Integrations& integrations, JournalKeeper keeper, Integration current);

} // namespace jetbridge
