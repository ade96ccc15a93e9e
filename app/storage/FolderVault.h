// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Closing.h"
#include "ports/Vault.h"
#include "storage/StoredSecrets.h"

#include <memory>

namespace jetbridge::storage {

/// One data folder's items in a keychain that other folders use too: each item has the folder's id
/// in its name.
///
/// What version 0.1.0 kept without an id, and what the folder was copied with, is copied to the
/// folder's own name when it is first read. The earlier item stays, because nobody knows which
/// other folders of that version, or whether the folder that was copied, still need it; those of
/// version 0.1.0 go when staff say so (removeEarlier). Changes are told to every program on the
/// data folder (RegistryChange::Topic::Secret).
class FolderVault final : public Vault {
public:
    /// `secrets` outlives this object.
    FolderVault(
        StoredSecrets& secrets, std::unique_ptr<Vault> keychain, async::Scope* outer = nullptr);
    ~FolderVault() override;

    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    /// The folder's own item; one of an earlier id stays, and is never read again.
    Task<Outcome<Done>> remove(VaultKey key) override;
    Task<Outcome<bool>> has(VaultKey key) override;
    Task<Outcome<VaultState>> state() override;
    Task<Outcome<Done>> markWhole() override;
    Task<Outcome<Done>> isOpen() override;
    Task<Outcome<int>> removeEarlier(QString environment) override;
    Message backendName() const override;

private:
    /// What a wait gives, while this vault is there to go on with it.
    template <typename T> Task<Outcome<T>> here(Task<Outcome<T>> task)
    {
        return within(m_scope, std::move(task));
    }
    /// The folder, asked for once.
    Task<Outcome<Folder>> folder();
    /// The item under an earlier id, as this folder may take it.
    Task<Outcome<std::optional<Secret>>> earlier(Folder folder, VaultKey key);

    StoredSecrets& m_secrets;
    const std::unique_ptr<Vault> m_keychain;
    std::optional<Folder> m_folder;
    async::Scope m_scope;
};

} // namespace jetbridge::storage
