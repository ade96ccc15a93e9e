// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"

namespace jetbridge::cli {

/// Every row that matches, page by page.
Task<Outcome<QList<Integration>>> allIntegrations(Console& console, Integrations::Query query);

/// The company's newest integration that was not disabled, else its newest. NotFound: it has none.
Task<Outcome<Integration>> integrationOf(Console& console, CompanyId company);

/// Whether a verification says that the integration does not work. One without a scope that allows
/// a call is neither live nor failing.
bool isFailing(const Integration& verified);

} // namespace jetbridge::cli
