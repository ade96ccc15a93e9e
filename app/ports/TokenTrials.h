// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "ports/Task.h"

namespace jetbridge {

/// Requests tokens from the registered oauthTokenUrl in the way SmartRecruiters will do.
class TokenTrials {
public:
    virtual ~TokenTrials() = default;

    /// Sends one request with one of the two client authentications of RFC 6749 2.3.1 and discards
    /// the token. Refused: the client id or secret was refused. BadReply: the answer is not a valid
    /// token response.
    virtual Task<Outcome<Done>> ask(QUrl oauthTokenUrl, ClientCredentials pair,
        ClientAuthentication by, OnboardingId correlation) = 0;
};

/// Header that marks such a request, so that its token does not count as use by SmartRecruiters.
inline constexpr auto rehearsalHeader = "Jetbridge-Rehearsal";

} // namespace jetbridge
