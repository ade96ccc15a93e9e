// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredOutbox.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

/// Condition for a delivery whose turn it is: no earlier one of its company waits for its sink.
constexpr auto isFirst =
    "d.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.sink = d.sink AND "
    "e.company = d.company AND e.number < d.number AND e.state = 'waiting')";

Outcome<Delivery> read(const QSqlQuery& row)
{
    const auto event = deliveryEventFromName(row.value(4).toString());
    if (!event)
        return tl::unexpected<Failure>(unreadableRow(event.error().detail));
    const auto state = deliveryStateFromName(row.value(13).toString());
    if (!state)
        return tl::unexpected<Failure>(unreadableRow(state.error().detail));
    Delivery delivery;
    delivery.number = row.value(0).toLongLong();
    delivery.id = row.value(1).toString();
    delivery.sink = row.value(2).toLongLong();
    delivery.sinkName = row.value(3).toString();
    delivery.event = *event;
    delivery.company = CompanyId(row.value(5).toString());
    delivery.integration = IntegrationId(row.value(6).toString());
    delivery.client = ClientId(row.value(7).toString());
    delivery.onboarding = OnboardingId(row.value(8).toString());
    delivery.notedAt = timeFrom(row.value(9));
    delivery.tries = row.value(10).toInt();
    delivery.due = timeFrom(row.value(11));
    delivery.endedAt = timeFrom(row.value(12));
    delivery.state = *state;
    delivery.place = row.value(14).toString();
    delivery.why = row.value(15).toString();
    delivery.isLast = row.value(16).toBool();
    return delivery;
}

Outcome<QDateTime> readTime(const QSqlQuery& row)
{
    return timeFrom(row.value(0));
}

QString select(const QString& rest)
{
    return u"SELECT d.number, d.id, d.sink, s.name, d.event, d.company, d.integration, "
           "d.client_id, d.onboarding, d.noted_at, d.tries, max(d.due_at, s.not_before), "
           "d.ended_at, d.state, "
           "d.place, d.why, NOT EXISTS (SELECT 1 FROM deliveries l WHERE l.sink = d.sink AND "
           "l.company = d.company AND l.number > d.number AND l.integration = d.integration) "
           "FROM deliveries d JOIN sinks s ON s.number = d.sink WHERE "_s
        + rest;
}

/// Condition for what a query asks for, and its values; the table is `d`.
std::pair<QString, QVariantList> conditionOf(qint64 environment, const Outbox::Query& query)
{
    QString where = u"d.environment = ?"_s;
    QVariantList values{environment};
    const auto require = [&](const char* condition, const QVariant& value) {
        where += QLatin1String(condition);
        values.append(value);
    };
    if (query.number != 0)
        require(" AND d.number = ?", query.number);
    if (query.sink != 0)
        require(" AND d.sink = ?", query.sink);
    if (!query.integration.isEmpty())
        require(" AND d.integration = ?", query.integration.text());
    if (!query.company.isEmpty())
        require(" AND d.company = ?", query.company.text());
    if (query.isWaiting)
        where += " AND d.state = 'waiting'"_L1;
    return {where, values};
}

/// Condition for a delivery that is not excepted.
QString without(const Outbox::Except& except)
{
    const auto list = [](const QList<qint64>& numbers) {
        QStringList texts;
        for (const qint64 number : numbers)
            texts.append(QString::number(number));
        return texts.join(QLatin1Char(','));
    };
    return u" AND d.sink NOT IN (%1) AND d.number NOT IN (%2)"_s.arg(
        list(except.sinks), list(except.numbers));
}

/// Takes the next due delivery and counts its try, in the caller's transaction.
Outcome<std::optional<Delivery>> takeNext(
    Database& database, qint64 environment, const QDateTime& now, const Outbox::Except& except)
{
    auto due = database.first<Delivery>(
        select(u"d.environment = ? AND max(d.due_at, s.not_before) <= ? AND "_s
            + QLatin1String(isFirst) + without(except) + u" ORDER BY d.number LIMIT 1"_s),
        {environment, timeValue(now)}, read);
    if (!due || !due->has_value())
        return due;
    ++(*due)->tries;
    const auto counted = database.run(
        u"UPDATE deliveries SET tries = tries + 1 WHERE number = ?"_s, {(*due)->number});
    if (!counted)
        return passOn(counted);
    return due;
}

