// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/World.h"

#include <QLockFile>

namespace jetbridge::simulator {

/// Keeps a world in a file, readable by its owner only. Written whole, synced and put in place at
/// once after every change, so that a reader, or a power cut, finds the state before or the state
/// after, and never less than what was answered.
class StateFile {
public:
    explicit StateFile(QString path);
    ~StateFile();
    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    /// Makes the file this simulator's own; the object that it holds, or an empty one where there
    /// is no file yet. Conflict: another simulator has it; Invalid: it is no state of ours;
    /// StorageUnavailable.
    Outcome<QJsonObject> open();
    /// Writes the world now and after every change. StorageUnavailable: it cannot.
    Outcome<Done> keep(World& world);
    /// Whether every change is in the file; tries once more where one is not. StorageUnavailable
    /// (503).
    Outcome<Done> kept();

private:
    Outcome<Done> write() const;

    QString m_path;
    QLockFile m_lock;
    World* m_world = nullptr;
    Outcome<Done> m_kept = Done{};
};

} // namespace jetbridge::simulator
