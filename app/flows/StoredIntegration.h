// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Registry.h"

namespace jetbridge {

/// The integration of that id. NotFound: this environment has none.
Task<Outcome<Integration>> storedIntegration(Integrations& integrations, IntegrationId id);

} // namespace jetbridge
