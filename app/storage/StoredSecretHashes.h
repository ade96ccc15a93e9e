// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SecretHash.h"
#include "ports/Task.h"

#include <QList>

namespace jetbridge::storage {

class RegistryThread;

/// Keyed hashes of a data folder's secrets, with the id of the key that made them.
class StoredSecretHashes {
public:
    /// The key's item in the keychain, and the key's id.
    struct Key {
        QString item;
        QByteArray id; ///< Id of the key; empty if no key was ever made.
    };
    /// Hashes, with the number of the last one that was read.
    struct Hashes {
        QList<SecretHash> hashes;
        qint64 last = 0;
    };

    explicit StoredSecretHashes(RegistryThread& thread);

    Task<Outcome<Key>> key();
    /// Replaces the key `earlier` by another one. False: another program was faster.
    Task<Outcome<bool>> replaceKey(QByteArray earlier, QByteArray id);
    /// Adds hashes. They survive the program's death at once, and a power failure after the next
    /// commit that waits for the disk.
    Task<Outcome<Done>> add(QByteArray keyId, QList<SecretHash> hashes);
    /// Returns the hashes by this key whose numbers are larger than `number`.
    Task<Outcome<Hashes>> newerThan(qint64 number, QByteArray keyId);

private:
    RegistryThread& m_thread;
};

} // namespace jetbridge::storage
