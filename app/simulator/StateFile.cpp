// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/StateFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr int oldFormat = 1; ///< Format number of the JSON that version 0.1 wrote.
/// Far beyond every byte that SQLite locks.
constexpr qint64 lockedByte = (qint64(1) << 62) - 1;
constexpr auto sqliteMark = "SQLite format 3";

tl::unexpected<Failure> unavailable(const QString& detail)
{
    return failed(FailureKind::StorageUnavailable, detail, 503, u"STATE_NOT_KEPT"_s);
}

/// Makes the failure for a folder in which no state can be stored at all.
tl::unexpected<Failure> unusable(const QString& detail)
{
    return failed(FailureKind::StorageUnavailable, detail, 0, u"state_folder"_s);
}

tl::unexpected<Failure> invalid(const QString& path, const QString& why)
{
    return failed(FailureKind::Invalid, u"The state file \"%1\" %2"_s.arg(path, why), 400);
}

sql::Kind stateKind()
{
    return {u"state file"_s, u"file"_s, u":/jetbridge/simulator/state"_s, 0x4A455453, // "JETS"
        false};
}

/// Resolves symbolic links.
QString realPath(const QString& path)
{
    std::error_code error;
    const auto real =
        std::filesystem::weakly_canonical(QFile::encodeName(path).toStdString(), error);
    return error ? path : QFile::decodeName(QByteArray::fromStdString(real.string()));
}

void syncFolderOf(const QString& path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

Outcome<World::Entry> readEntry(const QSqlQuery& row)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(row.value(3).toString().toUtf8(), &error);
    if (!document.isObject())
        return failed(FailureKind::Invalid,
            u"%1 \"%2\" is not a JSON object"_s.arg(
                row.value(0).toString(), row.value(1).toString()));
    return World::Entry{
        row.value(0).toString(), row.value(1).toString(), row.value(2).toInt(), document.object()};
}

Outcome<Done> put(sql::Database& database, const QList<World::Entry>& entries)
{
    return database.transaction<Done>([&]() -> Outcome<Done> {
        for (const World::Entry& entry : entries) {
            const auto done = entry.document.isEmpty()
                ? database.run(u"DELETE FROM entries WHERE kind = ? AND key = ?"_s,
                    {entry.kind, sql::textValue(entry.key)})
                : database.run(u"INSERT INTO entries (kind, key, place, document) VALUES (?, ?, "
                               "?, ?) ON CONFLICT (kind, key) DO UPDATE SET place = "
                               "excluded.place, document = excluded.document"_s,
                    {entry.kind, sql::textValue(entry.key), entry.place,
                        QString::fromUtf8(
                            QJsonDocument(entry.document).toJson(QJsonDocument::Compact))});
            if (!done)
                return passOn(done);
        }
        return Done{};
    });
}

} // namespace

StateFile::StateFile(QString path)
    : m_path(std::move(path))
{
}

StateFile::~StateFile()
{
    if (m_world) {
        m_world->keepBy({});
        // The result of a notification is visible although it could not be written.
        if (const auto late = m_world->takeChanges(); !late.isEmpty())
            disregard(writeOrWarn(late));
    }
    m_database.reset(); // Before the lock is released.
}

