// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientGate.h"
#include "oauth/TokenIssuer.h"

#include <functional>

namespace jetbridge::oauth {

/// RFC 6749 4.4 as a server: client authentication by Basic or body, client_credentials only,
/// scopes, errors, and brute force slowed down (429 with growing Retry-After after 10 failures in a
/// minute for a client id or a peer). Used on one thread, mounted at POST.
class TokenEndpoint {
public:
    /// Told of every token that is issued; must be quick.
    using Issued = std::function<void(const ClientId&)>;

    /// What a request gets that asks for a scope its client does not have (RFC 6749 3.3 allows
    /// both).
    enum class UnknownScopes {
        Refused, ///< 400 invalid_scope.
        Ignored, ///< A token with the client's own scopes, which the answer names.
    };

    TokenEndpoint(const Clients& clients, TokenIssuer& issuer, const Clock& clock,
        Issued issued = {}, UnknownScopes unknownScopes = UnknownScopes::Refused);
    ~TokenEndpoint();
    /// `presentedId` gets the client id that the request names, right or wrong.
    web::Reply handle(const web::Request& request, ClientId* presentedId = nullptr);
    /// The same, but nullopt, and nothing counted, where everything hangs on a client that is not
    /// known here: it may be known elsewhere. Ask again with handle().
    std::optional<web::Reply> handleKnown(const web::Request& request, ClientId* presentedId);

    /// Nobody has failed.
    void forgetFailures();

private:
    std::optional<web::Reply> handle(
        const web::Request& request, ClientId* presentedId, ClientGate::Unknown unknown);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
