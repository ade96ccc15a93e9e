// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientGate.h"
#include "oauth/TokenIssuer.h"

namespace jetbridge::oauth {

/// The token endpoint for the client credentials grant (RFC 6749 4.4): client authentication by
/// Basic or body, scopes, errors, and protection against brute force (429 with a growing
/// Retry-After after 10 failures within a minute for a client id or a peer). Used on one thread,
/// for POST requests.
class TokenEndpoint {
public:
    /// The answer to a request for a scope that the client does not have (RFC 6749 3.3 allows
    /// both).
    enum class UnknownScopes {
        Refused, ///< 400 invalid_scope.
        Ignored, ///< A token with the client's own scopes, which the answer lists.
    };

    TokenEndpoint(const Clients& clients, TokenIssuer& issuer, const Clock& clock);
    ~TokenEndpoint();
    /// Answers a token request. `presentedId` is set to the client id in the request, whether it is
    /// right or wrong.
    web::Reply handle(const web::Request& request, ClientId* presentedId = nullptr);
    /// Works like handle(), but returns nullopt and counts no failure when the answer depends only
    /// on a client that is not known here and may be known elsewhere. Call handle() afterwards.
    std::optional<web::Reply> handleKnown(const web::Request& request, ClientId* presentedId);

    /// Sets what a request for an unknown scope gets from now on, Refused at first; thread-safe.
    void setUnknownScopes(UnknownScopes unknownScopes);

    /// Resets all failure counts.
    void forgetFailures();

private:
    std::optional<web::Reply> handle(
        const web::Request& request, ClientId* presentedId, ClientGate::Unknown unknown);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
