// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"

namespace jetbridge {

/// Checks a company identifier ("a unique company identifier" in the guide, 3): it must not contain
/// anything with another meaning in a page, a URL or a file name. Invalid: it is not valid.
Outcome<Done> checkCompanyId(const CompanyId& company);

} // namespace jetbridge
