// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Message.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace jetbridge::http {

/// Reads `Retry-After`, in seconds or as a date (RFC 9110 10.2.3). A date is compared with the
/// sender's clock (`Date`) if known, otherwise with ours. nullopt when absent or invalid, never
/// negative.
std::optional<std::chrono::seconds> retryAfter(const http::Reply& reply, const QDateTime& now);

/// Parses an HTTP date in any of its three formats (RFC 9110 5.6.7); invalid if it is not one.
QDateTime httpDate(const QByteArray& text, const QDateTime& now);

} // namespace jetbridge::http
