// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

/// How many companies were connected, disabled or failed in one week.
struct CompaniesOfWeek {
    int connected = 0; ///< Their customer-level credentials were stored.
    int disabled = 0; ///< INTEGRATION_DISABLED arrived.
    int failing = 0; ///< A call on their behalf did not work.

    bool operator==(const CompaniesOfWeek&) const = default;
};

/// What happened in one environment, summed up for whoever opens the window. StorageUnavailable
/// when the disk says no.
class Overview {
public:
    virtual ~Overview() = default;
    /// `count` weeks of seven days each, from this moment on, the oldest first.
    virtual Task<Outcome<QList<CompaniesOfWeek>>> weeks(QDateTime from, int count) = 0;
    /// The latest lines of the journal that tell staff something new, newest first: who was
    /// connected, disabled, replaced or removed, and what failed.
    virtual Task<Outcome<QList<JournalEntry>>> latest(int limit) = 0;
};

} // namespace jetbridge
