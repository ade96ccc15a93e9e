// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DataFolder.h"

#include "flows/CheckVault.h"

namespace jetbridge {

DataFolder::DataFolder(QString path, QString environment, Vault& vault, bool isPassing)
    : m_path(std::move(path))
    , m_environment(std::move(environment))
    , m_vault(vault)
    , m_isPassing(isPassing)
{
}

Task<Outcome<Done>> DataFolder::checkVault()
{
    return checkVaultKeepsSecrets(m_vault, m_environment);
}

void DataFolder::setOrigin(const QString& copiedFrom, bool isNewCopy)
{
    m_copiedFrom = copiedFrom;
    m_isNewCopy = isNewCopy;
}

Task<Outcome<Done>> recogniseSecretsOfOthers(Vault& vault)
{
    const auto open = co_await vault.isOpen();
    if (!open)
        co_return passOn(open);
    co_return co_await vault.refreshRemembered();
}

} // namespace jetbridge
