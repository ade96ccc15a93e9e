// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/World.h"

#include <QObject>
#include <QTimer>

namespace jetbridge::simulator {

/// Keeps a world in a file, readable by its owner only: written soon after a change, and at the
/// end.
class StateFile : public QObject {
    Q_OBJECT

public:
    StateFile(QString path, World& world);
    ~StateFile() override;

    /// What the file holds; an empty object where there is no file yet. Invalid: it is no state of
    /// ours.
    static Outcome<QJsonObject> read(const QString& path);

private:
    void write();

    QString m_path;
    World& m_world;
    QTimer m_soon;
};

} // namespace jetbridge::simulator
