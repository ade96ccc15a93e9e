// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QScopeGuard>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

class QSqlError;

namespace jetbridge::sql {

/// Makes every commit wait for the disk (https://sqlite.org/pragma.html#pragma_synchronous).
inline constexpr auto waitForTheDisk = "PRAGMA synchronous = FULL";

/// A kind of database file: its name in failures, and how it is stored.
struct Kind {
    QString name; ///< "registry"
    QString place; ///< What a user changes to use another file: "data folder".
    QString migrations; ///< A folder with `0001-name.sql`, `0002-name.sql`, ...
    int applicationId = 0; ///< Distinguishes our files from those of other programs.
    /// Allows readers and a writer at once, with additional files beside it. Otherwise the single
    /// file always contains everything.
    bool hasWriteAheadLog = true;
};

/// One connection to a SQLite file, with durable commits and migrations. Used on the thread that
/// opened it.
///
/// Failures are StorageUnavailable and name the file; a violated constraint is Conflict.
class Database {
public:
    /// Opens the file, creates it (0600) when missing, and migrates it. Before a migration of an
    /// existing database it saves a copy beside it, `<file>.backup-v<N>`. The caller must ensure
    /// that nobody else migrates the file meanwhile.
    static Outcome<std::unique_ptr<Database>> open(const QString& path, Kind kind);
    virtual ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString path() const { return m_path; }
    /// Returns how many statements run() has executed so far: the same number as before means that
    /// nothing was written meanwhile.
    qint64 statementsRun() const { return m_statementsRun; }

    /// The effect of a statement.
    struct Written {
        qint64 lastId = 0; ///< Id of the row that was inserted last.
        int rows = 0;
    };
    /// Runs one statement; `values` are bound to its `?` in order.
    Outcome<Written> run(const QString& sql, const QVariantList& values = {});

    /// Returns all rows of a statement. `read` converts the current row into a value, or fails with
    /// the reason why it cannot.
    template <typename T>
    Outcome<QList<T>> list(
        const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&));
    /// Returns the first row of a statement, if there is one.
    template <typename T>
    Outcome<std::optional<T>> first(
        const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&));
    /// Returns the number in the first column of the first row; 0 when there is no row.
    Outcome<qint64> number(const QString& sql, const QVariantList& values = {});

    /// Runs `work` in a transaction: all or nothing, and on disk when it returns.
    template <typename T> Outcome<T> transaction(const std::function<Outcome<T>()>& work);
    /// Runs `work` in a transaction without waiting for the disk. The result survives the end of
    /// the program, but a power cut only together with the next commit that waits.
    template <typename T> Outcome<T> quickTransaction(const std::function<Outcome<T>()>& work);

    /// Runs several transactions as one, with a single commit. `work` returns false when its
    /// changes must not be kept. Returns false if nothing was kept, for that reason or because one
    /// of the transactions failed.
    bool together(const std::function<bool()>& work);

    /// Returns the first text that a statement finds in a file that another program may be using;
    /// nothing in the file is changed or migrated.
    static Outcome<QString> textIn(const QString& path, const QString& sql);

    /// Reads the whole database and reports whether it is intact.
    Outcome<Done> check();

protected:
    Database(QString path, Kind kind);
    /// Opens the file that the constructor named; see open().
    Outcome<Done> prepare();

private:
    Outcome<Done> prepareFile();
    Outcome<Done> connect();
    Outcome<Done> migrate();
    Outcome<Done> applyMigration(int version, const QString& file);
    Outcome<Done> backUp(int version);
    /// Executes a statement. The caller must finish it, because a statement that is still being
    /// read prevents the merge of the write-ahead log.
    Outcome<QSqlQuery*> execute(const QString& sql, const QVariantList& values);
    /// Executes a statement that returns nothing and changes no data.
    Outcome<Done> command(const QString& sql);
    Outcome<Done> begin();
    Outcome<Done> commit();
    void rollBack();
    Failure failure(const QSqlError& error) const;
    /// Returns why reading rows ended; Done at the last row.
    Outcome<Done> endOf(const QSqlQuery& query) const;

    const QString m_path;
    const Kind m_kind;
    const QString m_connection;
    std::map<QString, QSqlQuery> m_statements; ///< Prepared statements by their SQL.
    qint64 m_statementsRun = 0;
    bool m_hasWriteAheadLog = false;
    bool m_isTogether = false;
    bool m_isSpoiled = false; ///< One of the transactions of together() failed.
};

/// Returns a text for a NOT NULL column: Qt would bind a null QString as NULL.
inline QVariant textValue(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

template <typename T>
Outcome<QList<T>> Database::list(
    const QString& sql, const QVariantList& values, Outcome<T> (*read)(const QSqlQuery&))
{
    const auto executed = execute(sql, values);
    if (!executed)
        return passOn(executed);
    QSqlQuery& query = **executed;
    const auto finish = qScopeGuard([&query] { query.finish(); });
    QList<T> rows;
    while (query.next()) {
        auto row = read(query);
        if (!row)
            return passOn(row);
        rows.append(std::move(*row));
    }
    if (const auto end = endOf(query); !end)
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

template <typename T> Outcome<T> Database::quickTransaction(const std::function<Outcome<T>()>& work)
{
    // A rollback journal that is not synced may be damaged in a power cut; a write-ahead log may
    // not. Transactions in together() share one commit, which waits for the disk.
    if (!m_hasWriteAheadLog || m_isTogether)
        return transaction(work);
    if (const auto relaxed = command(QStringLiteral("PRAGMA synchronous = NORMAL")); !relaxed)
        return passOn(relaxed);
    Outcome<T> outcome = transaction(work);
    if (const auto strict = command(QLatin1String(waitForTheDisk)); !strict)
        return passOn(strict);
    return outcome;
}

} // namespace jetbridge::sql
