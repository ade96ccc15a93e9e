// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "smartrecruiters/Wire.h"

namespace jetbridge::smartrecruiters {

/// Lifetime in seconds when `expires_in` is absent or invalid: the value of SmartRecruiters' help
/// pages, never unlimited.
inline constexpr int assumedLifetimeSeconds = 1800;
/// The longest accepted lifetime in seconds; a longer `expires_in` is reduced to it.
inline constexpr int mostLifetimeSeconds = 24 * 60 * 60;

/// Reads a successful token reply (RFC 6749 5.1). BadReply names what is missing or invalid. If the
/// reply is an error in spite of its status, that error is the failure, even beside a token (5.2).
/// Unknown members are
/// ignored, and so is a refresh token (4.4.3). An invalid `expires_in` is tolerated and described
/// in lifetimeNote.
Outcome<AccessToken> readToken(
    const http::Reply& reply, const Confidential& confidential, const QDateTime& now);

} // namespace jetbridge::smartrecruiters
