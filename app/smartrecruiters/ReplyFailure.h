// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smartrecruiters/Wire.h"

namespace jetbridge::smartrecruiters {

/// Explains why SmartRecruiters refused a request: the kind by status and error code, the code, and
/// one sentence with SmartRecruiters' own words.
///
/// Reads the known formats of an error: RFC 6749 5.2, `{error, message}`, `{error: {code,
/// message}}`,
/// `{message, errors: [{code, message}]}`, `{id, httpCode, code, message, helpUrl}`, problem+json
/// (RFC 9457) with errors by field, a plain text, and the challenge of RFC 6750 3 where the body
/// says less. Their words become plain text: limited in length, without control characters and
/// without anything confidential.
Failure replyFailure(
    const http::Reply& reply, const Confidential& confidential, const QDateTime& now);

/// Tells whether the body has an `error` with a content, as an error of RFC 6749 5.2 has.
bool hasError(const http::Reply& reply);

/// Tells whether the body of a successful answer reports an error: `error` or `errors` with a
/// content, or an `httpCode` or `status` (RFC 9457) that is an error.
bool tellsError(const http::Reply& reply);

/// Returns the answer if its status is a success; otherwise the failure that it reports.
Outcome<http::Reply> succeeded(
    const http::Delivery& delivery, const WireRequest& request, const QDateTime& now);

/// Makes SmartRecruiters' text safe for a log line: one line, at most `longest` characters, without
/// anything confidential.
QString plainText(const QString& text, const Confidential& confidential, qsizetype longest = 300);

} // namespace jetbridge::smartrecruiters
