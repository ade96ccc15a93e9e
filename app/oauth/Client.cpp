// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Client.h"

#include <QReadLocker>
#include <QWriteLocker>

namespace jetbridge::oauth {

void Clients::put(Client client)
{
    const QWriteLocker lock(&m_lock);
    m_clients.insert(client.id, client);
}

void Clients::replace(const QList<Client>& clients)
{
    QHash<ClientId, Client> those;
    for (const Client& client : clients)
        those.insert(client.id, client);
    const QWriteLocker lock(&m_lock);
    m_clients.swap(those);
}

void Clients::remove(const ClientId& id)
{
    const QWriteLocker lock(&m_lock);
    m_clients.remove(id);
}

void Clients::clear()
{
    const QWriteLocker lock(&m_lock);
    m_clients.clear();
}

std::optional<Client> Clients::find(const ClientId& id) const
{
    const QReadLocker lock(&m_lock);
    const auto found = m_clients.constFind(id);
    return found == m_clients.cend() ? std::nullopt : std::optional(*found);
}

qsizetype Clients::size() const
{
    const QReadLocker lock(&m_lock);
    return m_clients.size();
}

} // namespace jetbridge::oauth
