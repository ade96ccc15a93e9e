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
    /// Writes the world now, and becomes its keeper: it writes each change before it takes effect.
    /// A change that cannot be written fails with StorageUnavailable (503). A state of version 0.1
    /// (JSON) is converted into a database, and the old file is kept as FILE.backup-json. Fails
    /// with StorageUnavailable.
    Outcome<Done> keep(World& world);

private:
    enum class Format { New, Json, Database };
    Outcome<Done> lock();
    Outcome<QList<World::Entry>> readJson();
    Outcome<QList<World::Entry>> readDatabase();
    Outcome<Done> takeOverJson(const QList<World::Entry>& entries);
    bool isInPlace() const; ///< Tells whether the locked file is still the one at m_path.
    Outcome<Done> beginAnew();
    /// Writes the entries of a change; into a new file, the whole world before them.
    Outcome<Done> write(const QList<World::Entry>& changes);
    /// Writes like write(), and says a failure in the log: nobody may be told of it otherwise.
    Outcome<Done> writeOrWarn(const QList<World::Entry>& changes);
    /// Returns the connection of the current thread: a SQLite connection may be used on one thread
    /// only.
    Outcome<sql::Database*> database();

    QString m_path; ///< Path of the real file once it is open.
    std::unique_ptr<FileLock> m_lock;
    Format m_format = Format::New;
    std::unique_ptr<sql::Database> m_database;
    QThread* m_thread = nullptr; ///< Thread that m_database belongs to.
    World* m_world = nullptr;
    bool m_isEmpty = false; ///< Whether the world is still to be written into the file.
};

} // namespace jetbridge::simulator
