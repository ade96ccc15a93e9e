// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/TokenIssuer.h"
#include "web/Reply.h"

#include <tl/expected.hpp>

namespace jetbridge::oauth {

/// Authenticates a request by its bearer token (RFC 6750). Returns the grant, or the complete error
/// reply (401, 403 or 400 with WWW-Authenticate). Tokens in the query or body are refused.
tl::expected<Grant, web::Reply> checkBearer(
    const web::Request& request, const TokenIssuer& issuer, const Scopes& required = {});

/// Makes a 403 insufficient_scope reply, for callers that check the scopes of a grant themselves.
web::Reply insufficientScope(const Scopes& required);

} // namespace jetbridge::oauth
