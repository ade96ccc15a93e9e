// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Deliveries.h"

namespace jetbridge::storage {

class RegistryThread;

/// Sinks port on the registry, for one environment.
class StoredSinks final : public Sinks {
public:
    StoredSinks(RegistryThread& thread, QString environment);
    Task<Outcome<qint64>> add(Sink sink, bool withExisting) override;
    Task<Outcome<Done>> remove(qint64 number) override;
    Task<Outcome<QList<Sink>>> all() override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
