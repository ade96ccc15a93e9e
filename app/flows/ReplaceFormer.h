// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/JournalKeeper.h"

namespace jetbridge {

/// The credentials of `current` are stored: whatever else its company had becomes former, and the
/// history of each says what took its place. An unknown outcome among them is resolved by that: the
/// client that was issued for it ends.
Task<Outcome<Done>> replaceFormer(Integrations& integrations, IssuedClients& issuedClients,
    JournalKeeper keeper, Integration current);

} // namespace jetbridge
