// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Closing.h"
#include "ports/Vault.h"
#include "storage/StoredSecretHashes.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace jetbridge::storage {

/// Vault whose secrets stay recognisable in recorded traffic after they were replaced, rotated or
/// removed: the data folder keeps a keyed hash of each for ever.
///
/// The key of the hashes is an item of the vault. A secret that cannot be hashed now is hashed when
/// it is next read or removed, so that a vault that does not answer is no worse with this class
/// than without it.
class RememberingVault final : public Vault {
public:
    /// Receives the hashes that were read or added. `hasher` stays the same until the vault loses
    /// its key.
    using Tell = std::function<void(SecretHasher hasher, QList<SecretHash> hashes)>;

    /// `hashes` and `randomness` must outlive this object.
    RememberingVault(StoredSecretHashes& hashes, Randomness& randomness,
        std::unique_ptr<Vault> vault, Tell tell, async::Scope* outer = nullptr);
    ~RememberingVault() override;

    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    Task<Outcome<Done>> remove(VaultKey key) override;
    Task<Outcome<Done>> remember(Secret secret) override;
    Task<Outcome<Done>> refreshRemembered() override;
    Task<Outcome<std::optional<SecretHasher>>> hasher() override;
    Task<Outcome<bool>> has(VaultKey key) override { return m_vault->has(std::move(key)); }
    Task<Outcome<VaultState>> state() override { return m_vault->state(); }
    Task<Outcome<Done>> markWhole() override { return m_vault->markWhole(); }
    Task<Outcome<QString>> searchedTo() override { return m_vault->searchedTo(); }
    Task<Outcome<Done>> noteSearchedTo(QString key) override
    {
        return m_vault->noteSearchedTo(std::move(key));
    }
    Task<Outcome<Done>> isOpen() override { return m_vault->isOpen(); }
    Task<Outcome<int>> removeEarlier(QString environment) override
    {
        return m_vault->removeEarlier(std::move(environment));
    }
    Message backendName() const override { return m_vault->backendName(); }

private:
    template <typename T> Task<Outcome<T>> here(Task<Outcome<T>> task)
    {
        return within(m_scope, std::move(task));
    }
    /// Loads the key and all hashes once.
    Task<Outcome<Done>> load();
    Task<Outcome<Done>> readNewer();
    Task<Outcome<Done>> findKey();
    /// Makes the first key of a folder, or the next one after the keychain was emptied; makes none
    /// if another program was faster.
    Task<Outcome<Done>> makeKey(StoredSecretHashes::Key former);
    Task<Outcome<Done>> rememberItem(VaultKey key, Secret item);

    StoredSecretHashes& m_hashes;
    Randomness& m_randomness;
    const std::unique_ptr<Vault> m_vault;
    const Tell m_tell;
    std::optional<SecretHasher> m_hasher;
    bool m_isLoaded = false;
    QSet<QByteArray> m_known; ///< Hash values of the secrets that this program has registered or
                              ///< read.
    qint64 m_last = 0; ///< Number of the last hash that was passed on.
    async::Scope m_scope;
};

} // namespace jetbridge::storage
