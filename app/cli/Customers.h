// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"

namespace jetbridge::cli {

/// Every row that matches, page by page.
Task<Outcome<QList<Integration>>> allIntegrations(Console& console, Integrations::Query query);

/// The company's newest integration that was not disabled, else its newest. NotFound: it has none.
Task<Outcome<Integration>> integrationOf(Console& console, CompanyId company);

} // namespace jetbridge::cli
