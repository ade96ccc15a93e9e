// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "ports/SmartRecruiters.h"
#include "smartrecruiters/Wire.h"

namespace jetbridge::smartrecruiters {

/// Reads the answer to a confirm call. The call cannot be repeated, so a client secret is accepted
/// wherever and however it appears in the body; anything else that is unusual or missing is
/// described in CustomerCredentials::note. Values that we sent and that the answer repeats are not
/// taken for SmartRecruiters' own.
///
/// Fails with OutcomeUnknown when there is no secret and the call may have taken effect. Any other
/// failure means that it had no effect.
Outcome<CustomerCredentials> readConfirmed(const http::Delivery& delivery,
    const WireRequest& request, const IntegrationRequest& integration, const QDateTime& now);

} // namespace jetbridge::smartrecruiters
