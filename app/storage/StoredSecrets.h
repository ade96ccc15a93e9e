// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge::storage {

class RegistryThread;

/// Which data folder a registry is.
struct Folder {
    QString id; ///< Random; the first part of its items' names in the keychain.
    QStringList earlierIds; ///< Whose items it may copy, the latest first; "": names without an id.
    QString place; ///< Where it is.
    QString copiedFrom; ///< The folder that it is a copy of; empty: it is none.
    bool isNewCopy = false; ///< That was found out just now.
    bool isMarked = false; ///< Its mark is in the keychain, or was.
};

/// What the registry knows of the keychain's items; never a secret.
class StoredSecrets {
public:
    explicit StoredSecrets(RegistryThread& thread);

    /// Finds out first whether the folder was moved, or is a copy of one that is still there.
    Task<Outcome<Folder>> folder();
    Task<Outcome<Done>> setMarked();
    /// The folder's own item was stored, copied or removed: an earlier one no longer counts.
    Task<Outcome<Done>> noteOwn(VaultKey key);

    /// An item of an earlier id, as this folder may take it: nullopt where it has had its own, and
    /// where it is another integration's of the same name. An item that does not say where it was
    /// proved gets the API that the environment had before.
    Task<Outcome<std::optional<Secret>>> adoptable(VaultKey key, Secret earlier);

    /// The names of all credentials that the environment's customers have or had, and its masters.
    Task<Outcome<QList<VaultKey>>> keysOf(QString environment);
    /// The names that were noted (noteOwn), where the folder has earlier ids.
    Task<Outcome<QList<VaultKey>>> ownKeysOf(QString environment);

private:
    RegistryThread& m_thread;
};

} // namespace jetbridge::storage
