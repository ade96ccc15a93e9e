// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Overview.h"
#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;
class RegistryThread;

/// Journal and Overview ports on the registry, for one environment; lines are only ever added.
class StoredJournal final : public Journal, public Overview {
public:
    StoredJournal(RegistryThread& thread, QString environment);
    using Journal::append;
    Task<Outcome<qint64>> append(
        QList<JournalEntry> lines, std::optional<IntegrationChange> row) override;
    Task<Outcome<QList<JournalEntry>>> of(OnboardingId onboarding) override;
    Task<Outcome<QList<JournalEntry>>> ofCompany(CompanyId company) override;
    Task<Outcome<QList<JournalEntry>>> unresolved() override;
    Task<Outcome<QList<CompaniesOfWeek>>> weeks(QDateTime from, int count) override;
    Task<Outcome<QList<CompaniesOfScopes>>> consents() override;
    Task<Outcome<QList<JournalEntry>>> latest(int limit) override;

private:
    Task<Outcome<QList<JournalEntry>>> list(
        QString where, QVariantList values, QString order = QStringLiteral("number"));

    RegistryThread& m_thread;
    const QString m_environment;
};

/// Adds a line in the caller's transaction and returns its number.
Outcome<qint64> addLine(Database& database, qint64 environment, const JournalEntry& entry);

/// Returns the lines of one environment whose number is larger than `number`.
Outcome<QList<JournalEntry>> journalAfter(Database& database, qint64 environment, qint64 number);

} // namespace jetbridge::storage
