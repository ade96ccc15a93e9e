// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Registry.h"

namespace jetbridge::cli {

/// Returns the company's newest integration that is not disabled, or else its newest one. NotFound:
/// it has none.
Task<Outcome<Integration>> integrationOf(Integrations& integrations, CompanyId company);

/// Tells whether a verification shows that the integration does not work. One without a scope for
/// any call is neither live nor failing.
bool isFailing(const Integration& verified);

} // namespace jetbridge::cli
