// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredJournal.h"

#include "storage/RegistryThread.h"
#include "storage/StoredIntegrations.h"
#include "storage/StoredTime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<FailureKind> failureKindFromName(const QString& name)
{
    for (int kind = 0; kind <= int(FailureKind::Invalid); ++kind)
        if (failureKindName(FailureKind(kind)) == name)
            return FailureKind(kind);
    return failed(FailureKind::Invalid, u"\"%1\" is no kind of failure."_s.arg(name));
}

Outcome<JournalEntry> read(const QSqlQuery& row)
{
    const auto step = stepFromName(row.value(3).toString());
    if (!step)
        return tl::unexpected<Failure>(unreadableRow(step.error().detail));
    const auto state = stepStateFromName(row.value(4).toString());
    if (!state)
        return tl::unexpected<Failure>(unreadableRow(state.error().detail));
    const auto failure = failureKindFromName(row.value(8).toString());
    if (!failure)
        return tl::unexpected<Failure>(unreadableRow(failure.error().detail));

    JournalEntry entry;
    entry.number = row.value(0).toLongLong();
    entry.onboarding = OnboardingId(row.value(1).toString());
    entry.company = CompanyId(row.value(2).toString());
    entry.step = *step;
    entry.state = *state;
    entry.at = timeFrom(row.value(5));
    entry.milliseconds = row.value(6).toInt();
    entry.detail = Message::fromJson(row.value(11).toString(), row.value(7).toString());
    entry.failure = *failure;
    entry.status = row.value(9).toInt();
    entry.code = row.value(10).toString();
    return entry;
}

Outcome<QList<JournalEntry>> linesWhere(Database& database, const QString& where,
    const QVariantList& values, const QString& order = u"number"_s)
{
    return database.list<JournalEntry>(
        u"SELECT number, onboarding, company, step, state, at, milliseconds, "
        "detail, failure, http_status, code, message "
        "FROM journal WHERE %1 ORDER BY %2"_s.arg(where, order),
        values, read);
}

constexpr qint64 week = 7LL * 24 * 60 * 60 * 1000;

/// Number of companies with a line of this step, for each week.
struct Turns {
    int week = 0;
    Step step = Step::Store;
    int companies = 0;
};

Outcome<Turns> readTurns(const QSqlQuery& row)
{
    const auto step = stepFromName(row.value(1).toString());
    if (!step)
        return tl::unexpected<Failure>(unreadableRow(step.error().detail));
    return Turns{row.value(0).toInt(), *step, row.value(2).toInt()};
}

} // namespace

Outcome<qint64> addLine(Database& database, qint64 environment, const JournalEntry& entry)
{
    const auto added =
        database.run(u"INSERT INTO journal (environment, onboarding, company, step, state, at, "
                     "milliseconds, detail, failure, http_status, code, message) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {environment, textValue(entry.onboarding.text()), textValue(entry.company.text()),
                stepName(entry.step), stepStateName(entry.state), timeValue(entry.at),
                entry.milliseconds, textValue(entry.detail.words), failureKindName(entry.failure),
                entry.status, textValue(entry.code), textValue(entry.detail.toJson())});
    if (!added)
        return passOn(added);
    return added->lastId;
}

Outcome<QList<JournalEntry>> journalAfter(Database& database, qint64 environment, qint64 number)
{
    // The plus keeps SQLite from reading all lines of the environment by an index.
    return linesWhere(database, u"+environment = ? AND number > ?"_s, {environment, number});
}

