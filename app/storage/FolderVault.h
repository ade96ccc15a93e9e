// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Closing.h"
#include "ports/Vault.h"
#include "storage/StoredSecrets.h"

#include <memory>

namespace jetbridge::storage {

/// Vault of one data folder in a keychain that other folders use, too: every item has the folder's
/// id in its name.
///
/// Items that version 0.1.0 stored without an id, and items of the folder that this one is a copy
/// of, are copied to the folder's own name when they are first read. The earlier item stays,
/// because other folders may still need it; those of version 0.1.0 are removed when staff say so
/// (removeEarlier). Changes are announced to every program on the data folder
/// (RegistryChange::Topic::Secret).
///
/// Whether a customer's credentials were found is recorded in the registry for this keychain alone:
/// its marker item holds a random id. Other users and computers on the folder have other keychains.
class FolderVault final : public Vault {
public:
    /// `secrets` must outlive this object.
    /// `environment` is the one whose customers state() and markWhole() are about; it is of no
    /// meaning where neither is called.
    FolderVault(StoredSecrets& secrets, QString environment, std::unique_ptr<Vault> keychain,
        async::Scope* outer = nullptr);
    ~FolderVault() override;

    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    /// Removes the folder's own item. An item of an earlier id stays and is never read again.
    Task<Outcome<Done>> remove(VaultKey key) override;
    Task<Outcome<bool>> has(VaultKey key) override;
    Task<Outcome<VaultState>> state() override;
    Task<Outcome<Done>> markWhole() override;
    Task<Outcome<QString>> searchedTo() override;
    Task<Outcome<Done>> noteSearchedTo(QString key) override;
    Task<Outcome<Done>> isOpen() override;
    Task<Outcome<int>> removeEarlier(QString environment) override;
    Message backendName() const override;

private:
    /// Awaits `task` and returns its result; Cancelled when this vault is destroyed.
    template <typename T> Task<Outcome<T>> here(Task<Outcome<T>> task)
    {
        return within(m_scope, std::move(task));
    }
    /// Returns the folder's description, which is read once.
    Task<Outcome<Folder>> folder();
    struct Mark {
        bool isThere = false;
        QString keychain; ///< Id of the keychain; empty if the item does not say one.
    };
    /// Reads the marker item. Rows are shown for this keychain from then on.
    Task<Outcome<Mark>> readMark(Folder folder);
    /// Returns the id of the keychain, which is made if there is none.
    Task<Outcome<QString>> keychainId(Folder folder);
    /// Records for a customer's item whether it was found.
    Task<Outcome<Done>> note(Folder folder, VaultKey key, bool isThere);
    /// Returns the item stored under an earlier id, if this folder may use it.
    Task<Outcome<std::optional<Secret>>> earlier(Folder folder, VaultKey key);

    StoredSecrets& m_secrets;
    const QString m_environment;
    const std::unique_ptr<Vault> m_keychain;
    std::optional<Folder> m_folder;
    std::optional<Mark> m_mark; ///< Nullopt as long as it was not read.
    std::optional<qint64> m_newest; ///< Newest row when state() was last asked for.
    async::Scope m_scope;
};

} // namespace jetbridge::storage
