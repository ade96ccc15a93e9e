// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Closing.h"
#include "ports/Vault.h"

#include <chrono>
#include <memory>

namespace jetbridge::storage {

/// Vault in the operating system's keychain (GNOME Keyring, KWallet, ... through QtKeychain), with
/// one item for each set of credentials.
///
/// There is no insecure fallback: if the keychain cannot keep a secret, every call fails with
/// VaultUnavailable. Jobs run one after the other. QtKeychain cannot be interrupted, so a job that
/// does not answer within `patience` is left to finish by itself, and the calls that waited behind
/// it never start. Use it on the thread that created it. Callers that wait when `outer` ends or the
/// vault is destroyed get Cancelled or VaultUnavailable.
class KeychainVault final : public Vault {
public:
    explicit KeychainVault(QString service = QStringLiteral("Jetbridge"),
        std::chrono::milliseconds patience = std::chrono::seconds(10),
        async::Scope* outer = nullptr);
    /// Creates the vault with the usual settings; its waiting callers are cancelled when `outer`
    /// ends.
    explicit KeychainVault(async::Scope* outer)
        : KeychainVault(QStringLiteral("Jetbridge"), std::chrono::seconds(10), outer)
    {
    }
    ~KeychainVault() override;

    /// Stores an item; Done only after it was read back and is identical.
    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    /// Removes an item; Done also if there was none.
    Task<Outcome<Done>> remove(VaultKey key) override;
    /// Asks the Secret Service whether its default collection is locked (Keyring.h). No item is
    /// read or written, and nobody is asked for a password.
    Task<Outcome<Done>> isOpen() override;
    /// Returns "GNOME Keyring", "KWallet", "KeePassXC", ...; known after the first call.
    Message backendName() const override;

private:
    class Jobs;
    const QString m_service;
    const std::chrono::milliseconds m_patience;
    const std::unique_ptr<Jobs> m_jobs;
    QString m_backend;
    async::Scope m_scope;

    Task<Done> identifyBackend();
};

} // namespace jetbridge::storage
