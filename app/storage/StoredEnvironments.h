// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// Environments port on the registry: the built-in environments, each replaced by a saved one of
/// the same name, then the partner's own ones ordered by name.
class StoredEnvironments final : public Environments {
public:
    explicit StoredEnvironments(RegistryThread& thread);
    Task<Outcome<QList<Environment>>> all() override;
    Task<Outcome<Done>> save(Environment environment) override;

private:
    RegistryThread& m_thread;
};

/// Reads a saved environment; nullopt if none of this name was saved.
Outcome<std::optional<Environment>> savedEnvironment(Database& database, const QString& name);

} // namespace jetbridge::storage
