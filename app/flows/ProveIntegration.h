// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "ports/SmartRecruiters.h"
#include "ports/Vault.h"

namespace jetbridge {

/// What a proof works with; everything outlives it.
struct ProofServices {
    QString environment;
    SmartRecruiters& smartRecruiters;
    Tokens& tokens;
    Vault& vault;
};

/// A customer-level token and one harmless call on the customer's behalf; the row's status says how
/// it went.
///
/// `scopes` decides the call: company_read, else jobs_read, else candidates_read, else the token
/// alone. What SmartRecruiters answers is a status (Live, Failing with the reason), not a Failure;
/// Failures are: credentials missing (NotFound), vault, storage, and Cancelled.
Task<Outcome<Integration>> proveIntegration(
    ProofServices services, JournalKeeper keeper, Integration integration, QStringList scopes);

} // namespace jetbridge
