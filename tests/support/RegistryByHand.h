// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace jetbridge::test {

/// Runs a statement on the registry of a data folder without any code of the product.
inline bool runSql(const QString& folder, const QString& statement)
{
    const auto connection = QStringLiteral("by-hand");
    bool isDone = false;
    {
        QSqlDatabase registry = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        registry.setDatabaseName(folder + QStringLiteral("/registry.sqlite3"));
        isDone = registry.open() && QSqlQuery(registry).exec(statement);
    }
    QSqlDatabase::removeDatabase(connection);
    return isDone;
}

/// Makes a data folder refuse certain writes ("INSERT ON journal"), as a full disk might.
inline bool refuse(const QString& folder, const char* writes)
{
    return runSql(folder,
        QStringLiteral("CREATE TRIGGER no_room BEFORE %1 BEGIN SELECT RAISE(ABORT, 'no room'); END")
            .arg(QLatin1String(writes)));
}

inline bool refuseNoMore(const QString& folder)
{
    return runSql(folder, QStringLiteral("DROP TRIGGER no_room"));
}

} // namespace jetbridge::test