Outcome<Done> StateFile::lock()
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isFile())
        return invalid(m_path, u"is not a file: choose another one."_s);
    if (!QFileInfo(info.absolutePath()).isDir())
        return unusable(
            u"The folder of the state file \"%1\" does not exist: create it, or "
            "choose another file."_s
                .arg(m_path));
    // Another program that converts a JSON state puts a new file in its place.
    constexpr int mostTries = 5;
    for (int tries = 0; tries < mostTries; ++tries) {
        auto taken = FileLock::take(m_path, lockedByte);
        if (!taken && taken.error() == FileLock::Refusal::Held)
            return failed(FailureKind::Conflict,
                u"Another simulator uses the state file \"%1\": give each simulator its own file."_s
                    .arg(m_path));
        if (!taken)
            return unusable(u"The state file \"%1\" cannot be written (%2): choose a file and a "
                            "folder for which you have write permission."_s.arg(
                                m_path, QString::fromLocal8Bit(std::strerror(errno))));
        m_path = realPath(m_path); // The file exists now, even if it was created through a link.
        struct stat held = {};
        struct stat there = {};
        if (::fstat((*taken)->descriptor(), &held) != 0
            || ::stat(QFile::encodeName(m_path).constData(), &there) != 0
            || held.st_ino != there.st_ino || held.st_dev != there.st_dev)
            continue;
        // SQLite derives the name of the file it needs for recovery from the file's name: so it
        // must have only one name.
        if (held.st_nlink > 1)
            return invalid(m_path, u"has more than one name (hard links): copy it."_s);
        m_lock = std::move(*taken);
        return Done{};
    }
    return unavailable(u"Another program keeps replacing the state file \"%1\"."_s.arg(m_path));
}

Outcome<QList<World::Entry>> StateFile::open()
{
    m_path = realPath(m_path);
    if (const auto locked = lock(); !locked)
        return passOn(locked);
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable(
            u"The state file \"%1\" cannot be read: %2."_s.arg(m_path, file.errorString()));
    const QByteArray start = file.read(qstrlen(sqliteMark));
    const bool hasFailed = file.error() != QFileDevice::NoError;
    file.close();
    if (hasFailed)
        return unavailable(u"The state file \"%1\" cannot be read."_s.arg(m_path));
    // A new database whose first transaction was interrupted by a kill is still an empty file.
    m_format = start.isEmpty() ? Format::New
        : start == sqliteMark  ? Format::Database
                               : Format::Json;
    if (m_format == Format::New)
        return QList<World::Entry>();
    return m_format == Format::Json ? readJson() : readDatabase();
}

Outcome<QList<World::Entry>> StateFile::readJson()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable(
            u"The state file \"%1\" cannot be read: %2."_s.arg(m_path, file.errorString()));
    QJsonParseError error;
    const QJsonObject state = QJsonDocument::fromJson(file.readAll(), &error).object();
    const QJsonValue format = state.value("format"_L1);
    if (format.isDouble() && format.toDouble() > oldFormat)
        return invalid(m_path,
            u"was written by a newer simulator (format %1; this version supports %2): use "
            "that version, or another file."_s.arg(format.toDouble())
                .arg(oldFormat));
    if (format.toDouble() != oldFormat)
        return invalid(m_path,
            error.error == QJsonParseError::NoError
                ? u"is not a state file of the simulator: choose another one, or remove it."_s
                : u"is not a state file of the simulator, or is damaged (%1 at byte %2): "
                  "choose another one, or remove it."_s
                      .arg(error.errorString())
                      .arg(error.offset));
    auto entries = World::entriesOf(state);
    if (!entries)
        return invalid(m_path, u"cannot be read: "_s + entries.error().detail);
    return entries;
}

Outcome<QList<World::Entry>> StateFile::readDatabase()
{
    const auto open = database();
    if (!open)
        return invalid(m_path, u"cannot be used. "_s + open.error().detail);
    if (const auto sound = (*open)->check(); !sound)
        return invalid(m_path, u"cannot be used. "_s + sound.error().detail);
    auto entries = (*open)->list<World::Entry>(
        u"SELECT kind, key, place, document FROM entries ORDER BY kind, place"_s, {}, readEntry);
    m_database.reset(); // The server's thread opens a connection of its own.
    if (!entries)
        return invalid(m_path, u"cannot be read: %1."_s.arg(entries.error().detail));
    // The first transaction of the database was interrupted.
    if (entries->isEmpty())
        m_format = Format::New;
    return entries;
}

