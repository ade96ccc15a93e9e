// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"

namespace jetbridge {

/// Checks the master credentials with a real token request, then stores them (guide, 1 and 2).
/// `onboarding` is the onboarding that this is done for, if any.
///
/// Invalid (a customer's credentials, MasterLevel.h) and VaultUnavailable come before anything is
/// sent; Refused: wrong pair, nothing is stored. `onboarding`: for which that is done, if for any.
Task<Outcome<AccessToken>> connectPartner(
    Services services, MasterCredentials credentials, OnboardingId onboarding = {});

} // namespace jetbridge
