// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Identifier.h"
#include "ports/Clock.h"

namespace jetbridge {

/// Generates client credentials: the prefix shows staff where the client id comes from (RFC 9700
/// 4.15.1), 128 random bits make the id unique, and the secret has 256 random bits.
ClientCredentials generatedPair(Randomness& randomness, const QString& prefix);

/// What an onboarding that begins is called: 128 random bits.
OnboardingId newOnboardingId(Randomness& randomness);

} // namespace jetbridge
