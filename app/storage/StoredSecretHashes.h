// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SecretHash.h"
#include "ports/Task.h"

#include <QList>

namespace jetbridge::storage {

class RegistryThread;

/// The keyed hashes of a data folder's secrets, and which key they were made by.
class StoredSecretHashes {
public:
    /// Where the key is in the keychain, and which one it is.
    struct Key {
        QString item;
        QByteArray id; ///< Empty: none was ever made.
    };
    /// Hashes, and the number of the last one that was read.
    struct Hashes {
        QList<SecretHash> hashes;
        qint64 last = 0;
    };

    explicit StoredSecretHashes(RegistryThread& thread);

    Task<Outcome<Key>> key();
    /// Another key takes the place of `earlier`. False: another program was quicker.
    Task<Outcome<bool>> replaceKey(QByteArray earlier, QByteArray id);
    /// Survives the program's death; a power cut with the next commit that waits for the disk.
    Task<Outcome<Done>> add(QByteArray keyId, QList<SecretHash> hashes);
    /// Those by this key that have a larger number.
    Task<Outcome<Hashes>> newerThan(qint64 number, QByteArray keyId);

private:
    RegistryThread& m_thread;
};

} // namespace jetbridge::storage
