// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "flows/Services.h"

namespace jetbridge {

/// Staff agreed that what a customer left behind goes: the customer-level credentials in the
/// keychain, and the client that we issued. Row and history stay. NotFound: no such integration.
/// Invalid: it is not disabled, so that the credentials are still of use. May be repeated. Returns
/// what it was.
Task<Outcome<Integration>> deleteCredentials(Services services, IntegrationId id);

/// The same whatever the status, with what the company had before it was onboarded again, and the
/// rows go too; the history stays.
Task<Outcome<Integration>> forgetCustomer(Services services, IntegrationId id);

} // namespace jetbridge
