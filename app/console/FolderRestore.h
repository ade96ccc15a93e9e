// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "async/Worker.h"
#include "files/FileLock.h"
#include "storage/BackupFile.h"

#include <QObject>

#include <atomic>

namespace jetbridge {

/// What is to be restored.
struct RestoreRequest {
    QString file;
    Secret passphrase; ///< Empty: the backup is encrypted for a key of the user's key ring.
    /// The data folder may hold a registry already. It is kept, in a folder beside the new one.
    bool mayReplace = false;
};

/// What was restored, and compared with the backup.
struct RestoreReport {
    QDateTime at; ///< When the backup was made.
    qint64 customers = 0;
    qint64 secrets = 0;
    QString aside; ///< Where what was there before is kept; empty: nothing was there.
};

/// How a backup is opened. Invalid: it cannot be read, or is none.
Outcome<storage::BackupKind> kindOfBackup(const QString& file);

/// Brings the registry and all secrets of a backup back, into a data folder that nobody uses
/// meanwhile and into this computer's keychain. Whatever ends it, the same restore goes on where it
/// was; until all is there and compared, the data folder is as it was (RestoredFolder). Items of
/// the keychain that are there already are never overwritten: the restored folder has names of its
/// own.
class FolderRestore : public QObject {
    Q_OBJECT

public:
    explicit FolderRestore(QString dataFolder);
    ~FolderRestore() override; ///< Cancels, and waits for the end of what it is at.

    /// Opens the backup and checks every byte of it; touches nothing. Failures as readBackup()'s.
    Task<Outcome<storage::BackupHead>> look(RestoreRequest request);
    /// Once. Conflict: another program uses the data folder, or (code folder_in_use) it holds a
    /// registry and may not be replaced; VaultUnavailable: the keychain is locked; Cancelled;
    /// besides, as readBackup().
    Task<Outcome<RestoreReport>> run(RestoreRequest request);
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    /// Items that are in the keychain, and were compared, of twice so many.
    void progressed(int done, int all);

private:
    struct Staged;

    /// What a wait gives, while this is there to go on with it.
    template <typename T> Task<Outcome<T>> here(Task<Outcome<T>> task)
    {
        return m_scope.within(std::move(task),
            Outcome<T>(failed(FailureKind::Cancelled, QStringLiteral("Interrupted."))));
    }
    /// What the work gives, on a thread that may wait.
    template <typename T> Task<Outcome<T>> away(std::function<Outcome<T>()> work)
    {
        return here(m_worker.run<Outcome<T>>(std::move(work)));
    }
    Task<Outcome<Done>> dropOtherRestore();
    Task<Outcome<Done>> storeSecrets(QList<storage::BackupItem> items);

    const QString m_dataFolder;
    std::unique_ptr<FileLock> m_alone;
    std::unique_ptr<Staged> m_staged;
    std::atomic<bool> m_isCancelled = false;
    async::Worker m_worker{QStringLiteral("restore")}; ///< Ends with whatever it does just now.
    async::Scope m_scope; ///< Last: it ends first.
};

} // namespace jetbridge
