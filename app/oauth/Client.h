// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"

#include <QHash>
#include <QReadWriteLock>

#include <optional>

namespace jetbridge::oauth {

/// A client that may ask our token endpoint for tokens.
struct Client {
    ClientId id;
    QByteArray secretSha256; ///< 32 bytes; the secret itself is never kept.
    QString subject; ///< What the client stands for: a companyId, or "master".
    Scopes scopes; ///< The most it may have; empty: no scope is known here.
};

/// The clients of one token endpoint; callable from any thread.
class Clients {
public:
    void put(Client client);
    /// These take the place of all others.
    void replace(const QList<Client>& clients);
    void remove(const ClientId& id);
    void clear();
    std::optional<Client> find(const ClientId& id) const;
    qsizetype size() const;

private:
    mutable QReadWriteLock m_lock;
    QHash<ClientId, Client> m_clients;
};

} // namespace jetbridge::oauth
