// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include "files/DataFolder.h"
#include "storage/RestoredFolder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

static void initialiseMigrations()
{
    // The linker drops the resources of a static library unless something names them.
    Q_INIT_RESOURCE(migrations);
}

namespace jetbridge::storage {

namespace {

using namespace std::chrono_literals;

constexpr auto preparingTime = 30s;
constexpr int applicationId = 0x4A455442; // "JETB"

tl::unexpected<Failure> unavailable(const QString& detail, const char* code = "")
{
    return failed(FailureKind::StorageUnavailable, detail, 0, QLatin1String(code));
}

/// Path of the one file that holds all locks of a data folder (RunLock).
QString lockFile(const QString& folder)
{
    return QDir(folder).filePath(u"runs.lock"_s);
}

/// Byte of the lock file that every program with an open registry locks as shared.
qint64 byteOfUse()
{
    return FileLock::byteOf(u"use of the registry"_s);
}

tl::unexpected<Failure> unwritable(const QString& folder)
{
    return unavailable(u"The data folder \"%1\" cannot be written: make room on "
                       "its disk, change its permissions, or name another one."_s.arg(folder));
}

} // namespace

Failure unreadableRow(const QString& what)
{
    return {FailureKind::StorageUnavailable, 0, {},
        Message::inWords(
            u"The registry holds something that this version cannot read (%1): restore a "
            "backup of it, or "
            "use the version that wrote it."_s.arg(what)),
        {}};
}

Outcome<std::unique_ptr<Database>> Database::open(const QString& folder, const QString& migrations)
{
    initialiseMigrations();
    if (const auto made = makeDataFolder(folder); !made)
        return passOn(made);
    auto use = FileLock::share(lockFile(folder), byteOfUse());
    if (!use && use.error() == FileLock::Refusal::Held)
        return failed(FailureKind::Conflict,
            u"The data folder \"%1\" is being restored just now: wait for the end "
            "of it."_s.arg(folder));
    if (!use)
        return unwritable(folder);

    // Only one process at a time creates or migrates the file; afterwards SQLite's own locks are
    // enough.
    const auto lock =
        FileLock::take(lockFile(folder), FileLock::byteOf(u"registry"_s), preparingTime);
    if (!lock && lock.error() == FileLock::Refusal::Held)
        return unavailable(u"Another Jetbridge is preparing the registry in \"%1\" and has not "
                           "finished: wait for it, or close it."_s.arg(folder));
    if (!lock)
        return unwritable(folder);
    const RestoredFolder restored(folder);
    if (const auto moved = restored.finishMoving(); !moved)
        return passOn(moved);
    if (const auto whole = restored.checkNotInterrupted(); !whole)
        return passOn(whole);

    std::unique_ptr<Database> database(new Database(QDir(folder).filePath(u"registry.sqlite3"_s),
        {u"registry"_s, u"data folder"_s, migrations, applicationId}));
    database->m_use = std::move(*use);
    if (const auto prepared = database->prepare(); !prepared)
        return passOn(prepared);
    return database;
}

Outcome<std::unique_ptr<FileLock>> Database::takeAlone(const QString& folder)
{
    if (const auto made = makeDataFolder(folder); !made)
        return passOn(made);
    auto alone = FileLock::take(lockFile(folder), byteOfUse());
    if (alone)
        return std::move(*alone);
    if (alone.error() != FileLock::Refusal::Held)
        return unwritable(folder);
    return failed(FailureKind::Conflict, Message::of("folder_in_use", {folder}));
}

bool Database::together(const std::function<bool(Database&)>& work)
{
    const bool isKept = sql::Database::together([&] { return work(*this); });
    if (!isKept)
        m_environments.clear(); // Some of these numbers may have been given in the transaction that
                                // is undone now.
    return isKept;
}

Outcome<qint64> Database::environment(const QString& name)
{
    if (const auto known = m_environments.constFind(name); known != m_environments.cend())
        return *known;
    if (const auto noted =
            run(u"INSERT INTO environments (name) VALUES (?) ON CONFLICT DO NOTHING"_s,
                {textValue(name)});
        !noted)
        return passOn(noted);
    const auto ordinal =
        number(u"SELECT ordinal FROM environments WHERE name = ?"_s, {textValue(name)});
    // The number is remembered for good, so this must not be called in a transaction that may roll
    // back.
    if (ordinal)
        m_environments.insert(name, *ordinal);
    return ordinal;
}

Outcome<QString> Database::folderIdIn(const QString& path)
{
    return sql::Database::textIn(path, u"SELECT id FROM folder"_s);
}

} // namespace jetbridge::storage
