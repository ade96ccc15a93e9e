// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QUrl>

#include <atomic>
#include <memory>

namespace jetbridge::web {
class Server;
}

/// The partner's own token endpoint on a thread of its own. It gives a token to every client,
/// unless takeOnly() restricts it.
class TokenServer {
public:
    TokenServer();
    ~TokenServer();

    QUrl url() const;
    /// Restricts it to one client from now on; empty: to none.
    void takeOnly(const QByteArray& clientId);
    std::atomic<int> asked = 0;
    /// What this client showed last, in the body of its request; empty: it never came.
    QByteArray secretOf(const QByteArray& clientId);

private:
    bool takes(const QByteArray& body, const QByteArray& authorization);

    QMutex m_mutex;
    bool m_takesAll = true;
    QByteArray m_only;
    QHash<QByteArray, QByteArray> m_secrets; ///< By client.
    std::unique_ptr<jetbridge::web::Server> m_server;
};
