// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "async/Worker.h"
#include "ports/Vault.h"
#include "storage/BackupFile.h"

#include <QObject>

#include <atomic>

namespace jetbridge {

/// What is to be backed up, and for whom.
struct BackupRequest {
    QString file; ///< A new file, a pipe or a device; "-": standard output.
    QStringList recipients; ///< gpg keys: full fingerprints or whole addresses.
    Secret passphrase; ///< Where there are no recipients.
};

/// What a backup holds, once it is there.
struct BackupReport {
    /// How far it was read back after it was written.
    enum class Check {
        Opened, ///< Decrypted, and every byte compared.
        Bytes, ///< The file is what gpg wrote; opening it needs a private key that is not here.
        None, ///< What went into a pipe cannot be read again.
    };
    qint64 customers = 0;
    qint64 secrets = 0;
    qint64 withoutSecrets = 0; ///< Customers of whose credentials the keychain has none.
    qint64 bytes = 0;
    QStringList fingerprints;
    Check check = Check::None;
};

/// How short a passphrase may be: whoever finds the file may try as many as they like.
inline constexpr int shortestPassphrase = 12;

/// Puts everything that a new computer needs into one encrypted file: the registry with the
/// settings of all environments, and every secret that the keychain has for it. Others may work on
/// the data folder meanwhile. Recorded traffic is not part of it.
///
/// Lives on the vault's thread. The file appears under its name when it is whole and on disk.
class FolderBackup : public QObject {
    Q_OBJECT

public:
    FolderBackup(QString dataFolder, Vault& vault);
    ~FolderBackup() override; ///< Cancels, and waits for the end of what it is at.

    /// Once. Invalid: the passphrase is too short, a recipient has no key, or a file is there
    /// already; VaultUnavailable: the keychain is locked; StorageUnavailable: the disk is full, or
    /// what was written cannot be read back (then it is removed); Cancelled. In every case nothing
    /// is left.
    Task<Outcome<BackupReport>> run(BackupRequest request);
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    /// Secrets read from the keychain, of so many that may be there.
    void progressed(int done, int all);

private:
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
    Task<Outcome<storage::BackupLock>> lockOf(BackupRequest request);
    Task<Outcome<QList<storage::BackupItem>>> readSecrets(QList<VaultKey> keys);

    const QString m_dataFolder;
    Vault& m_vault;
    std::atomic<bool> m_isCancelled = false;
    async::Worker m_worker{QStringLiteral("backup")}; ///< Ends with whatever it does just now.
    async::Scope m_scope; ///< Last: it ends first.
};

} // namespace jetbridge
