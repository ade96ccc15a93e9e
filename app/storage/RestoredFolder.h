// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "files/FileLock.h"

#include <QString>

namespace jetbridge::storage {

/// Progress of a restore into a data folder, shown by the subfolders there. A process that is
/// killed leaves one of them behind, and the next restore continues from it.
///
/// Reading: the data from the backup is incomplete and will be discarded. Storing: the registry is
/// complete and its secrets are being written to the keychain; the data folder itself is unchanged.
/// Moving: everything is there and compared; the data folder's old content is moved aside, then the
/// registry takes its place. This last step cannot be undone, and every program that opens the
/// folder completes it first (Database::open).
class RestoredFolder {
public:
    /// `folder` is the data folder.
    explicit RestoredFolder(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QString reading() const { return m_folder + QStringLiteral("/restore-reading"); }
    QString storing() const { return m_folder + QStringLiteral("/restore-storing"); }
    QString moving() const { return m_folder + QStringLiteral("/restore-moving"); }

    /// Locks the data folder so that nobody has its registry open while the lock lives. Conflict: a
    /// program has it open.
    Outcome<std::unique_ptr<FileLock>> takeAlone() const;
    /// Tells whether the data folder holds a registry of its own.
    bool isInUse() const;
    /// Conflict: a restore into a folder without a registry was interrupted. A new, empty registry
    /// would look like the whole, and the restore would not continue beside it.
    Outcome<Done> checkNotInterrupted() const;
    /// Creates an empty subfolder for the data from the backup.
    Outcome<Done> beginReading() const;
    /// Marks the data as completely read and on disk.
    Outcome<Done> beginStoring() const;
    /// Begins to move the data folder's content to the new subfolder `aside`; empty: there is no
    /// content.
    Outcome<Done> beginMoving(const QString& aside) const;
    /// Continues a move that was begun by this program or by one that was killed. Done also if
    /// there is none.
    Outcome<Done> finishMoving() const;
    /// Discards what a restore has read or stored and that will not be continued.
    Outcome<Done> discard(const QString& part) const;

private:
    Outcome<Done> putAside(const QString& aside) const;

    const QString m_folder;
};

} // namespace jetbridge::storage
