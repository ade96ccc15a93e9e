// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Journal.h"
#include "domain/WayBack.h"
#include "flows/Services.h"

namespace jetbridge {

/// Where a customer's pair is used, as application and environment say.
struct TokenPlace {
    QUrl oauthTokenUrl; ///< As it is registered.
    TokenService service = TokenService::Unset; ///< As the environment says.
    QUrl publicUrl; ///< Of our own endpoints (Environment::publicUrl).
};

/// Who serves the registered oauthTokenUrl; what is unset is read off the address. Invalid (code
/// nobody_serves): nobody does, as far as is known here; it says what to do.
Outcome<TokenService> tokenServiceOf(const TokenPlace& place);

/// What must hold before anything is sent for a bi-directional onboarding: somebody serves the
/// oauthTokenUrl, and a pair is given where staff make the pairs, and nowhere else. Invalid says
/// what to do. Gives who serves it.
Outcome<TokenService> checkTokenPlace(const TokenPlace& place, bool isPairGiven);

/// Asks oauthTokenUrl for tokens with the pair, by body and by Basic in requests of their own, and
/// keeps with the client how that went. The failure (code way_back_...) is that of the way which
/// came further: Unreachable and the like, NotPermitted (the pair was refused), BadReply.
Task<Outcome<WayBack>> rehearseWayBack(
    Services services, TokenPlace place, ClientCredentials pair, OnboardingId correlation);

/// What the journal says of it.
void tellEnd(const WayBack& wayBack, JournalEntry& line);

/// Whether the failure says nothing about the pair: oauthTokenUrl was not reached.
bool isWayBackUnreached(const Failure& failure);

} // namespace jetbridge
