// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Presence.h"
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
/// never start. Used on the thread that made it. Who waits for a vault that goes away is told so,
/// or unwinds (ProgramIsClosing).
class KeychainVault final : public Vault {
public:
    explicit KeychainVault(QString service = QStringLiteral("Jetbridge"),
        std::chrono::milliseconds patience = std::chrono::seconds(10));
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
    QString backendName() const override;

private:
    class Jobs;
    const QString m_service;
    const std::chrono::milliseconds m_patience;
    const std::unique_ptr<Jobs> m_jobs;
    QString m_backend;
    Presence m_presence;

    /// What a question about the keychain gives, while this vault is there to go on with it.
    template <typename T> Task<T> here(Task<T> task)
    {
        return whilePresent(m_presence.watch(), std::move(task));
    }
    Task<Done> identifyBackend();
};

} // namespace jetbridge::storage
