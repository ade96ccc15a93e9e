// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"

#include <QHash>
#include <QJsonObject>
#include <QReadWriteLock>

#include <optional>

namespace jetbridge::oauth {

/// A client that may ask our token endpoint for tokens.
struct Client {
    ClientId id;
    QByteArray secretSha256; ///< 32 bytes; the secret itself is never stored.
    QString subject; ///< The party that the client represents: a companyId, or "master".
    Scopes scopes; ///< The most scopes that it may get; empty: no scope is known here.
    QJsonObject claims = {}; ///< What introspection and signed tokens say of it besides the
                             ///< standard claims.
};

/// The clients of one token endpoint; thread-safe.
class Clients {
public:
    /// Adds a client, or replaces the one with the same id.
    void put(Client client);
    /// Replaces all clients by these.
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
