// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/StatusCounts.h"
#include "ports/Overview.h"

#include <QHash>

namespace jetbridge {
class Applications;
class Customers;
} // namespace jetbridge

namespace jetbridge::ui {

/// How the customers of an environment stand, as Home shows it.
struct Standing {
    static constexpr int weeksShown = 12;

    bool hasApplication = false; ///< An application was described.
    StatusCounts counts;
    QDateTime from; ///< Begin of the first of `weeks`.
    QList<CompaniesOfWeek> weeks;
    QList<Integration> needing; ///< The most urgent of those that need somebody.
    QList<Integration> disabledLately; ///< Within two weeks, the latest first.
    QList<JournalEntry> events; ///< Newest first.
    QHash<CompanyId, QString> names; ///< Of the companies in `events`, as far as they are known.

    bool isEmpty() const { return !hasApplication && sumOf(counts, {}) == 0; }
};

/// Of all weeks together.
CompaniesOfWeek sumOf(const QList<CompaniesOfWeek>& weeks);

/// Reads it all, away from the window's thread.
Task<Outcome<Standing>> readStanding(
    Customers& customers, Applications& applications, QDateTime now);

} // namespace jetbridge::ui
