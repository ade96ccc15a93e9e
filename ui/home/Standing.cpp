// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/Standing.h"

#include "console/Customers.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace jetbridge::ui {

namespace {

constexpr int rowsShown = 6;
constexpr int eventsShown = 8;
constexpr int lately = 14; // in days

/// Returns Monday, 0:00 local time, of the first week that is shown.
QDateTime firstWeek(const QDateTime& now)
{
    const QDate today = now.toLocalTime().date();
    return today.addDays(1 - today.dayOfWeek() - 7 * (Standing::weeksShown - 1)).startOfDay();
}

/// Returns the most urgent of the customers that need attention.
Task<Outcome<QList<Integration>>> readNeeding(Integrations& integrations)
{
    std::vector<Task<Outcome<Integrations::Page>>> asked;
    for (const IntegrationStatus status : needingAttention().statuses) {
        Integrations::Query query;
        query.statuses = {status};
        query.withoutTokenOnly = needingAttention().withoutTokenOnly;
        query.limit = rowsShown;
        asked.push_back(integrations.page(query));
    }
    QList<Integration> needing;
    for (auto& one : asked) {
        const auto page = co_await one;
        if (!page)
            co_return passOn(page);
        needing += page->rows.mid(0, rowsShown - needing.size());
    }
    co_return needing;
}

/// Returns the rows of these companies, as far as there are any.
Task<Outcome<QHash<CompanyId, Integration>>> readRows(
    Integrations& integrations, QList<CompanyId> companies)
{
    std::vector<Task<Outcome<Integrations::Page>>> asked;
    for (const CompanyId& company : std::as_const(companies)) {
        Integrations::Query query;
        query.company = company;
        query.limit = 1;
        asked.push_back(integrations.page(query));
    }
    QHash<CompanyId, Integration> rows;
    for (auto& one : asked) {
        const auto page = co_await one;
        if (!page)
            co_return passOn(page);
        for (const Integration& row : page->rows)
            rows.insert(row.company, row);
    }
    co_return rows;
}

QList<CompanyId> companiesOf(const QList<JournalEntry>& events)
{
    QList<CompanyId> companies;
    for (const JournalEntry& event : events)
        if (!event.company.isEmpty() && !companies.contains(event.company))
            companies.append(event.company);
    return companies;
}

/// Returns those of the events' companies that disabled the integration recently and have not been
/// connected again.
QList<Integration> disabledSince(const QDateTime& since, const QList<JournalEntry>& events,
    const QHash<CompanyId, Integration>& rows)
{
    QList<Integration> disabled;
    for (const JournalEntry& event : events) {
        const auto row = rows.constFind(event.company);
        const bool isThere = std::any_of(disabled.cbegin(), disabled.cend(),
            [&event](const Integration& one) { return one.company == event.company; });
        if (event.step == Step::Notified && event.at >= since && row != rows.constEnd()
            && row->status == IntegrationStatus::Disabled && !isThere)
            disabled.append(*row);
    }
    return disabled;
}

} // namespace

CompaniesOfWeek sumOf(const QList<CompaniesOfWeek>& weeks)
{
    CompaniesOfWeek sum;
    for (const CompaniesOfWeek& week : weeks) {
        sum.connected += week.connected;
        sum.disabled += week.disabled;
        sum.failing += week.failing;
    }
    return sum;
}

Task<Outcome<Standing>> readStanding(
    Customers& customers, Applications& applications, Invitations& invitations, QDateTime now)
{
    // The program may end meanwhile, so everything is requested at once, and later requests check
    // that the console still exists.
    const QPointer<Customers> alive(&customers);
    Standing standing;
    standing.from = firstWeek(now);
    auto asksCounts = countByStatus(customers.integrations());
    auto asksApplication = applications.load();
    auto asksWeeks = customers.overview().weeks(standing.from, Standing::weeksShown);
    auto asksEvents = customers.overview().latest(eventsShown);
    auto asksNeeding = readNeeding(customers.integrations());
    auto asksInvitations = invitations.all();

    const auto counts = co_await asksCounts;
    if (!counts)
        co_return passOn(counts);
    standing.counts = *counts;
    const auto application = co_await asksApplication;
    if (!application)
        co_return passOn(application);
    standing.hasApplication = application->has_value();
    const auto weeks = co_await asksWeeks;
    if (!weeks)
        co_return passOn(weeks);
    standing.weeks = *weeks;
    const auto events = co_await asksEvents;
    if (!events)
        co_return passOn(events);
    standing.events = *events;
    const auto needing = co_await asksNeeding;
    if (!needing)
        co_return passOn(needing);
    standing.needing = *needing;
    const auto invited = co_await asksInvitations;
    if (!invited)
        co_return passOn(invited);
    for (const Invitation::Record& record : *invited)
        standing.invited += Invitation(record).isOpen(now) ? 1 : 0;

    if (!alive)
        co_return failed(FailureKind::Cancelled, Message());
    const auto rows = co_await readRows(customers.integrations(), companiesOf(standing.events));
    if (!rows)
        co_return passOn(rows);
    for (const Integration& row : *rows)
        standing.names.insert(row.company, row.companyName);
    standing.disabledLately = disabledSince(now.addDays(-lately), standing.events, *rows);
    co_return standing;
}

} // namespace jetbridge::ui
