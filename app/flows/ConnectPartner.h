// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"
#include "ports/SmartRecruiters.h"
#include "ports/Vault.h"

namespace jetbridge {

/// Checks the master credentials with a real token request, then stores them (guide, 1 and 2).
/// `onboarding` is the onboarding that this is done for, if any.
///
/// Invalid (they are a customer's credentials, MasterLevel.h) and VaultUnavailable are returned
/// before anything is sent. Refused: the credentials are wrong, and nothing is stored.
Task<Outcome<AccessToken>> connectPartner(SmartRecruiters& smartRecruiters, Tokens& tokens,
    Vault& vault, IssuedClients& issuedClients, QString environment, MasterCredentials credentials,
    OnboardingId onboarding = {});

} // namespace jetbridge
