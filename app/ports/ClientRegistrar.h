// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ClientRegistration.h"
#include "domain/Credentials.h"
#include "ports/Task.h"

namespace jetbridge {

/// Code of a failure after which the client may exist at the server all the same.
inline constexpr auto registrationUnanswered = "registration_unanswered";

/// A client as the server registered it (RFC 7591 3.2.1).
struct RegisteredClient {
    ClientCredentials pair; ///< With the access to its management, if the server gave one.
    QDateTime secretExpiresAt; ///< UTC; invalid: never.
    Message fault = {}; ///< Why SmartRecruiters could not use it (no secret, no
                        ///< client_credentials), so that it must be deleted again; empty: it can.
};

/// Registers clients at the partner's own authorization server (RFC 7591) and deletes them (RFC
/// 7592).
class ClientRegistrar {
public:
    virtual ~ClientRegistrar() = default;
    /// Registers a client by one request, which is never repeated. Code registrationUnanswered: no
    /// usable answer came, so a client of this name may exist. Any other failure: none was made,
    /// and the kind says what to do: Refused (the initial access token), NotPermitted, NotFound,
    /// Invalid (the settings), RateLimited, BadReply, Unreachable.
    virtual Task<Outcome<RegisteredClient>> add(RegistrationSettings settings, Secret initialToken,
        QString clientName, OnboardingId correlation) = 0;
    /// Deletes a client. Refused: the server does not know it any more, or does not accept the
    /// token. NotPermitted: this server deletes no clients.
    virtual Task<Outcome<Done>> remove(ClientManagement management, OnboardingId correlation) = 0;
};

} // namespace jetbridge
