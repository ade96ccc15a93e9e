// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "web/Request.h"

namespace jetbridge::oauth {

/// How a client presented itself at the token endpoint (RFC 6749 2.3.1).
struct PresentedClient {
    ClientCredentials client;
    bool byBasic = false; ///< Then a refusal carries a Basic challenge (RFC 6749 5.2).
};

/// Credentials from the Basic header or the body. Failure codes are RFC 6749 5.2's: invalid_request
/// for two methods at once or a header that cannot be read, invalid_client when there are none.
Outcome<PresentedClient> presentedClient(const web::Request& request, const web::Form& form);

/// A Basic header's credentials: base64 of form-urlencoded id and secret (RFC 6749 2.3.1, Appendix
/// B).
Outcome<ClientCredentials> parseBasic(QByteArrayView authorization);

} // namespace jetbridge::oauth
