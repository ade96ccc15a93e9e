// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Message.h"
#include "ports/Exchanges.h"

#include <QString>

namespace jetbridge::authorization {

/// Returns the `error` of an OAuth answer (RFC 6749 5.2, RFC 7591 3.2.2), if the body is one. No
/// other part of a foreign answer is repeated, because some servers echo the request.
QString errorCode(const QByteArray& body);

/// Returns status and error: "400 invalid_client_metadata", or "400" without an OAuth error.
QString statusAndError(const http::Reply& reply);

/// Returns the outcome, whose failure repeats no secret that the recorder knows; it may be null.
template <typename T>
Outcome<T> withoutSecrets(Outcome<T> outcome, const ExchangeRecorder* recorder)
{
    if (!outcome && recorder)
        outcome.error() = recorder->withoutSecrets(outcome.error());
    return outcome;
}

} // namespace jetbridge::authorization
