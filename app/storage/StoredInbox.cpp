// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredInbox.h"

#include "storage/RegistryThread.h"
#include "storage/StoredIntegrations.h"
#include "storage/StoredIssuedClients.h"
#include "storage/StoredJournal.h"
#include "storage/StoredTime.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

/// Value of the column `repeated` for a notification that was sent again.
constexpr int repeatMark = 1;
constexpr int droppedMark = 2;

} // namespace

QString notificationColumns()
{
    return u"number, client_id, company, event_type, body, at, repeated, "
           "(SELECT onboarding FROM issued_clients AS issued "
           "WHERE issued.client_id = notifications.client_id "
           "AND issued.environment = notifications.environment)"_s;
}

Outcome<Notification> readNotification(const QSqlQuery& row)
{
    Notification notification;
    notification.number = row.value(0).toLongLong();
    notification.client = ClientId(row.value(1).toString());
    notification.company = CompanyId(row.value(2).toString());
    notification.eventType = row.value(3).toString();
    notification.body = row.value(4).toByteArray();
    notification.at = timeFrom(row.value(5));
    const int marks = row.value(6).toInt();
    notification.repeat = (marks & repeatMark) != 0;
    notification.isBodyDropped = (marks & droppedMark) != 0;
    notification.onboarding = OnboardingId(row.value(7).toString());
    return notification;
}

namespace {

QString select(const char* condition)
{
    return u"SELECT %1 FROM notifications %2"_s.arg(
        notificationColumns(), QLatin1String(condition));
}

Outcome<Rehearsal> readRehearsal(const QSqlQuery& row)
{
    return Rehearsal{
        {row.value(0).toInt(), row.value(1).toInt(), row.value(2).toBool()}, row.value(3).toInt()};
}

Outcome<Rehearsal> currentRehearsal(Database& database, qint64 environment)
{
    const auto found = database.first<Rehearsal>(
        u"SELECT status, delay_ms, dropped, remaining FROM chosen_answers "
        "WHERE environment = ? AND remaining > 0"_s,
        {environment}, readRehearsal);
    if (!found)
        return passOn(found);
    return found->value_or(Rehearsal());
}

/// Returns the answer for the next notification and counts down the rehearsal, if there is one, in
/// the caller's transaction. The usual answer is never used up.
Outcome<ChosenAnswer> takeAnswer(Database& database, qint64 environment)
{
    const auto rehearsal = currentRehearsal(database, environment);
    if (!rehearsal)
        return passOn(rehearsal);
    if (rehearsal->times == 0)
        return ChosenAnswer();
    const auto taken =
        database.run(u"UPDATE chosen_answers SET remaining = remaining - 1 WHERE environment = ?"_s,
            {environment});
    if (!taken)
        return passOn(taken);
    return rehearsal->answer;
}

Outcome<Notification> add(Database& database, qint64 environment, Notification notification)
{
    const QByteArray hash = QCryptographicHash::hash(notification.body, QCryptographicHash::Sha256);
    const QString client = notification.client.text();
    const auto earlier =
        database.number(u"SELECT EXISTS (SELECT 1 FROM notifications WHERE environment = ? "
                        "AND client_id = ? AND body_sha256 = ?)"_s,
            {environment, textValue(client), hash});
    if (!earlier)
        return passOn(earlier);
    notification.repeat = *earlier != 0;
    // A null array would be bound as NULL.
    const QByteArray body = notification.body.isNull() ? QByteArray("") : notification.body;
    const auto added = database.run(u"INSERT INTO notifications (environment, client_id, company, "
                                    "event_type, body, body_sha256, at, "
                                    "repeated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {environment, textValue(client), textValue(notification.company.text()),
            textValue(notification.eventType), body, hash, timeValue(notification.at),
            notification.repeat ? repeatMark : 0});
    if (!added)
        return passOn(added);
    notification.number = added->lastId;
    const auto answer = takeAnswer(database, environment);
    if (!answer)
        return passOn(answer);
    notification.answer = *answer;
    if (!notification.isOwed)
        return notification;
    const auto queued =
        database.run(u"INSERT INTO forwards (notification, environment, tries, due_at, "
                     "last_failure) VALUES (?, ?, 0, ?, '')"_s,
            {notification.number, environment, timeValue(notification.at)});
    if (!queued)
        return passOn(queued);
    return notification;
}

