// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "ports/SmartRecruiters.h"
#include "smartrecruiters/Wire.h"

namespace jetbridge::smartrecruiters {

/// Reads what came back for a confirm call. It cannot be asked for again, so that a client secret
/// counts wherever and however it stands in the body; whatever else is odd or missing is said in
/// CustomerCredentials::note. What we sent ourselves and got back is not taken for theirs.
///
/// OutcomeUnknown: no secret came and it may have happened over there. Any other failure: nothing
/// was done there.
Outcome<CustomerCredentials> readConfirmed(const http::Delivery& delivery,
    const WireRequest& request, const IntegrationRequest& integration, const QDateTime& now);

} // namespace jetbridge::smartrecruiters
