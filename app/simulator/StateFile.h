// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/FileLock.h"
#include "simulator/World.h"
#include "sql/Database.h"

#include <memory>

class QThread;

namespace jetbridge::simulator {

/// Stores a world in a SQLite file that only its owner can read. Everything that was answered is in
/// the file, complete and synced, and a change writes only what it changed. While it is open, the
/// file belongs to this simulator alone, whatever link leads to it.
class StateFile {
public:
    explicit StateFile(QString path);
    ~StateFile();
    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    /// Locks the file and returns its content, which is empty for a new file. Changes nothing in
    /// it. Fails with Conflict when another simulator uses the file, with Invalid when it is not a
    /// state that this version can read, or with StorageUnavailable.
    Outcome<QList<World::Entry>> open();
    /// Writes the world now, and each of its changes from now on. A state of version 0.1 (JSON) is
    /// converted into a database, and the old file is kept as FILE.backup-json. Fails with
    /// StorageUnavailable.
    Outcome<Done> keep(World& world);
    /// Checks that every change is in the file, and tries once more to write one that is not. Fails
    /// with StorageUnavailable (503).
    Outcome<Done> kept();

private:
    enum class Format { New, Json, Database };
    Outcome<Done> lock();
    Outcome<QList<World::Entry>> readJson();
    Outcome<QList<World::Entry>> readDatabase();
    Outcome<Done> takeOverJson(const QList<World::Entry>& entries);
    bool isInPlace() const; ///< Tells whether the locked file is still the one at m_path.
    Outcome<Done> beginAnew();
    Outcome<Done> write();
    /// Returns the connection of the current thread: a SQLite connection may be used on one thread
    /// only.
    Outcome<sql::Database*> database();

    QString m_path; ///< Path of the real file once it is open.
    std::unique_ptr<FileLock> m_lock;
    Format m_format = Format::New;
    std::unique_ptr<sql::Database> m_database;
    QThread* m_thread = nullptr; ///< Thread that m_database belongs to.
    World* m_world = nullptr;
    QList<World::Entry> m_unwritten;
    Outcome<Done> m_kept = Done{};
};

} // namespace jetbridge::simulator
