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

/// A vault of whose secrets the data folder keeps keyed hashes for ever, so that they are still
/// recognised in recorded traffic when they were replaced, rotated or forgotten.
///
/// The key of the hashes is an item of the vault. What cannot be hashed now is hashed when it is
/// read the next time, or removed: a vault that does not answer is no worse with this than without.
class RememberingVault final : public Vault {
public:
    /// Gets the hashes that were read or added. `hasher` is the same until the vault lost its key.
    using Tell = std::function<void(SecretHasher hasher, QList<SecretHash> hashes)>;

    /// `hashes` and `randomness` outlive this object.
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
    /// The key and all hashes, once.
    Task<Outcome<Done>> load();
    Task<Outcome<Done>> readNewer();
    Task<Outcome<Done>> findKey();
    /// The first key of a folder, or the next one of a keychain that was emptied; none, when
    /// another program was quicker.
    Task<Outcome<Done>> makeKey(StoredSecretHashes::Key former);
    Task<Outcome<Done>> rememberItem(VaultKey key, Secret item);

    StoredSecretHashes& m_hashes;
    Randomness& m_randomness;
    const std::unique_ptr<Vault> m_vault;
    const Tell m_tell;
    std::optional<SecretHasher> m_hasher;
    bool m_isLoaded = false;
    QSet<QByteArray> m_known; ///< Their macs: of what this program remembered or read.
    qint64 m_last = 0; ///< The number of the last hash that was told.
    async::Scope m_scope;
};

} // namespace jetbridge::storage
