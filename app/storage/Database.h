// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/FileLock.h"
#include "sql/Database.h"

#include <QHash>

namespace jetbridge::storage {

/// Resource folder with the migrations of this program: `0001-name.sql`, `0002-name.sql`, ...
inline constexpr auto builtInMigrations = ":/migrations";

/// The SQLite connection of a registry.
class Database : public sql::Database {
public:
    /// Opens a data folder's registry. It creates the folder (0700) and the file (0600) if they are
    /// missing, finishes a restore that was interrupted while it moved files (RestoredFolder), and
    /// then migrates the schema. Conflict: a restore into the folder is under way.
    static Outcome<std::unique_ptr<Database>> open(
        const QString& folder, const QString& migrations = QString::fromLatin1(builtInMigrations));

    /// Locks the folder so that nobody has its registry open while the lock lives, and creates the
    /// folder if it is missing. Conflict: a program has it open.
    static Outcome<std::unique_ptr<FileLock>> takeAlone(const QString& folder);

    /// Runs `work` as sql::Database::together() does, with this class as its argument.
    bool together(const std::function<bool(Database&)>& work);

    /// Returns the number by which other tables know an environment, and assigns one on first use.
    Outcome<qint64> environment(const QString& name);

    /// Id of the keychain that this program uses: customers whose credentials it lacks read as
    /// NoCredentials. Empty as long as it is not known.
    const QString& keychain() const { return m_keychain; }
    void useKeychain(const QString& id) { m_keychain = id; }

    /// Returns the folder id that the registry at `path` holds, without changing anything there.
    static Outcome<QString> folderIdIn(const QString& path);

private:
    Database(QString path, sql::Kind kind)
        : sql::Database(std::move(path), std::move(kind))
    {
    }

    std::unique_ptr<FileLock> m_use; ///< Shared lock, held by every program that has the registry
                                     ///< open.
    QHash<QString, qint64> m_environments;
    QString m_keychain;
};

using sql::textValue;

/// Returns the failure for a stored value that this program cannot have written.
Failure unreadableRow(const QString& what);

} // namespace jetbridge::storage
