// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Vault.h"

#include <QHash>
#include <QMutex>

namespace jetbridge::storage {

/// Vault in memory, whose items are gone when the process ends. May be called from any thread.
class MemoryVault final : public Vault {
public:
    Task<Outcome<Done>> store(VaultKey key, Secret value) override;
    Task<Outcome<std::optional<Secret>>> read(VaultKey key) override;
    Task<Outcome<Done>> remove(VaultKey key) override;
    Task<Outcome<Done>> isOpen() override;
    Message backendName() const override;

private:
    QMutex m_mutex;
    QHash<QString, Secret> m_items;
};

} // namespace jetbridge::storage
