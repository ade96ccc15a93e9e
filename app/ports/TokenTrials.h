// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "ports/Task.h"

namespace jetbridge {

/// The registered oauthTokenUrl, asked for a token as SmartRecruiters will ask.
class TokenTrials {
public:
    virtual ~TokenTrials() = default;

    /// One request by one of the two ways of RFC 6749 2.3.1; the token itself is dropped. Refused:
    /// the pair was. BadReply: an answer that is none to such a request.
    virtual Task<Outcome<Done>> ask(QUrl oauthTokenUrl, ClientCredentials pair,
        ClientAuthentication by, OnboardingId correlation) = 0;
};

/// The header of such a request: what it gets does not count as use by SmartRecruiters.
inline constexpr auto rehearsalHeader = "Jetbridge-Rehearsal";

} // namespace jetbridge
