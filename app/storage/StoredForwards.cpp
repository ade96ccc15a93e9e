// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredForwards.h"

#include "storage/RegistryThread.h"
#include "storage/StoredInbox.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<Forward> read(const QSqlQuery& row)
{
    const auto notification = readNotification(row);
    if (!notification)
        return passOn(notification);
    return Forward{*notification, row.value(8).toInt(), timeFrom(row.value(9)),
        timeFrom(row.value(10)), row.value(11).toString()};
}

Outcome<QDateTime> readTime(const QSqlQuery& row)
{
    return timeFrom(row.value(0));
}

QString select(const char* condition)
{
    return u"SELECT %1, tries, due_at, delivered_at, last_failure FROM forwards "
           "JOIN notifications ON number = notification "
           "WHERE forwards.environment = ? AND %2"_s.arg(
               notificationColumns(), QLatin1String(condition));
}

/// Takes the next due notification and marks it as lent, in the caller's transaction, so that other
/// takers see the mark.
Outcome<std::optional<Forward>> lend(
    Database& database, qint64 environment, const QDateTime& now, const QDateTime& until)
{
    auto due = database.first<Forward>(
        select("delivered_at IS NULL AND due_at <= ? ORDER BY number LIMIT 1"),
        {environment, timeValue(now)}, read);
    if (!due || !due->has_value())
        return due;
    Forward& forward = **due;
    ++forward.tries;
    const auto lent =
        database.run(u"UPDATE forwards SET due_at = ?, tries = tries + 1 WHERE notification = ?"_s,
            {timeValue(until), forward.notification.number});
    if (!lent)
        return passOn(lent);
    return due;
}

} // namespace

StoredForwards::StoredForwards(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<std::optional<Forward>>> StoredForwards::take(QDateTime now, QDateTime lentUntil)
{
    using Taken = std::optional<Forward>;
    return m_thread.runIn<Taken>(
        m_environment, [now, lentUntil](Database& database, qint64 environment) -> Outcome<Taken> {
            return database.transaction<Taken>(
                [&] { return lend(database, environment, now, lentUntil); });
        });
}

Task<Outcome<Done>> StoredForwards::change(QString sql, QVariantList values)
{
    return m_thread.runIn<Done>(
        m_environment, [sql, values](Database& database, qint64 environment) -> Outcome<Done> {
            const auto done = database.run(sql, values + QVariantList{environment});
            if (!done)
                return passOn(done);
            return Done{};
        });
}

Task<Outcome<Done>> StoredForwards::markDelivered(qint64 number, QDateTime at)
{
    return change(u"UPDATE forwards SET delivered_at = ?, last_failure = '' "
                  "WHERE notification = ? AND environment = ?"_s,
        {timeValue(at), number});
}

Task<Outcome<Done>> StoredForwards::postpone(qint64 number, QDateTime due, QString why)
{
    return change(u"UPDATE forwards SET due_at = ?, last_failure = ? "
                  "WHERE notification = ? AND environment = ?"_s,
        {timeValue(due), textValue(why), number});
}

Task<Outcome<Done>> StoredForwards::postponeAll(QDateTime due)
{
    return change(u"UPDATE forwards SET due_at = max(due_at, ?) "
                  "WHERE delivered_at IS NULL AND environment = ?"_s,
        {timeValue(due)});
}

Task<Outcome<std::optional<QDateTime>>> StoredForwards::nextDue()
{
    using Due = std::optional<QDateTime>;
    return m_thread.runIn<Due>(
        m_environment, [](Database& database, qint64 environment) -> Outcome<Due> {
            return database.first<QDateTime>(u"SELECT due_at FROM forwards WHERE environment = ? "
                                             "AND delivered_at IS NULL ORDER BY due_at LIMIT 1"_s,
                {environment}, readTime);
        });
}

Task<Outcome<std::optional<Forward>>> StoredForwards::of(qint64 number)
{
    using Found = std::optional<Forward>;
    return m_thread.runIn<Found>(
        m_environment, [number](Database& database, qint64 environment) -> Outcome<Found> {
            return database.first<Forward>(select("number = ?"), {environment, number}, read);
        });
}

} // namespace jetbridge::storage
