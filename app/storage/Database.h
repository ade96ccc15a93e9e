// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

class QSqlError;

namespace jetbridge::storage {

/// Where the migrations of this program are: `0001-name.sql`, `0002-name.sql`, ...
inline constexpr auto builtInMigrations = ":/migrations";

/// The one SQLite connection of a registry: WAL, durable commits, migrated. Used on the thread that
/// opened it.
///
/// Failures are StorageUnavailable and name the file; a broken constraint is Conflict.
class Database {
public:
    /// Makes the folder (0700) and the file (0600) when missing, then migrates it. Before a
    /// migration of an existing database a copy is kept beside it, `registry.sqlite3.backup-v<N>`.
    static Outcome<std::unique_ptr<Database>> open(
        const QString& folder, const QString& migrations = QString::fromLatin1(builtInMigrations));
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString path() const { return m_path; }

    /// Runs one statement; `values` are bound to its `?` in order.
    Outcome<QSqlQuery> run(const QString& sql, const QVariantList& values = {});

    /// Every row of a statement. `read` turns the current row into a value, or says why it cannot.
    template <typename T>
    Outcome<QList<T>> list(
        const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&));
    /// The first row of a statement, if there is one.
    template <typename T>
    Outcome<std::optional<T>> first(
        const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&));
    /// The number in the first column of the first row; 0 when there is no row.
    Outcome<qint64> number(const QString& sql, const QVariantList& values = {});

    /// All or nothing, on disk when it returns.
    template <typename T> Outcome<T> transaction(const std::function<Outcome<T>()>& work);

    /// The key by which other tables know an environment; given when first asked for.
    Outcome<qint64> environment(const QString& name);

    /// Reads everything and tells whether it is sound.
    Outcome<Done> check();

private:
    explicit Database(QString path);
    Outcome<Done> prepareFile();
    Outcome<Done> connect();
    Outcome<Done> migrate(const QString& folder);
    Outcome<Done> applyMigration(int version, const QString& file);
    Outcome<Done> backUp(int version);
    Outcome<Done> begin();
    Outcome<Done> commit();
    void rollBack();
    Failure failure(const QSqlError& error) const;
    /// What ended the reading of rows; Done when it was their end.
    Outcome<Done> endOf(const QSqlQuery& query) const;

    const QString m_path;
    const QString m_connection;
    QHash<QString, qint64> m_environments;
};

/// Text for a NOT NULL column: Qt would bind a null QString as NULL.
inline QVariant textValue(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The failure for a stored value that this program cannot have written.
Failure unreadableRow(const QString& what);

template <typename T>
Outcome<QList<T>> Database::list(
    const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&))
{
    auto query = run(sql, values);
    if (!query)
        return passOn(query);
    QList<T> rows;
    while (query->next()) {
        auto row = read(*query);
        if (!row)
            return passOn(row);
        rows.append(std::move(*row));
    }
    if (const auto end = endOf(*query); !end)
        return passOn(end);
    return rows;
}

template <typename T>
Outcome<std::optional<T>> Database::first(
    const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&))
{
    auto rows = list<T>(sql, values, read);
    if (!rows)
        return passOn(rows);
    return rows->isEmpty() ? std::optional<T>() : std::optional<T>(rows->takeFirst());
}

template <typename T> Outcome<T> Database::transaction(const std::function<Outcome<T>()>& work)
{
    if (const auto begun = begin(); !begun)
        return passOn(begun);
    Outcome<T> outcome = work();
    if (!outcome) {
        rollBack();
        return outcome;
    }
    if (const auto committed = commit(); !committed)
        return passOn(committed);
    return outcome;
}

} // namespace jetbridge::storage
