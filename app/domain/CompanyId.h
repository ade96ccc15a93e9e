// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"

namespace jetbridge {

/// What the guide calls "a unique company identifier" (3): nothing that could mean something else
/// in a page, a URL or the name of a file. Invalid: it is none.
Outcome<Done> checkCompanyId(const CompanyId& company);

} // namespace jetbridge
