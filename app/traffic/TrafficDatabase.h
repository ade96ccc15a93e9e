// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/TrafficStore.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace jetbridge::traffic {

/// The file traffic.sqlite3: redacted exchanges, the limits of the folder and the key of its tags.
/// Used on one thread.
class TrafficDatabase {
public:
    TrafficDatabase(TrafficOptions options, const Clock& clock);
    ~TrafficDatabase();
    TrafficDatabase(const TrafficDatabase&) = delete;
    TrafficDatabase& operator=(const TrafficDatabase&) = delete;

    /// Opens the folder's file, or a database in memory if that fails. The key of the tags is
    /// `freshKey` unless the folder has one.
    void open(const QByteArray& freshKey);
    const QByteArray& key() const { return m_key; }

    /// Stores exchanges in few transactions, however many there are. Those that cannot be stored
    /// count as missed; their number is written with the next ones that can.
    void add(const QList<Exchange>& exchanges, qint64 missed);

    /// Returns exchanges without their headers and bodies.
    Outcome<QList<Exchange>> list(const ExchangeFilter& filter);
    /// Returns a whole exchange; nullopt if there is none with this number.
    Outcome<std::optional<Exchange>> find(qint64 number);
    Outcome<QList<OnboardingId>> onboardings();
    Outcome<QList<ApiCall>> apiCalls();
    /// Calls `visit` with each complete exchange, oldest first, until it returns false.
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
    qint64 m_missed = 0; ///< Number of missed exchanges that is not written yet.
};

} // namespace jetbridge::traffic
