// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/World.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace jetbridge::simulator {

/// Keeps a world in a file, readable by its owner only. Written whole and put in place at once, so
/// that a reader, or a power cut, finds the state before or the state after; soon after a change,
/// and at the end. What was answered in the last fifth of a second before a SIGKILL may be missing.
class StateFile : public QObject {
    Q_OBJECT

public:
    explicit StateFile(QString path);
    ~StateFile() override; ///< Writes what was not written yet.

    /// Makes the file this simulator's own; the object that it holds, or an empty one where there
    /// is no file yet. Conflict: another simulator has it; Invalid: it is no state of ours;
    /// StorageUnavailable.
    Outcome<QJsonObject> open();
    /// Writes the world now and after every change. StorageUnavailable: it cannot.
    Outcome<Done> keep(World& world);

private:
    Outcome<Done> write();

    QString m_path;
    QLockFile m_lock;
    World* m_world = nullptr;
    QTimer m_soon;
};

} // namespace jetbridge::simulator
