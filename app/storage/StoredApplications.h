// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// Applications port on the registry: the application of one environment.
class StoredApplications final : public Applications {
public:
    StoredApplications(RegistryThread& thread, QString environment);
    Task<Outcome<std::optional<Application>>> load() override;
    Task<Outcome<Done>> save(Application application) override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

/// Reads the application of one environment; nullopt if none was saved.
Outcome<std::optional<Application>> storedApplication(Database& database, qint64 environment);

} // namespace jetbridge::storage
