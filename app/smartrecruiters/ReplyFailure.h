// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smartrecruiters/Wire.h"

#include <chrono>
#include <optional>

namespace jetbridge::smartrecruiters {

/// Why SmartRecruiters said no: the kind by status and error code, the code, and one sentence with
/// their own words.
///
/// Reads every shape seen: RFC 6749 5.2, `{message, errors: [{code, message}]}`, `{id, httpCode,
/// code, message, helpUrl}` and problem+json (RFC 9457); the challenge of RFC 6750 3 where there is
/// no body. Their words are plain text here: bounded, without control characters and without any of
/// `secrets`.
Failure replyFailure(const http::Reply& reply, const QList<Secret>& secrets, const QDateTime& now);

/// Whether an answer of success says in its body that it is an error: RFC 6749's `error`, a list of
/// `errors`, or an `httpCode` that is one.
bool tellsError(const http::Reply& reply);

/// The answer, if its status is one of success; else the failure it tells.
Outcome<http::Reply> succeeded(
    const http::Delivery& delivery, const WireRequest& request, const QDateTime& now);

/// `Retry-After` as seconds or as a date (RFC 9110 10.2.3), which is read by the clock of whoever
/// wrote it (`Date`), else by ours. nullopt when absent or unreadable, never negative.
std::optional<std::chrono::seconds> retryAfter(const http::Reply& reply, const QDateTime& now);

/// A date of HTTP in any of its three forms (RFC 9110 5.6.7); invalid when it is none.
QDateTime httpDate(const QByteArray& text, const QDateTime& now);

/// Their text made fit for a log line: one line, at most `longest` characters, without any of
/// `secrets`.
QString plainText(QString text, const QList<Secret>& secrets, qsizetype longest = 300);

} // namespace jetbridge::smartrecruiters
