// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

namespace jetbridge::storage {

class RegistryThread;

/// Identity of the data folder that a registry belongs to.
struct Folder {
    QString id; ///< Random id, the first part of the folder's item names in the keychain.
    QStringList earlierIds; ///< Ids of folders whose items it may copy, the latest first; "" stands
                            ///< for names without an id.
    QString place; ///< Path of the folder.
    QString copiedFrom; ///< Path of the folder that it is a copy of; empty if it is no copy.
    bool isNewCopy = false; ///< True if the copy was discovered just now.
    bool isMarked = false; ///< True if its marker item is, or was, in a keychain.
};

/// Tells whether a text has the form of a keychain's id: 32 hexadecimal digits.
bool isKeychainId(const QString& text);

/// What the registry knows of the keychain's items; it never holds a secret.
class StoredSecrets {
public:
    explicit StoredSecrets(RegistryThread& thread);

    /// Returns the folder's identity, after finding out whether it was moved or is a copy of a
    /// folder that still exists.
    Task<Outcome<Folder>> folder();
    Task<Outcome<Done>> setMarked();
    /// Records that the folder's own item was stored, copied or removed, so that an earlier one no
    /// longer counts.
    Task<Outcome<Done>> noteOwn(VaultKey key);

    /// Returns an item of an earlier id in the form in which this folder may take it; nullopt if
    /// the folder has had its own item, or if the item belongs to another integration of the same
    /// name. An item that does not say where it was proved gets the API that the environment had
    /// before.
    Task<Outcome<std::optional<Secret>>> adoptable(VaultKey key, Secret earlier);

    /// Returns the names of all credentials that the environment's customers have or had, and of
    /// its master credentials.
    Task<Outcome<QList<VaultKey>>> keysOf(QString environment);
    /// Returns the names recorded by noteOwn, if the folder has earlier ids.
    Task<Outcome<QList<VaultKey>>> ownKeysOf(QString environment);

    // --- What each keychain lacks. Users or computers that share the folder have keychains of
    // their own, so that this is no status of a customer (0019-keychains.sql).

    /// Shows rows as the program with this keychain sees them from now on.
    Task<Outcome<Done>> useKeychain(QString keychain);
    /// Records whether the keychain has the credentials of a customer.
    Task<Outcome<Done>> noteCredentials(QString keychain, VaultKey customer, bool areThere);
    /// Returns the number of the environment's newest row; if there is none, the number before its
    /// first.
    Task<Outcome<qint64>> newestRow(QString environment);
    /// Returns the number of the row up to which the keychain was searched; if it never was, the
    /// number before the environment's first row.
    Task<Outcome<qint64>> searchedUpTo(QString keychain, QString environment);
    /// Returns the same as a key of a page, in order of arrival; empty if it never was.
    Task<Outcome<QString>> searchedKey(QString keychain, QString environment);
    Task<Outcome<Done>> noteSearched(QString keychain, QString environment, qint64 upTo);

private:
    RegistryThread& m_thread;
};

} // namespace jetbridge::storage
