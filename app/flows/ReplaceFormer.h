// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/JournalKeeper.h"

namespace jetbridge {

/// Makes all other integrations of a company former ones, after the credentials of `current` were
/// stored, and records in the history of each what replaced it. An unknown outcome among them is
/// resolved by that: the client that was issued for it is withdrawn.
Task<Outcome<Done>> replaceFormer(Integrations& integrations, IssuedClients& issuedClients,
    JournalKeeper keeper, Integration current);

} // namespace jetbridge
