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

/// The customers of one environment, newest first.
///
/// A search of three and more characters finds them anywhere in company id, company name and
/// integration id; one or two letters find the beginnings of words. Upper and lower case are the
/// same.
class StoredIntegrations final : public Integrations {
public:
    StoredIntegrations(RegistryThread& thread, QString environment);
    /// From now on a Live row whose last proof is older reads as Expiring, by this clock; zero:
    /// none does, as at first. Called on the thread that asks for rows.
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
    /// Proofs from before this moment are too old; invalid: none is.
    QDateTime tooOld() const;
    Task<Outcome<std::optional<Integration>>> first(
        QString where, std::function<QVariantList(qint64 environment)> values);

    RegistryThread& m_thread;
    const QString m_environment;
    std::chrono::seconds m_longestAge{0};
    const Clock* m_clock = nullptr;
};

/// Inserts or replaces a row, as save() does: for a transaction that has more to do than that.
Outcome<Done> putIntegration(
    Database& database, qint64 environment, const IntegrationChange& change);

} // namespace jetbridge::storage
