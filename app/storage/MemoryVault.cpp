// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/MemoryVault.h"

#include "storage/VaultLimits.h"

namespace jetbridge::storage {

Task<Outcome<Done>> MemoryVault::store(VaultKey key, Secret value)
{
    auto fits = checkVaultItem(key, value);
    if (fits) {
        const QMutexLocker lock(&m_mutex);
        m_items.insert(key.text(), value);
    }
    co_return fits;
}

Task<Outcome<std::optional<Secret>>> MemoryVault::read(VaultKey key)
{
    const QMutexLocker lock(&m_mutex);
    const auto item = m_items.constFind(key.text());
    co_return item == m_items.cend() ? std::optional<Secret>() : std::optional(*item);
}

Task<Outcome<Done>> MemoryVault::remove(VaultKey key)
{
    const QMutexLocker lock(&m_mutex);
    m_items.remove(key.text());
    co_return Done{};
}

Task<Outcome<Done>> MemoryVault::isOpen()
{
    co_return Done{};
}

Message MemoryVault::backendName() const
{
    return Message::of("memory_only");
}

} // namespace jetbridge::storage
