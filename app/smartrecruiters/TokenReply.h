// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "smartrecruiters/Wire.h"

namespace jetbridge::smartrecruiters {

/// Assumed when `expires_in` is absent or unreadable: what SmartRecruiters' help pages say, never
/// "for ever".
inline constexpr int assumedLifetimeSeconds = 1800;
/// A longer `expires_in` counts as this.
inline constexpr int mostLifetimeSeconds = 24 * 60 * 60;

/// Reads a successful token reply (RFC 6749 5.1). BadReply names what is missing or odd; where it
/// is an error in spite of its status, the failure is the one that it tells; members that are not
/// known are ignored, a refresh token too (4.4.3). An odd `expires_in` is survived and told in
/// lifetimeNote.
Outcome<AccessToken> readToken(
    const http::Reply& reply, const QList<Secret>& secrets, const QDateTime& now);

} // namespace jetbridge::smartrecruiters
