// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class RegistryThread;

/// ForwardQueue port on the registry, for one environment.
class StoredForwards final : public ForwardQueue {
public:
    StoredForwards(RegistryThread& thread, QString environment);
    Task<Outcome<std::optional<Forward>>> take(QDateTime now, QDateTime lentUntil) override;
    Task<Outcome<Done>> markDelivered(qint64 number, QDateTime at) override;
    Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) override;
    Task<Outcome<Done>> postponeAll(QDateTime due) override;
    Task<Outcome<std::optional<QDateTime>>> nextDue() override;
    Task<Outcome<std::optional<Forward>>> of(qint64 number) override;

private:
    /// Runs a statement whose last `?` is the environment's number.
    Task<Outcome<Done>> change(QString sql, QVariantList values);

    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
