// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// The clients that we issued in one environment; their ids are unique in the whole registry.
class StoredIssuedClients final : public IssuedClients {
public:
    StoredIssuedClients(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> issue(IssuedClient client) override;
    Task<Outcome<Done>> withdraw(ClientId client) override;
    Task<Outcome<Done>> disable(ClientId client) override;
    Task<Outcome<Done>> tell(ClientId client, WayBackEvent event) override;
    Task<Outcome<QList<IssuedClient>>> all() override;
    Task<Outcome<std::optional<IssuedClient>>> find(ClientId client) override;
    Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) override;

private:
    /// How many rows that changed.
    Task<Outcome<int>> change(QString assignment, ClientId client, QVariantList values = {});

    RegistryThread& m_thread;
    const QString m_environment;
};

/// How one client stands in this environment; nullopt: it was never issued there.
Outcome<std::optional<IssuedClient>> issuedClient(
    Database& database, qint64 environment, const ClientId& client);

} // namespace jetbridge::storage
