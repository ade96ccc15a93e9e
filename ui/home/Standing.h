// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/StatusCounts.h"
#include "ports/Overview.h"

#include <QHash>

namespace jetbridge {
class Applications;
class Customers;
class Invitations;
} // namespace jetbridge

namespace jetbridge::ui {

/// Overview of an environment's customers for the home screen.
struct Standing {
    static constexpr int weeksShown = 12;

    bool hasApplication = false; ///< True if an application was saved.
    StatusCounts counts;
    QDateTime from; ///< Begin of the first of `weeks`.
    QList<CompaniesOfWeek> weeks;
    QList<Integration> needing; ///< The most urgent of the customers that need attention.
    QList<Integration> disabledLately; ///< Customers that disabled the integration within two
                                       ///< weeks, the latest first.
    int invited = 0; ///< Number of companies whose invitation waits for their administrator.
    QList<JournalEntry> events; ///< Latest events, newest first.
    QHash<CompanyId, QString> names; ///< Names of the companies in `events`, as far as they are
                                     ///< known.

    bool isEmpty() const { return !hasApplication && sumOf(counts, {}) == 0; }
};

/// Returns the sums over all weeks.
CompaniesOfWeek sumOf(const QList<CompaniesOfWeek>& weeks);

/// Reads the overview without blocking the window's thread.
Task<Outcome<Standing>> readStanding(
    Customers& customers, Applications& applications, Invitations& invitations, QDateTime now);

} // namespace jetbridge::ui
