// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"
#include "storage/GpgStream.h"

#include <QDateTime>
#include <QList>

namespace jetbridge::storage {

/// Head of a backup: what it says about itself.
struct BackupHead {
    QString id; ///< Random id, by which an interrupted restore recognises the same backup.
    QDateTime at;
    QString program; ///< Version of the program that wrote the backup.
    int schema = 0;
    qint64 customers = 0;
    qint64 secrets = 0;
    qint64 registryBytes = 0;
    QByteArray registrySha256;
};

/// One item of the vault in a backup.
struct BackupItem {
    VaultKey key;
    Secret value;
};

/// Who can open a backup: anybody with the passphrase, or with the private half of one of the keys.
struct BackupLock {
    Secret passphrase;
    QStringList fingerprints;
};

/// Hashes and size of a backup, which are compared when it is read back.
struct BackupBytes {
    QByteArray plainSha256;
    QByteArray fileSha256;
    qint64 size = 0; ///< Size of the encrypted file in bytes.
};

/// Encrypts a backup with gpg: `head`, the items, and the registry from the file `registry`, whose
/// size and hash are added to the head. Only encrypted bytes are given to `take`. Blocks.
///
/// gpg is used for passphrases and for keys: handovers need it already, it authenticates what it
/// encrypts, and a backup can be opened without Jetbridge by `gpg --decrypt`. The passphrase is
/// stretched by the longest S2K that OpenPGP allows.
Outcome<BackupBytes> writeBackup(BackupHead head, const QList<BackupItem>& items,
    const QString& registry, const BackupLock& lock, const TakeBytes& take,
    const std::atomic<bool>& isCancelled);

/// Content of a backup after it was opened and checked.
struct OpenedBackup {
    BackupHead head;
    QList<BackupItem> items;
    BackupBytes bytes;
};

/// Means to open a backup: a passphrase or a private key.
struct BackupKey {
    Secret passphrase; ///< The passphrase; empty to use a private key of the user's key ring.
    /// Whether gpg may ask for the private key's own passphrase in its window. If not, a key that
    /// needs one cannot be used.
    bool mayAsk = true;
};

/// Opens the backup that `next` delivers and checks every byte of it. The registry is written to
/// the file `registry` (0600, synced), or nowhere if that is empty. `name` is what failures call
/// the backup. Blocks.
///
/// Invalid: it is not a backup (code no_backup), the passphrase is wrong (wrong_passphrase), or no
/// private key opens it (no_private_key). StorageUnavailable: the file ends too early
/// (incomplete_backup), it is damaged (damaged_backup), a newer version wrote it (newer_backup), or
/// the registry cannot be written.
Outcome<OpenedBackup> readBackup(const QString& name, const NextBytes& next, const BackupKey& key,
    const QString& registry, const std::atomic<bool>& isCancelled);

/// How a backup can be opened, as its first bytes tell.
enum class BackupKind { Passphrase, PrivateKey };
/// Reads the kind of a backup from its first bytes. Invalid: it is not a backup.
Outcome<BackupKind> backupKind(const QString& name, QByteArrayView beginning);

} // namespace jetbridge::storage
