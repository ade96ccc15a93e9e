// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

class QSqlQuery;

namespace jetbridge::storage {

class RegistryThread;

/// The columns of a notification, and what they say; for every statement that joins its row.
QString notificationColumns();
Outcome<Notification> readNotification(const QSqlQuery& row);

/// The notifications of one environment. Of a whole data folder the newest bodies are kept; who
/// sends notifications, and how large they are, is up to the other side.
class StoredInbox final : public Inbox {
public:
    static constexpr qint64 mostBodyBytes = 16 * 1024 * 1024;
    static constexpr int mostBodyDays = 90;

    StoredInbox(RegistryThread& thread, QString environment);
    Task<Outcome<Notification>> append(Notification notification) override;
    Task<Outcome<QList<Notification>>> latest(int limit) override;
    Task<Outcome<std::optional<Notification>>> find(qint64 number) override;
    Task<Outcome<Done>> rehearse(Rehearsal rehearsal) override;
    Task<Outcome<Rehearsal>> rehearsal() override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
    /// Bytes that came since old bodies were last dropped; on the registry's thread. At first, as
    /// many as it takes.
    const std::shared_ptr<qint64> m_sinceDropping = std::make_shared<qint64>(mostBodyBytes);
};

} // namespace jetbridge::storage