Outcome<Done> StateFile::keep(World& world)
{
    m_world = &world;
    const QList<World::Entry> changes = world.takeChanges();
    m_isEmpty = m_format == Format::New;
    const auto written = m_format == Format::Json ? takeOverJson(world.entries()) : write(changes);
    m_database.reset();
    if (!written) {
        m_world = nullptr;
        return written;
    }
    m_format = Format::Database;
    world.keepBy([this](const QList<World::Entry>& entries) { return writeOrWarn(entries); });
    return Done{};
}

Outcome<Done> StateFile::writeOrWarn(const QList<World::Entry>& changes)
{
    auto written = write(changes);
    if (!written)
        qWarning("%s", qPrintable(written.error().detail));
    return written;
}

/// Converts a JSON state. The database is complete, synced and locked before it replaces the JSON.
Outcome<Done> StateFile::takeOverJson(const QList<World::Entry>& entries)
{
    const auto failedTo = [this](const QString& why) {
        return unavailable(
            u"The state file \"%1\" cannot be converted and is unchanged: %2"_s.arg(m_path, why));
    };
    const QString fresh = m_path + u".new"_s;
    const QString backup = m_path + u".backup-json"_s;
    QFile::remove(fresh);
    {
        const auto made = sql::Database::open(fresh, stateKind());
        if (!made)
            return failedTo(made.error().detail);
        if (const auto kept = put(**made, entries); !kept)
            return failedTo(kept.error().detail);
    }
    auto lock = FileLock::take(fresh, lockedByte);
    if (!lock)
        return failedTo(u"\"%1\" cannot be locked."_s.arg(fresh));
    QFile::remove(backup);
    if (!QFile::copy(m_path, backup)
        || !QFile::setPermissions(backup, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failedTo(u"\"%1\" cannot be written."_s.arg(backup));
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_path).constData()) != 0)
        return failedTo(QString::fromLocal8Bit(std::strerror(errno)));
    syncFolderOf(m_path);
    m_lock = std::move(*lock);
    return Done{};
}

Outcome<sql::Database*> StateFile::database()
{
    if (m_thread != QThread::currentThread())
        m_database.reset();
    if (!m_database) {
        auto opened = sql::Database::open(m_path, stateKind());
        if (!opened)
            return passOn(opened);
        m_database = std::move(*opened);
        m_thread = QThread::currentThread();
    }
    return m_database.get();
}

bool StateFile::isInPlace() const
{
    struct stat held = {};
    struct stat there = {};
    return m_lock && ::fstat(m_lock->descriptor(), &held) == 0
        && ::stat(QFile::encodeName(m_path).constData(), &there) == 0 && held.st_ino == there.st_ino
        && held.st_dev == there.st_dev;
}

/// Starts a new file after somebody removed the current one: data written to the removed file would
/// be lost.
Outcome<Done> StateFile::beginAnew()
{
    m_database.reset();
    m_lock.reset();
    if (QFileInfo::exists(m_path))
        return unavailable(
            u"Another program has replaced the state file \"%1\". It was not changed: "
            "move it away."_s
                .arg(m_path));
    if (const auto locked = lock(); !locked)
        return locked;
    m_isEmpty = true;
    return Done{};
}

Outcome<Done> StateFile::write(const QList<World::Entry>& changes)
{
    if (!isInPlace())
        if (const auto begun = beginAnew(); !begun)
            return unavailable(begun.error().detail);
    // The world does not contain the changes yet: they take effect when they are written.
    const QList<World::Entry> entries = m_isEmpty ? m_world->entries() + changes : changes;
    if (entries.isEmpty())
        return Done{};
    const auto open = database();
    const auto written = open ? put(**open, entries) : Outcome<Done>(passOn(open));
    if (!written)
        return unavailable(u"The simulator's state cannot be written. "_s + written.error().detail);
    m_isEmpty = false;
    return Done{};
}

} // namespace jetbridge::simulator
