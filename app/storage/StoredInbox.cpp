// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredInbox.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

#include <QCryptographicHash>

namespace jetbridge::storage {

QString notificationColumns()
{
    return QStringLiteral("number, client_id, company, event_type, body, at, repeated");
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
    notification.repeat = row.value(6).toBool();
    return notification;
}

namespace {

QString select(const char* condition)
{
    return QStringLiteral("SELECT %1 FROM notifications %2")
        .arg(notificationColumns(), QLatin1String(condition));
}

Outcome<Notification> add(Database& database, qint64 environment, Notification notification)
{
    const QByteArray hash = QCryptographicHash::hash(notification.body, QCryptographicHash::Sha256);
    const QString client = notification.client.text();
    const auto earlier = database.number(
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM notifications WHERE environment = ? "
                       "AND client_id = ? AND body_sha256 = ?)"),
        {environment, textValue(client), hash});
    if (!earlier)
        return passOn(earlier);
    notification.repeat = *earlier != 0;
    // A null array would be bound as NULL.
    const QByteArray body = notification.body.isNull() ? QByteArray("") : notification.body;
    const auto added =
        database.run(QStringLiteral("INSERT INTO notifications (environment, client_id, company, "
                                    "event_type, body, body_sha256, at, "
                                    "repeated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {environment, textValue(client), textValue(notification.company.text()),
                textValue(notification.eventType), body, hash, timeValue(notification.at),
                notification.repeat ? 1 : 0});
    if (!added)
        return passOn(added);
    notification.number = added->lastInsertId().toLongLong();
    if (!notification.isOwed)
        return notification;
    const auto queued = database.run(
        QStringLiteral("INSERT INTO forwards (notification, environment, tries, due_at, "
                       "last_failure) VALUES (?, ?, 0, ?, '')"),
        {notification.number, environment, timeValue(notification.at)});
    if (!queued)
        return passOn(queued);
    return notification;
}

} // namespace

StoredInbox::StoredInbox(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Notification>> StoredInbox::append(Notification notification)
{
    return m_thread.run<Notification>(
        [name = m_environment, notification = std::move(notification)](
            Database& database) -> Outcome<Notification> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return database.transaction<Notification>(
                [&] { return add(database, *environment, notification); });
        });
}

Task<Outcome<QList<Notification>>> StoredInbox::latest(int limit)
{
    return m_thread.run<QList<Notification>>(
        [name = m_environment, limit](Database& database) -> Outcome<QList<Notification>> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return database.list<Notification>(
                select("WHERE environment = ? ORDER BY number DESC LIMIT ?"),
                {*environment, qMax(0, limit)}, readNotification);
        });
}

Task<Outcome<std::optional<Notification>>> StoredInbox::find(qint64 number)
{
    return m_thread.run<std::optional<Notification>>(
        [name = m_environment, number](Database& database) -> Outcome<std::optional<Notification>> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return database.first<Notification>(select("WHERE environment = ? AND number = ?"),
                {*environment, number}, readNotification);
        });
}

} // namespace jetbridge::storage
