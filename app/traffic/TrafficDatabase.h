// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/TrafficStore.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace jetbridge::traffic {

/// traffic.sqlite3: redacted exchanges, the limits of the folder and the key of its tags. Used on
/// one thread.
class TrafficDatabase {
public:
    TrafficDatabase(TrafficOptions options, const Clock& clock);
    ~TrafficDatabase();
    TrafficDatabase(const TrafficDatabase&) = delete;
    TrafficDatabase& operator=(const TrafficDatabase&) = delete;

    /// Opens the folder's file, or one in memory where that cannot be. The key of the tags is
    /// `freshKey` unless the folder has one.
    void open(const QByteArray& freshKey);
    const QByteArray& key() const { return m_key; }

    /// In few transactions, however many they are. What is not kept counts as missed, which is
    /// written with the next ones that are.
    void add(const QList<Exchange>& exchanges, qint64 missed);

    Outcome<QList<Exchange>> list(const ExchangeFilter& filter);
    Outcome<std::optional<Exchange>> find(qint64 number);
    Outcome<QList<OnboardingId>> onboardings();
    Outcome<QList<ApiCall>> apiCalls();
    /// Whole ones, oldest first, until `visit` says no.
    Outcome<Done> forEach(
        const ExchangeFilter& filter, const std::function<bool(const Exchange&)>& visit);

    Outcome<TrafficState> state();
    Outcome<Done> setLimits(const TrafficLimits& limits);
    Outcome<Done> clear();

private:
    bool openFile(const QString& file, const QByteArray& freshKey);
    bool prepareFile(const QString& file);
    void close();
    bool insert(const Exchange& exchange);
    bool inTransaction(const std::function<bool()>& work);
    void tidy();
    Outcome<TrafficLimits> limits();
    Outcome<QSqlQuery> run(const QString& statement, const QVariantList& values = {});
    Outcome<QSqlQuery> select(
        const QString& columns, const ExchangeFilter& filter, const QString& order);

    const TrafficOptions m_options;
    const Clock& m_clock;
    const QString m_connection;
    QSqlDatabase m_database;
    std::optional<QSqlQuery> m_insert;
    QByteArray m_key;
    QString m_error;
    QString m_memoryOnlyBecause;
    qint64 m_bytesUntilTidy = 0;
    qint64 m_missed = 0; ///< Not written yet.
};

} // namespace jetbridge::traffic
