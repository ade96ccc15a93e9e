// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Deliveries.h"

#include <QVariantList>

namespace jetbridge::storage {

class RegistryThread;

/// Outbox port on the registry, for one environment. The triggers of 0020-deliveries.sql fill it.
class StoredOutbox final : public Outbox {
public:
    StoredOutbox(RegistryThread& thread, QString environment);
    Task<Outcome<std::optional<Delivery>>> take(QDateTime now, Except except) override;
    Task<Outcome<Done>> giveBack(qint64 number, QString why) override;
    Task<Outcome<Done>> end(
        qint64 number, DeliveryState state, QDateTime at, QString place, QString why) override;
    Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) override;
    Task<Outcome<Done>> postponeSink(qint64 sink, QDateTime due) override;
    Task<Outcome<std::optional<QDateTime>>> nextDue(Except except) override;
    Task<Outcome<int>> retry(Query query) override;
    Task<Outcome<QList<Delivery>>> list(Query query) override;
    Task<Outcome<int>> waiting(qint64 sink) override;

private:
    /// Runs a statement whose last `?` is the environment's number.
    Task<Outcome<Done>> change(QString sql, QVariantList values);

    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
