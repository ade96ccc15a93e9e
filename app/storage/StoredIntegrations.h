// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// The customers of one environment, newest first.
///
/// A search of three and more characters finds them anywhere in company id, company name and
/// integration id; one or two letters find the beginnings of words. Upper and lower case are the
/// same.
class StoredIntegrations final : public Integrations {
public:
    StoredIntegrations(RegistryThread& thread, QString environment);
    Task<Outcome<Done>> save(IntegrationChange change) override;
    Task<Outcome<std::optional<Integration>>> find(IntegrationId id) override;
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) override;
    Task<Outcome<Page>> page(Query query) override;
    Task<Outcome<int>> count(Query query) override;
    Task<Outcome<Done>> forget(IntegrationId id) override;
    Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) override;
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) override;

private:
    RegistryThread& m_thread;
    const QString m_environment;
};

/// Inserts or replaces a row, as save() does: for a transaction that has more to do than that.
Outcome<Done> putIntegration(
    Database& database, qint64 environment, const IntegrationChange& change);

} // namespace jetbridge::storage