/// Makes due what waits and matches, and ends the pauses of its sinks, in the caller's transaction.
Outcome<int> makeDue(Database& database, qint64 environment, const Outbox::Query& query)
{
    const auto [where, values] = conditionOf(environment, query);
    const auto woken = database.run(
        u"UPDATE sinks SET not_before = 0 WHERE number IN (SELECT d.sink FROM deliveries d WHERE "_s
            + where + QLatin1Char(')'),
        values);
    if (!woken)
        return passOn(woken);
    const auto changed =
        database.run(u"UPDATE deliveries AS d SET due_at = 0 WHERE "_s + where, values);
    if (!changed)
        return passOn(changed);
    return changed->rows;
}

} // namespace

StoredOutbox::StoredOutbox(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<std::optional<Delivery>>> StoredOutbox::take(QDateTime now, Except except)
{
    using Taken = std::optional<Delivery>;
    return m_thread.runIn<Taken>(m_environment,
        [now, except = std::move(except)](
            Database& database, qint64 environment) -> Outcome<Taken> {
            return database.transaction<Taken>(
                [&] { return takeNext(database, environment, now, except); });
        });
}

Task<Outcome<Done>> StoredOutbox::giveBack(qint64 number, QString why)
{
    return change(u"UPDATE deliveries SET tries = max(0, tries - 1), why = ? WHERE "
                  "state = 'waiting' AND number = ? AND environment = ?"_s,
        {textValue(why), number});
}

Task<Outcome<Done>> StoredOutbox::change(QString sql, QVariantList values)
{
    return m_thread.runIn<Done>(m_environment,
        [sql = std::move(sql), values = std::move(values)](
            Database& database, qint64 environment) -> Outcome<Done> {
            const auto done = database.run(sql, values + QVariantList{environment});
            return done ? Outcome<Done>(Done{}) : passOn(done);
        });
}

Task<Outcome<Done>> StoredOutbox::end(
    qint64 number, DeliveryState state, QDateTime at, QString place, QString why)
{
    return change(u"UPDATE deliveries SET state = ?, ended_at = ?, place = ?, why = ? WHERE "
                  "state = 'waiting' AND number = ? AND environment = ?"_s,
        {deliveryStateName(state), timeValue(at), textValue(place), textValue(why), number});
}

Task<Outcome<Done>> StoredOutbox::postpone(qint64 number, QDateTime due, QString why)
{
    return change(u"UPDATE deliveries SET due_at = ?, why = ? WHERE state = 'waiting' AND "
                  "number = ? AND environment = ?"_s,
        {timeValue(due), textValue(why), number});
}

Task<Outcome<Done>> StoredOutbox::postponeSink(qint64 sink, QDateTime due)
{
    return change(u"UPDATE sinks SET not_before = max(not_before, ?) WHERE ? IN (0, number) AND "
                  "environment = ?"_s,
        {timeValue(due), sink});
}

Task<Outcome<std::optional<QDateTime>>> StoredOutbox::nextDue(Except except)
{
    using Due = std::optional<QDateTime>;
    return m_thread.runIn<Due>(m_environment,
        [except = std::move(except)](Database& database, qint64 environment) -> Outcome<Due> {
            return database.first<QDateTime>(
                u"SELECT max(d.due_at, s.not_before) AS due FROM deliveries d JOIN sinks s ON "
                "s.number = d.sink WHERE d.environment = ? AND s.not_before < ? AND "_s
                    + QLatin1String(isFirst) + without(except) + u" ORDER BY due LIMIT 1"_s,
                {environment, timeValue(whenStaffRetry())}, readTime);
        });
}

Task<Outcome<int>> StoredOutbox::retry(Query query)
{
    query.isWaiting = true;
    return m_thread.runIn<int>(m_environment,
        [query = std::move(query)](Database& database, qint64 environment) -> Outcome<int> {
            return database.transaction<int>([&] { return makeDue(database, environment, query); });
        });
}

Task<Outcome<QList<Delivery>>> StoredOutbox::list(Query query)
{
    return m_thread.runIn<QList<Delivery>>(m_environment,
        [query = std::move(query)](
            Database& database, qint64 environment) -> Outcome<QList<Delivery>> {
            const auto [where, values] = conditionOf(environment, query);
            return database.list<Delivery>(
                select(where + u" ORDER BY d.number DESC LIMIT %1"_s.arg(query.limit)), values,
                read);
        });
}

Task<Outcome<int>> StoredOutbox::waiting(qint64 sink)
{
    return m_thread.runIn<int>(
        m_environment, [sink](Database& database, qint64 environment) -> Outcome<int> {
            const auto count = database.number(
                u"SELECT count(*) FROM deliveries WHERE environment = ? AND state = 'waiting' AND "
                "sink = ?"_s,
                {environment, sink});
            if (!count)
                return passOn(count);
            return int(*count);
        });
}

} // namespace jetbridge::storage
