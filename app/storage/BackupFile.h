// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"
#include "storage/GpgStream.h"

#include <QDateTime>
#include <QList>

namespace jetbridge::storage {

/// What a backup says of itself.
struct BackupHead {
    QString id; ///< Random: the same backup is recognised when a restore goes on.
    QDateTime at;
    QString program; ///< The version that wrote it.
    int schema = 0;
    qint64 customers = 0;
    qint64 secrets = 0;
    qint64 registryBytes = 0;
    QByteArray registrySha256;
};

/// One item of the vault.
struct BackupItem {
    VaultKey key;
    Secret value;
};

/// Who can open a backup: whoever knows the passphrase, or has the private half of one of the keys.
struct BackupLock {
    Secret passphrase;
    QStringList fingerprints;
};

/// What a backup is, byte by byte; compared when it is read back.
struct BackupBytes {
    QByteArray plainSha256;
    QByteArray fileSha256;
    qint64 size = 0; ///< Of the file.
};

/// Encrypts a backup by gpg: `head`, the items, and the registry in the file `registry`, whose size
/// and hash it puts into the head. Nothing but the encrypted bytes leaves. Blocks.
///
/// gpg for both kinds of lock: it is there for handovers already, it authenticates what it
/// encrypts, and a backup can be opened without Jetbridge by `gpg --decrypt`. A passphrase is
/// stretched by the longest S2K that OpenPGP knows.
Outcome<BackupBytes> writeBackup(BackupHead head, const QList<BackupItem>& items,
    const QString& registry, const BackupLock& lock, const TakeBytes& take,
    const std::atomic<bool>& isCancelled);

/// A backup that was opened.
struct OpenedBackup {
    BackupHead head;
    QList<BackupItem> items;
    BackupBytes bytes;
};

/// How a backup is opened.
struct BackupKey {
    Secret passphrase; ///< Empty: by a private key of the user's key ring.
    /// A private key's own passphrase may be asked for, in gpg's own window. Else what needs one
    /// cannot be opened.
    bool mayAsk = true;
};

/// Opens the backup that `next` gives and checks every byte of it. The registry goes to the file
/// `registry` (0600, synced), or nowhere when that is empty. Blocks. `name` is what failures call
/// the backup.
///
/// Invalid: no backup (code no_backup), the passphrase is wrong (wrong_passphrase), no private key
/// opens it (no_private_key). StorageUnavailable: it is damaged or cut (damaged_backup), a newer
/// version wrote it (newer_backup), or the registry cannot be written.
Outcome<OpenedBackup> readBackup(const QString& name, const NextBytes& next, const BackupKey& key,
    const QString& registry, const std::atomic<bool>& isCancelled);

/// How a backup's first bytes say that it is opened.
enum class BackupKind { Passphrase, PrivateKey };
/// Invalid: it is no backup.
Outcome<BackupKind> backupKind(const QString& name, QByteArrayView beginning);

} // namespace jetbridge::storage
