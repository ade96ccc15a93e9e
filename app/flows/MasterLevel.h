// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge {

/// Whether a client may be used as the application's own. Invalid (code customer_level): it is a
/// customer's, so that its tokens are customer-level ones and must never ask for an integration.
///
/// That is what can be proved here. An access token is opaque (RFC 6749 1.4) and neither guide nor
/// token reply say its level, so that another partner's client, or a customer-level one made
/// elsewhere, is first noticed by SmartRecruiters, which refuses it.
Task<Outcome<Done>> checkMasterLevel(IssuedClients& clients, ClientId client);

} // namespace jetbridge
