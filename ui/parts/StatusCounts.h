// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <QMap>

namespace jetbridge::ui {

/// Some of the customers.
struct CustomerFilter {
    QList<IntegrationStatus> statuses; ///< Those of one of these; empty: of any.
    /// But not those of whom nothing more can be proved (onlyATokenWasGiven).
    bool withoutTokenOnly = false;

    friend bool operator==(const CustomerFilter&, const CustomerFilter&) = default;
};

/// Number of customers for each status; every status has an entry.
struct StatusCounts {
    QMap<IntegrationStatus, int> byStatus;
    int tokenOnly = 0; ///< Those of the unproved of whom a token is all that can be proved.
};

Task<Outcome<StatusCounts>> countByStatus(Integrations& integrations);

/// How many customers the filter lets through.
int sumOf(const StatusCounts& counts, const CustomerFilter& filter);

/// Those who need somebody, the most urgent status first.
const CustomerFilter& needingAttention();

} // namespace jetbridge::ui
