// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Closing.h"
#include "ports/Vault.h"

#include <chrono>
#include <memory>

namespace jetbridge::storage {

/// The operating system's keychain (GNOME Keyring, KWallet, ... through QtKeychain), one item a set
/// of credentials.
///
/// Never an insecure fallback: when the keychain cannot keep a secret, every call is
/// VaultUnavailable. Jobs run one after the other. A job that does not answer within `patience` is
/// left to finish by itself, because QtKeychain cannot be interrupted; calls that waited behind it
/// never start. Used on the thread that made it. Whoever waits when `outer` ends, or the vault
/// goes, is told Cancelled or VaultUnavailable.
class KeychainVault final : public Vault {
public:
    explicit KeychainVault(QString service = QStringLiteral("Jetbridge"),
        std::chrono::milliseconds patience = std::chrono::seconds(10),
        async::Scope* outer = nullptr);
    /// The usual one, of which whoever waits is cancelled when `outer` ends.
    explicit KeychainVault(async::Scope* outer)
        : KeychainVault(QStringLiteral("Jetbridge"), std::chrono::seconds(10), outer)
    {
    }
    ~KeychainVault() override;

    /// Done when the item was read back and is the same.
    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    /// Done when the item is gone, also when there was none.
    Task<Outcome<Done>> remove(VaultKey key) override;
    /// Asks the Secret Service whether its default collection is locked (Keyring.h): no item is
    /// read or written, and nobody is asked for a password.
    Task<Outcome<Done>> isOpen() override;
    /// "GNOME Keyring", "KWallet", "KeePassXC", ...; known from the first call on.
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
