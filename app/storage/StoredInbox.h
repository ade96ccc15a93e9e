// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

class QSqlQuery;

namespace jetbridge::storage {

class RegistryThread;

/// The columns of a notification, and what they say; for every statement that joins its row.
QString notificationColumns();
Outcome<Notification> readNotification(const QSqlQuery& row);

/// The notifications of one environment.
class StoredInbox final : public Inbox {
public:
    StoredInbox(RegistryThread& thread, QString environment);
    Task<Outcome<Notification>> append(Notification notification) override;
    Task<Outcome<QList<Notification>>> latest(int limit) override;
    Task<Outcome<std::optional<Notification>>> find(qint64 number) override;
    Task<Outcome<Done>> rehearse(Rehearsal rehearsal) override;
    Task<Outcome<Rehearsal>> rehearsal() override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
