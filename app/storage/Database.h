// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/FileLock.h"
#include "sql/Database.h"

#include <QHash>

namespace jetbridge::storage {

/// Where the migrations of this program are: `0001-name.sql`, `0002-name.sql`, ...
inline constexpr auto builtInMigrations = ":/migrations";

/// The one SQLite connection of a registry.
class Database : public sql::Database {
public:
    /// Makes the folder (0700) and the file (0600) when missing, finishes a restore that was broken
    /// off while it moved (RestoredFolder), then migrates it. Conflict: the folder is being
    /// restored just now.
    static Outcome<std::unique_ptr<Database>> open(
        const QString& folder, const QString& migrations = QString::fromLatin1(builtInMigrations));

    /// Nobody has the registry of this folder open, as long as this lives. Makes the folder when it
    /// is missing. Conflict: somebody has.
    static Outcome<std::unique_ptr<FileLock>> takeAlone(const QString& folder);

    /// sql::Database::together(), which knows the registry.
    bool together(const std::function<bool(Database&)>& work);

    /// The key by which other tables know an environment; given when first asked for.
    Outcome<qint64> environment(const QString& name);

    /// The id of the folder that another registry is; nothing there is changed.
    static Outcome<QString> folderIdIn(const QString& path);

private:
    Database(QString path, sql::Kind kind)
        : sql::Database(std::move(path), std::move(kind))
    {
    }

    std::unique_ptr<FileLock> m_use; ///< Shared with everybody who has it open.
    QHash<QString, qint64> m_environments;
};

using sql::textValue;

/// The failure for a stored value that this program cannot have written.
Failure unreadableRow(const QString& what);

} // namespace jetbridge::storage
