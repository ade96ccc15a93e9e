// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/Services.h"

namespace jetbridge {

/// Deletes what a disabled customer left behind, after staff agreed: the customer-level credentials
/// in the keychain and the client that we issued. Row and history stay. It can be repeated, and
/// returns the integration as it was. NotFound: there is no such integration. Invalid: it is not
/// disabled, so that its credentials are still needed.
Task<Outcome<Integration>> deleteCredentials(Services services, IntegrationId id);

/// Removes a customer whatever its status: its credentials as deleteCredentials() does, its row,
/// and the company's former integrations. The history stays.
Task<Outcome<Integration>> forgetCustomer(Services services, IntegrationId id);

} // namespace jetbridge
