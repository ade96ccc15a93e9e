// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <QMap>

namespace jetbridge::ui {

/// Number of customers for each status; every status has an entry.
using StatusCounts = QMap<IntegrationStatus, int>;

Task<Outcome<StatusCounts>> countByStatus(Integrations& integrations);

/// Returns the sum over these statuses, or over all if none is named.
int sumOf(const StatusCounts& counts, const QList<IntegrationStatus>& statuses);

/// Returns the statuses that need attention, the most urgent first.
const QList<IntegrationStatus>& needingAttention();

} // namespace jetbridge::ui
