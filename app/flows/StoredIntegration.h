// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Registry.h"

namespace jetbridge {

/// Returns the integration with this id. NotFound: this environment has none.
Task<Outcome<Integration>> storedIntegration(Integrations& integrations, IntegrationId id);

/// Returns every row that matches the query, reading page by page.
Task<Outcome<QList<Integration>>> allIntegrations(
    Integrations& integrations, Integrations::Query query);

/// Returns every row of a company, the newest first.
Task<Outcome<QList<Integration>>> integrationsOf(Integrations& integrations, CompanyId company);

} // namespace jetbridge