StoredJournal::StoredJournal(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<qint64>> StoredJournal::append(
    QList<JournalEntry> lines, std::optional<IntegrationChange> row)
{
    return m_thread.runIn<qint64>(m_environment,
        [lines = std::move(lines), row = std::move(row)](
            Database& database, qint64 environment) -> Outcome<qint64> {
            const std::function<Outcome<qint64>()> write = [&]() -> Outcome<qint64> {
                Outcome<qint64> last = 0;
                for (const JournalEntry& line : lines) {
                    last = addLine(database, environment, line);
                    if (!last)
                        return last;
                }
                if (row)
                    if (const auto put = putIntegration(database, environment, *row); !put)
                        return passOn(put);
                return last;
            };
            // After a power cut the row says again that its credentials are not in the keychain,
            // and the next start finds them there.
            const bool isUrgent = (row && row->from != IntegrationStatus::Unstored)
                || std::any_of(lines.cbegin(), lines.cend(), mustReachTheDisk);
            return isUrgent ? database.transaction(write) : database.quickTransaction(write);
        });
}

Task<Outcome<QList<JournalEntry>>> StoredJournal::of(OnboardingId onboarding)
{
    return list(u"environment = ? AND onboarding = ?"_s, {textValue(onboarding.text())});
}

Task<Outcome<QList<JournalEntry>>> StoredJournal::ofCompany(CompanyId company)
{
    return list(u"environment = ? AND company = ?"_s, {textValue(company.text())});
}

Task<Outcome<QList<JournalEntry>>> StoredJournal::unresolved()
{
    // This selects the last confirm line of each run if that line is not an answer.
    return list(u"environment = ? AND step = 'confirm' AND state IN ('started', 'unknown') "
                "AND NOT EXISTS ("
                "SELECT 1 FROM journal later WHERE later.environment = journal.environment "
                "AND later.onboarding = journal.onboarding AND later.step = 'confirm' "
                "AND later.number > journal.number)"_s,
        {});
}

Task<Outcome<QList<CompaniesOfWeek>>> StoredJournal::weeks(QDateTime from, int count)
{
    return m_thread.runIn<QList<CompaniesOfWeek>>(m_environment,
        [start = from.toMSecsSinceEpoch(), count](
            Database& database, qint64 environment) -> Outcome<QList<CompaniesOfWeek>> {
            // The condition must match that of the index (0014-overview.sql) word for word.
            const auto turns = database.list<Turns>(
                u"SELECT (at - ?) / ?, step, count(DISTINCT company) FROM journal "
                "WHERE environment = ? AND at >= ? AND at < ? AND "
                "((step = 'store' AND state = 'done') OR (step = 'notified' AND "
                "detail = 'INTEGRATION_DISABLED') OR (step = 'prove' AND state = "
                "'failed')) GROUP BY 1, 2"_s,
                {start, week, environment, start, start + count * week}, readTurns);
            if (!turns)
                return passOn(turns);
            QList<CompaniesOfWeek> weeks(count);
            for (const Turns& turn : *turns) {
                CompaniesOfWeek& sum = weeks[turn.week];
                (turn.step == Step::Store             ? sum.connected
                        : turn.step == Step::Notified ? sum.disabled
                                                      : sum.failing) = turn.companies;
            }
            return weeks;
        });
}

Task<Outcome<QList<CompaniesOfScopes>>> StoredJournal::consents()
{
    const auto readSum = [](const QSqlQuery& row) -> Outcome<CompaniesOfScopes> {
        CompaniesOfScopes sum;
        if (!row.value(0).isNull())
            sum.scopes = row.value(0).toString().split(u' ', Qt::SkipEmptyParts);
        sum.companies = row.value(1).toInt();
        return sum;
    };
    return m_thread.runIn<QList<CompaniesOfScopes>>(m_environment,
        [readSum](Database& database, qint64 environment) -> Outcome<QList<CompaniesOfScopes>> {
            return database.list<CompaniesOfScopes>(u"SELECT scopes, count(*) FROM integrations "
                                                    u"WHERE environment = ? AND status NOT IN "
                                                    "('disabled', 'unknown') GROUP BY scopes"_s,
                {environment}, readSum);
        });
}

Task<Outcome<QList<JournalEntry>>> StoredJournal::latest(int limit)
{
    // The plus keeps SQLite from reading and sorting all lines of the environment.
    return list(u"+environment = ? AND "
                "(state IN ('failed', 'unknown') OR (state = 'done' AND step IN "
                "('confirm', 'notified', 'removed', 'replaced', 'rotated', "
                "'handedOver')))"_s,
        {}, u"number DESC LIMIT %1"_s.arg(limit));
}

Task<Outcome<QList<JournalEntry>>> StoredJournal::list(
    QString where, QVariantList values, QString order)
{
    return m_thread.runIn<QList<JournalEntry>>(m_environment,
        [where = std::move(where), values = std::move(values), order = std::move(order)](
            Database& database, qint64 environment) -> Outcome<QList<JournalEntry>> {
            return linesWhere(database, where, QVariantList{environment} + values, order);
        });
}

} // namespace jetbridge::storage
