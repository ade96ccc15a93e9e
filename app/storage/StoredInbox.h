// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

class QSqlQuery;

namespace jetbridge::storage {

class RegistryThread;

/// Returns the columns of a notification as readNotification() reads them, for every statement that
/// joins its row.
QString notificationColumns();
Outcome<Notification> readNotification(const QSqlQuery& row);

/// Inbox port on the registry, for one environment. Only the newest bodies of a whole data folder
/// are kept, because the sender decides how many notifications arrive and how large they are.
class StoredInbox final : public Inbox {
public:
    static constexpr qint64 mostBodyBytes = 16 * 1024 * 1024;
    static constexpr int mostBodyDays = 90;

    StoredInbox(RegistryThread& thread, QString environment);
    Task<Outcome<Notification>> append(
        Notification notification, NotificationEffect effect) override;
    Task<Outcome<QList<Notification>>> latest(int limit) override;
    Task<Outcome<std::optional<Notification>>> find(qint64 number) override;
    Task<Outcome<Done>> rehearse(Rehearsal rehearsal) override;
    Task<Outcome<Rehearsal>> rehearsal() override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
    /// Bytes that arrived since old bodies were last removed; used on the registry's thread. It
    /// starts at the limit, so that the first notification triggers a removal.
    const std::shared_ptr<qint64> m_sinceDropping = std::make_shared<qint64>(mostBodyBytes);
};

} // namespace jetbridge::storage
