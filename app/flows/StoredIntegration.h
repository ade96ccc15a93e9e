// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Registry.h"

namespace jetbridge {

/// The integration of that id. NotFound: this environment has none.
Task<Outcome<Integration>> storedIntegration(Integrations& integrations, IntegrationId id);

/// Every row that matches, page by page, however many there are.
Task<Outcome<QList<Integration>>> allIntegrations(
    Integrations& integrations, Integrations::Query query);

/// Every row that a company has, the newest first.
Task<Outcome<QList<Integration>>> integrationsOf(Integrations& integrations, CompanyId company);

} // namespace jetbridge
