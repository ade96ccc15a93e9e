// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/TokenIssuer.h"
#include "web/Reply.h"

#include <tl/expected.hpp>

namespace jetbridge::oauth {

/// Who sent this request, by its bearer token (RFC 6750): the grant, or the finished error reply
/// (401/403/400 with WWW-Authenticate). Tokens in the query or body are refused.
tl::expected<Grant, web::Reply> checkBearer(
    const web::Request& request, const TokenIssuer& issuer, const Scopes& required = {});

/// 403 insufficient_scope, for callers that look at the scopes of a grant themselves.
web::Reply insufficientScope(const Scopes& required);

} // namespace jetbridge::oauth
