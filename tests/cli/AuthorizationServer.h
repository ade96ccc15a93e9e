// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QMutex>
#include <QUrl>

#include <atomic>
#include <memory>

class Program;
class QJsonArray;

namespace jetbridge::web {
class Server;
}

/// The partner's own server, on a thread of its own: registration (RFC 7591), management (RFC
/// 7592), token endpoint and metadata (RFC 8414), and a backend that is told of clients by webhooks
/// and verifies them (Standard Webhooks). It is written for these tests and follows the RFCs; it is
/// no product of others.
class AuthorizationServer {
public:
    AuthorizationServer();
    ~AuthorizationServer();

    QUrl url(const char* path) const;
    static QByteArray initialToken() { return "the-initial-token-of-acme"; }
    /// Returns the secret by which it verifies webhooks.
    static QByteArray webhookSecret() { return "whsec_" + QByteArray(32, 'w').toBase64(); }
    /// Returns the type and id of each webhook whose signature was right, taken or not:
    /// "client.staged msg_...".
    QStringList webhooks() const;
    /// Returns the names of the existing clients; those of webhooks have their company's.
    QStringList clients() const;
    /// Returns every secret that it has issued so far.
    QByteArrayList secrets() const;
    /// Returns the number of registrations that were requested.
    int asked() const;
    /// Returns the number of all requests that have arrived.
    int requests() const { return m_requests; }
    /// Registers clients for everybody from now on, without the initial token.
    void openRegistration();

    /// Fault of the server.
    enum class Trouble {
        None,
        NoAnswer, ///< A client is registered, but the answer does not name it.
        NoTokens, ///< Nobody gets a token.
        NoDeletions, ///< Deletions fail with 503.
        NoWebhooks, ///< Webhooks fail with 500.
        NoCommits, ///< Webhooks of the type client.committed fail with 500.
        Gone, ///< Webhooks are answered with 410.
        Busy, ///< Webhooks are answered with 503 and Retry-After.
        Redirect, ///< Webhooks are answered with 303.
    };
    void have(Trouble trouble);

private:
    struct Client {
        QString name;
        QByteArray secret;
        QByteArray managementToken;
    };
    class Routes;

    mutable QMutex m_mutex;
    Trouble m_trouble = Trouble::None;
    bool m_isOpen = false;
    std::atomic<int> m_requests = 0;
    int m_asked = 0;
    int m_made = 0;
    QHash<QString, Client> m_clients;
    QByteArrayList m_secrets;
    QStringList m_webhooks;
    std::unique_ptr<jetbridge::web::Server> m_server;
};

/// Returns the list of `registrations list`.
QJsonArray registrationsOf(const Program& program);
/// Returns the state of the first client in it; "gone" if there is none.
QString clientState(const Program& program);
