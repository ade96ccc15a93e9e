// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class RegistryThread;

/// ResourceServers port on the registry, for one environment.
class StoredResourceServers final : public ResourceServers {
public:
    StoredResourceServers(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> add(ResourceServer server) override;
    Task<Outcome<Done>> remove(ClientId client) override;
    Task<Outcome<QList<ResourceServer>>> all() override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
