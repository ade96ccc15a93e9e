// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// IssuedClients port on the registry, for one environment; the client ids are unique in the whole
/// registry.
class StoredIssuedClients final : public IssuedClients {
public:
    StoredIssuedClients(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> issue(IssuedClient client) override;
    Task<Outcome<Done>> withdraw(ClientId client) override;
    Task<Outcome<Done>> tell(ClientId client, WayBackEvent event) override;
    Task<Outcome<QList<IssuedClient>>> all() override;
    Task<Outcome<std::optional<IssuedClient>>> find(ClientId client) override;
    Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) override;

private:
    /// Changes a client's row and returns the number of rows that were changed.
    Task<Outcome<int>> change(QString assignment, ClientId client, QVariantList values = {});

    RegistryThread& m_thread;
    const QString m_environment;
};

/// Reads one client of this environment; nullopt if it was never issued there.
Outcome<std::optional<IssuedClient>> issuedClient(
    Database& database, qint64 environment, const ClientId& client);

/// Withdraws a client whose customer disabled the integration, until the integration's row says
/// that it works again, in the caller's transaction. Does nothing if the client was never issued or
/// was withdrawn before.
Outcome<Done> disableIssuedClient(Database& database, qint64 environment, const ClientId& client);

} // namespace jetbridge::storage
