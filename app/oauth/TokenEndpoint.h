// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/TokenIssuer.h"
#include "web/Reply.h"

#include <functional>

namespace jetbridge::oauth {

/// RFC 6749 4.4 as a server: client authentication by Basic or body, client_credentials only,
/// scopes, errors, and brute force slowed down (429 with growing Retry-After after 10 failures in a
/// minute for a client id or a peer). Used on one thread, mounted at POST.
class TokenEndpoint {
public:
    /// Told of every token that is issued; must be quick.
    using Issued = std::function<void(const ClientId&)>;

    TokenEndpoint(
        const Clients& clients, TokenIssuer& issuer, const Clock& clock, Issued issued = {});
    ~TokenEndpoint();
    web::Reply handle(const web::Request& request);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::oauth
