// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "web/Request.h"

namespace jetbridge::oauth {

/// The credentials that a client sent to the token endpoint, and the method that it used (RFC 6749
/// 2.3.1).
struct PresentedClient {
    ClientCredentials client;
    bool byBasic = false; ///< The client used Basic, so a refusal must carry a Basic challenge (RFC
                          ///< 6749 5.2).
};

/// Reads the credentials from the Basic header or the body. The failure codes are those of RFC 6749
/// 5.2: invalid_request for two methods at once or a header that cannot be parsed, invalid_client
/// when there are no credentials.
Outcome<PresentedClient> presentedClient(const web::Request& request, const web::Form& form);

/// Parses the credentials of a Basic header: base64 of the form-urlencoded id and secret (RFC 6749
/// 2.3.1, Appendix B).
Outcome<ClientCredentials> parseBasic(QByteArrayView authorization);

} // namespace jetbridge::oauth
