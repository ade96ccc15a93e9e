// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge {

/// Checks that a client may be used as the application's own. Invalid (code customer_level): it
/// belongs to a customer, so its tokens are customer-level ones, which must never be used for the
/// confirm call.
///
/// Nothing more can be checked here. An access token is opaque (RFC 6749 1.4), and neither the
/// guide nor the token response tells its level. Another partner's client, or a customer-level
/// client made elsewhere, is only noticed by SmartRecruiters, which refuses it.
Task<Outcome<Done>> checkMasterLevel(IssuedClients& clients, ClientId client);

} // namespace jetbridge
