// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

#include <QVariantList>

#include <chrono>
#include <functional>

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// Integrations port on the registry: the customers of one environment, newest first.
///
/// A connected customer whose credentials this program's keychain is known to lack
/// (StoredSecrets::noteCredentials) reads as NoCredentials. That is never stored in the row, which
/// users with other keychains share.
///
/// A search term of three or more characters matches anywhere in company id, company name and
/// integration id; one or two letters match the beginnings of words. Case is ignored.
class StoredIntegrations final : public Integrations {
public:
    StoredIntegrations(RegistryThread& thread, QString environment);
    /// Makes Live rows read as Expiring from now on when their last proof is older than `age` by
    /// this clock; zero, the default: never. Call it on the thread that asks for rows.
    void ageAfter(std::chrono::seconds age, const Clock& clock);
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
    /// Returns the time before which proofs are too old; invalid: no proof is.
    QDateTime tooOld() const;
    Task<Outcome<std::optional<Integration>>> first(
        QString where, std::function<QVariantList(qint64 environment)> values);

    RegistryThread& m_thread;
    const QString m_environment;
    std::chrono::seconds m_longestAge{0};
    const Clock* m_clock = nullptr;
};

/// Inserts or replaces a row as save() does, within a transaction of the caller.
Outcome<Done> putIntegration(
    Database& database, qint64 environment, const IntegrationChange& change);

} // namespace jetbridge::storage
