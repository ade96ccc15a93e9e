// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "files/FileLock.h"

#include <QString>

namespace jetbridge::storage {

/// How far a restore into a data folder has come, as its folders there tell. Whoever is killed
/// leaves one of them behind, and the next one goes on from it.
///
/// Reading: what comes from the backup is not whole yet; it is thrown away. Storing: the registry
/// is whole, and its secrets go to the keychain; the data folder itself is as it was. Moving: all
/// is there and compared; what was in the data folder is put aside, then the registry takes its
/// place. That has no way back, and everybody who opens the folder finishes it first
/// (Database::open).
class RestoredFolder {
public:
    /// `folder`: the data folder.
    explicit RestoredFolder(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QString reading() const { return m_folder + QStringLiteral("/restore-reading"); }
    QString storing() const { return m_folder + QStringLiteral("/restore-storing"); }
    QString moving() const { return m_folder + QStringLiteral("/restore-moving"); }

    /// Nobody has the registry of the data folder open, as long as the lock lives. Conflict:
    /// somebody has.
    Outcome<std::unique_ptr<FileLock>> takeAlone() const;
    /// The data folder holds a registry of its own.
    bool isInUse() const;
    /// An empty folder to read into.
    Outcome<Done> beginReading() const;
    /// What was read is whole, and on disk.
    Outcome<Done> beginStoring() const;
    /// What is in the data folder goes to the new folder `aside` there; empty: there is nothing.
    Outcome<Done> beginMoving(const QString& aside) const;
    /// Goes on with a move that was begun, in this program or by one that was killed. Done, too,
    /// when there is none.
    Outcome<Done> finishMoving() const;
    /// Throws away what was read, or stored, of a restore that will not go on.
    Outcome<Done> discard(const QString& part) const;

private:
    Outcome<Done> putAside(const QString& aside) const;

    const QString m_folder;
};

} // namespace jetbridge::storage
