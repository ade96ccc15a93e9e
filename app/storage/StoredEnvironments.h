// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// The environments of a data folder: the built-in ones unless a saved one of that name replaces
/// them, then the partner's own by name.
class StoredEnvironments final : public Environments {
public:
    explicit StoredEnvironments(RegistryThread& thread);
    Task<Outcome<QList<Environment>>> all() override;
    Task<Outcome<Done>> save(Environment environment) override;

private:
    RegistryThread& m_thread;
};

/// An environment as it was saved; nullopt: it never was.
Outcome<std::optional<Environment>> savedEnvironment(Database& database, const QString& name);

} // namespace jetbridge::storage
