// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "http/Message.h"

namespace jetbridge::http {

/// Encodes a value as application/x-www-form-urlencoded UTF-8 (RFC 6749 Appendix B). A space
/// becomes %20, which servers that decode a Basic header as plain percent-encoding also read
/// correctly; "+" would not be.
QByteArray formEncoded(QByteArrayView utf8);

/// The headers and body of a form that an OAuth client posts.
struct ClientForm {
    Headers headers;
    Secret body;
    QList<Secret> encodings; ///< The encoded secret, and with Basic the encoded pair, as they occur
                             ///< in the request.
};

/// Makes the request of an OAuth client, which authenticates by one of the two methods of RFC 6749
/// 2.3.1; never by both, and never in the URL. `form` is the encoded form without the credentials:
/// "grant_type=client_credentials" (4.4.2).
ClientForm clientForm(
    QByteArrayView form, const ClientCredentials& client, ClientAuthentication by);

} // namespace jetbridge::http
