// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"
#include "ports/Task.h"

#include <QStringList>

#include <optional>

namespace jetbridge {

/// How many companies were connected, disabled or failed in one week.
struct CompaniesOfWeek {
    int connected = 0; ///< Companies whose customer-level credentials were stored.
    int disabled = 0; ///< Companies for which INTEGRATION_DISABLED arrived.
    int failing = 0; ///< Companies for which a call on their behalf failed.

    bool operator==(const CompaniesOfWeek&) const = default;
};

/// How many connected companies consented when the application had these scopes.
struct CompaniesOfScopes {
    std::optional<QStringList> scopes; ///< nullopt: it is not known to which they consented.
    int companies = 0;

    bool operator==(const CompaniesOfScopes&) const = default;
};

/// Summary of what happened in one environment, for the home screen. StorageUnavailable: the
/// registry cannot be read.
class Overview {
public:
    virtual ~Overview() = default;
    /// Returns `count` weeks of seven days each, the first beginning at `from`, in that order.
    virtual Task<Outcome<QList<CompaniesOfWeek>>> weeks(QDateTime from, int count) = 0;
    /// Returns the scopes to which connected companies have consented (Integration::scopes).
    virtual Task<Outcome<QList<CompaniesOfScopes>>> consents() = 0;
    /// Returns the latest journal lines that matter to staff, newest first: who was connected,
    /// disabled, replaced or removed, and what failed.
    virtual Task<Outcome<QList<JournalEntry>>> latest(int limit) = 0;
};

} // namespace jetbridge
