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

/// Every commit waits for the disk (https://sqlite.org/pragma.html#pragma_synchronous).
inline constexpr auto waitForTheDisk = "PRAGMA synchronous = FULL";

/// What a database file is to this program, as its failures name it, and how it is kept.
struct Kind {
    QString name; ///< "registry"
    QString place; ///< What somebody names to use another one: "data folder".
    QString migrations; ///< A folder with `0001-name.sql`, `0002-name.sql`, ...
    int applicationId = 0; ///< Tells our files from those of other programs.
    /// Readers and a writer at once, and files beside it. Else the file alone holds everything,
    /// whenever it is looked at.
    bool hasWriteAheadLog = true;
};

/// One connection to a SQLite file: durable commits, migrated. Used on the thread that opened it.
///
/// Failures are StorageUnavailable and name the file; a broken constraint is Conflict.
class Database {
public:
    /// Makes the file (0600) when missing, then migrates it. Before a migration of an existing
    /// database a copy is kept beside it, `<file>.backup-v<N>`. Whoever opens it sees to it that
    /// nobody else migrates it meanwhile.
    static Outcome<std::unique_ptr<Database>> open(const QString& path, Kind kind);
    virtual ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString path() const { return m_path; }

    /// What a statement did.
    struct Written {
        qint64 lastId = 0; ///< Of the row that it inserted last.
        int rows = 0;
    };
    /// Runs one statement; `values` are bound to its `?` in order.
    Outcome<Written> run(const QString& sql, const QVariantList& values = {});

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
    /// The same without waiting for the disk: survives the program's death, and a power cut only
    /// together with the next commit that waits.
    template <typename T> Outcome<T> quickTransaction(const std::function<Outcome<T>()>& work);

    /// Several transactions as one, with one commit for all. `work` says false where what it did
    /// must not be kept. False: nothing was kept, because of that or because one of them failed.
    bool together(const std::function<bool()>& work);

    /// The first text that one statement finds in a file that another program may use; nothing
    /// there is changed or migrated.
    static Outcome<QString> textIn(const QString& path, const QString& sql);

    /// Reads everything and tells whether it is sound.
    Outcome<Done> check();

protected:
    Database(QString path, Kind kind);
    /// Opens what the constructor named, as open() does.
    Outcome<Done> prepare();

private:
    Outcome<Done> prepareFile();
    Outcome<Done> connect();
    Outcome<Done> migrate();
    Outcome<Done> applyMigration(int version, const QString& file);
    Outcome<Done> backUp(int version);
    /// A statement that was executed; whoever asked for it finishes it, because one that is still
    /// being read keeps the write-ahead log from being folded in.
    Outcome<QSqlQuery*> execute(const QString& sql, const QVariantList& values);
    Outcome<Done> begin();
    Outcome<Done> commit();
    void rollBack();
    Failure failure(const QSqlError& error) const;
    /// What ended the reading of rows; Done when it was their end.
    Outcome<Done> endOf(const QSqlQuery& query) const;

    const QString m_path;
    const Kind m_kind;
    const QString m_connection;
    std::map<QString, QSqlQuery> m_statements; ///< By their SQL.
    bool m_hasWriteAheadLog = false;
    bool m_isTogether = false;
    bool m_isSpoiled = false; ///< One of those that are together failed.
};

/// Text for a NOT NULL column: Qt would bind a null QString as NULL.
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
    // A rollback journal that is not waited for may tear the file in a power cut; a log may not.
    // What is done together shares one commit, and that one waits.
    if (!m_hasWriteAheadLog || m_isTogether)
        return transaction(work);
    if (const auto relaxed = run(QStringLiteral("PRAGMA synchronous = NORMAL")); !relaxed)
        return passOn(relaxed);
    Outcome<T> outcome = transaction(work);
    if (const auto strict = run(QLatin1String(waitForTheDisk)); !strict)
        return passOn(strict);
    return outcome;
}

} // namespace jetbridge::sql