/// Carries out what a stored notification changes, in the caller's transaction.
Outcome<Done> carryOut(Database& database, qint64 environment, const Notification& kept,
    const NotificationEffect& effect)
{
    for (const JournalEntry& line : effect.lines)
        if (const auto added = addLine(database, environment, line); !added)
            return passOn(added);
    if (effect.row)
        if (const auto put = putIntegration(database, environment, *effect.row); !put)
            return passOn(put);
    if (effect.endsClientAfter(kept.answer))
        return disableIssuedClient(database, environment, kept.client);
    return Done{};
}

/// Removes bodies of the whole folder that are too old, and the oldest ones if all together are too
/// large. The rows stay, and so do the bodies that must still be forwarded to the partner's own
/// backend.
Outcome<Done> dropBodies(Database& database, const QDateTime& now)
{
    const auto drop = [&](const char* which, const QVariant& value) -> Outcome<Done> {
        const auto dropped = database.run(
            u"UPDATE notifications SET body = x'', repeated = repeated | 2 "
            "WHERE length(body) > 0 AND %1 AND NOT EXISTS (SELECT 1 FROM forwards "
            "WHERE notification = number AND delivered_at IS NULL)"_s.arg(QLatin1String(which)),
            {value});
        return dropped ? Outcome<Done>(Done{}) : passOn(dropped);
    };
    if (const auto aged = drop("at < ?", timeValue(now.addDays(-StoredInbox::mostBodyDays))); !aged)
        return aged;
    return drop("number <= (SELECT max(number) FROM (SELECT number, sum(length(body)) OVER (ORDER "
                "BY number DESC) AS newer FROM notifications) WHERE newer > ?)",
        StoredInbox::mostBodyBytes);
}

} // namespace

StoredInbox::StoredInbox(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Notification>> StoredInbox::append(
    Notification notification, NotificationEffect effect)
{
    return m_thread.runIn<Notification>(m_environment,
        [sinceDropping = m_sinceDropping, notification = std::move(notification),
            effect = std::move(effect)](
            Database& database, qint64 environment) -> Outcome<Notification> {
            // This is not done for every notification, because it reads all of them.
            *sinceDropping += notification.body.size();
            const bool isTime = *sinceDropping >= mostBodyBytes / 16;
            const auto kept = database.transaction<Notification>([&]() -> Outcome<Notification> {
                auto added = add(database, environment, notification);
                if (!added)
                    return added;
                const auto carriedOut = carryOut(database, environment, *added, effect);
                if (!carriedOut)
                    return passOn(carriedOut);
                if (isTime)
                    if (const auto dropped = dropBodies(database, notification.at); !dropped)
                        return passOn(dropped);
                return added;
            });
            if (kept && isTime)
                *sinceDropping = 0;
            return kept;
        });
}

Task<Outcome<QList<Notification>>> StoredInbox::latest(int limit)
{
    return m_thread.runIn<QList<Notification>>(m_environment,
        [limit](Database& database, qint64 environment) -> Outcome<QList<Notification>> {
            return database.list<Notification>(
                select("WHERE environment = ? ORDER BY number DESC LIMIT ?"),
                {environment, qMax(0, limit)}, readNotification);
        });
}

Task<Outcome<std::optional<Notification>>> StoredInbox::find(qint64 number)
{
    return m_thread.runIn<std::optional<Notification>>(m_environment,
        [number](Database& database, qint64 environment) -> Outcome<std::optional<Notification>> {
            return database.first<Notification>(select("WHERE environment = ? AND number = ?"),
                {environment, number}, readNotification);
        });
}

Task<Outcome<Done>> StoredInbox::rehearse(Rehearsal rehearsal)
{
    if (const auto valid = rehearsal.validate(); !valid)
        co_return passOn(valid);
    co_return co_await m_thread.runIn<Done>(
        m_environment, [rehearsal](Database& database, qint64 environment) -> Outcome<Done> {
            const auto saved =
                database.run(u"INSERT OR REPLACE INTO chosen_answers (environment, status, "
                             "delay_ms, dropped, remaining) VALUES (?, ?, ?, ?, ?)"_s,
                    {environment, rehearsal.answer.status, rehearsal.answer.delayMs,
                        rehearsal.answer.drop ? 1 : 0, rehearsal.times});
            return saved ? Outcome<Done>(Done{}) : passOn(saved);
        });
}

Task<Outcome<Rehearsal>> StoredInbox::rehearsal()
{
    return m_thread.runIn<Rehearsal>(
        m_environment, [](Database& database, qint64 environment) -> Outcome<Rehearsal> {
            return currentRehearsal(database, environment);
        });
}

} // namespace jetbridge::storage
