// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/FileLock.h"
#include "simulator/World.h"
#include "sql/Database.h"

#include <memory>

class QThread;

namespace jetbridge::simulator {

/// Keeps a world in a SQLite file, readable by its owner only. What was answered is in the file,
/// whole and synced, and a change writes what it changed. While it is open the file belongs to this
/// simulator alone, whatever link leads to it.
class StateFile {
public:
    explicit StateFile(QString path);
    ~StateFile();
    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    /// Makes the file this simulator's own; what it holds, or nothing where it is new. Changes
    /// nothing in it. Conflict: another simulator has it; Invalid: it is no state that this version
    /// reads; StorageUnavailable.
    Outcome<QList<World::Entry>> open();
    /// Writes the world now, and from now on each of its changes. A state of version 0.1 (JSON)
    /// becomes a database, and stays beside it as FILE.backup-json. StorageUnavailable.
    Outcome<Done> keep(World& world);
    /// Whether every change is in the file; tries once more where one is not. StorageUnavailable
    /// (503).
    Outcome<Done> kept();

private:
    enum class Form { New, Json, Database };
    Outcome<Done> lock();
    Outcome<QList<World::Entry>> readJson();
    Outcome<QList<World::Entry>> readDatabase();
    Outcome<Done> takeOverJson(const QList<World::Entry>& entries);
    bool isInPlace() const; ///< Whether the file that is locked is still the one at m_path.
    Outcome<Done> beginAnew();
    Outcome<Done> write();
    /// A SQLite connection is good on one thread.
    Outcome<sql::Database*> database();

    QString m_path; ///< Of the real file, once it is open.
    std::unique_ptr<FileLock> m_lock;
    Form m_form = Form::New;
    std::unique_ptr<sql::Database> m_database;
    QThread* m_thread = nullptr; ///< Of m_database.
    World* m_world = nullptr;
    QList<World::Entry> m_unwritten;
    Outcome<Done> m_kept = Done{};
};

} // namespace jetbridge::simulator
