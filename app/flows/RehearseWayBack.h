// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Journal.h"
#include "domain/WayBack.h"
#include "flows/Services.h"

namespace jetbridge {

/// Place where a customer's client gets its tokens, from the settings of application and
/// environment.
struct TokenPlace {
    QUrl oauthTokenUrl; ///< Address as it is registered.
    TokenService service = TokenService::Unset; ///< Setting of the environment.
    QUrl publicUrl; ///< Address of our own endpoints (Environment::publicUrl).
};

/// Tells who serves the registered oauthTokenUrl; if that is not set, the address decides. Invalid
/// (code nobody_serves): as far as is known here, nobody does; the detail says what to do.
Outcome<TokenService> tokenServiceOf(const TokenPlace& place);

/// Checks the conditions of a bi-directional onboarding before anything is sent: somebody serves
/// oauthTokenUrl, and client credentials are given if, and only if, staff make them in their own
/// server. Returns who serves it. Invalid: the detail says what to do.
Outcome<TokenService> checkTokenPlace(const TokenPlace& place, bool isPairGiven);

/// Requests tokens from oauthTokenUrl with the client, by body and by Basic in separate requests,
/// and records the result with the client. The failure (code way_back_...) is that of the request
/// that got further: Unreachable and similar kinds, NotPermitted (the client was refused), or
/// BadReply.
Task<Outcome<WayBack>> rehearseWayBack(
    Services services, TokenPlace place, ClientCredentials pair, OnboardingId correlation);

/// Adds the result of a rehearsal to its journal line.
void tellEnd(const WayBack& wayBack, JournalEntry& line);

/// Tells whether the failure says nothing about the client, because oauthTokenUrl was not reached.
bool isWayBackUnreached(const Failure& failure);

} // namespace jetbridge
