// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <QMap>

namespace jetbridge::ui {

/// How many customers have which status; every status has a number.
using StatusCounts = QMap<IntegrationStatus, int>;

Task<Outcome<StatusCounts>> countByStatus(Integrations& integrations);

/// The sum over these statuses; none named: over all.
int sumOf(const StatusCounts& counts, const QList<IntegrationStatus>& statuses);

/// The statuses that need somebody, the most urgent first.
const QList<IntegrationStatus>& needingAttention();

} // namespace jetbridge::ui
