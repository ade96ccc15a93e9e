// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class RegistryThread;

/// The clients that we issued in one environment; their ids are unique in the whole registry.
class StoredIssuedClients final : public IssuedClients {
public:
    StoredIssuedClients(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> issue(IssuedClient client) override;
    Task<Outcome<Done>> withdraw(ClientId client) override;
    Task<Outcome<QList<IssuedClient>>> all() override;
    Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

} // namespace jetbridge::storage
