// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"

#include "cli/Program.h"
#include "web/Server.h"

#include <QDateTime>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace jetbridge;

namespace {

QString u(const char* text)
{
    return QString::fromLatin1(text);
}

web::Reply error(const char* code, int status)
{
    return web::Reply::json(QJsonObject{{u("error"), u(code)}}, status);
}

/// Verifies a webhook's signature as its standard says.
bool isSigned(const web::Request& request)
{
    const QByteArray timestamp = request.header("webhook-timestamp");
    const qint64 age = QDateTime::currentSecsSinceEpoch() - timestamp.toLongLong();
    const QByteArray content = request.header("webhook-id") + '.' + timestamp + '.' + request.body;
    const QByteArray key = QByteArray::fromBase64(AuthorizationServer::webhookSecret().mid(6));
    const QByteArray expected = "v1,"
        + QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256).toBase64();
    return qAbs(age) <= 300 && request.header("webhook-signature").split(' ').contains(expected);
}

} // namespace

/// Answers of the server, on its thread.
class AuthorizationServer::Routes {
public:
    explicit Routes(AuthorizationServer& server)
        : m(server)
    {
    }

    web::Reply metadata(const web::Request&)
    {
        return web::Reply::json(QJsonObject{{u("issuer"), m.url("").toString()},
            {u("token_endpoint"), m.url("/token").toString()},
            {u("registration_endpoint"), m.url("/register").toString()}});
    }

    web::Reply add(const web::Request& request)
    {
        const QMutexLocker lock(&m.m_mutex);
        ++m.m_asked;
        if (!m.m_isOpen && request.header("authorization") != "Bearer " + initialToken())
            return error("invalid_token", 401);
        const auto asked = request.json();
        const bool isOfCustomer = asked
            && asked->value(u("grant_types")).toArray().contains(u("client_credentials"))
            && asked->value(u("response_types")).toArray().isEmpty();
        if (!isOfCustomer)
            return error("invalid_client_metadata", 400);
        const QString id = u("client-%1").arg(++m.m_made);
        const Client made{asked->value(u("client_name")).toString(),
            "secret-of-" + id.toLatin1() + "-at-the-partner",
            "management-of-" + id.toLatin1() + "-at-the-partner"};
        m.m_clients.insert(id, made);
        m.m_secrets += {made.secret, made.managementToken};
        QJsonObject answer = *asked;
        answer.insert(u("client_id"), id);
        answer.insert(u("client_secret"), u(made.secret.constData()));
        answer.insert(u("client_secret_expires_at"), 0);
        answer.insert(u("registration_client_uri"), m.url("/register/").toString() + id);
        answer.insert(u("registration_access_token"), u(made.managementToken.constData()));
        if (m.m_trouble == Trouble::NoAnswer)
            return web::Reply::json(QJsonObject(), 201);
        return web::Reply::json(answer, 201);
    }

    web::Reply remove(const web::Request& request)
    {
        const QMutexLocker lock(&m.m_mutex);
        if (m.m_trouble == Trouble::NoDeletions)
            return error("temporarily_unavailable", 503);
        const auto client = m.m_clients.constFind(request.parameters.value(0));
        if (client == m.m_clients.cend()
            || request.header("authorization") != "Bearer " + client->managementToken)
            return error("invalid_token", 401);
        m.m_clients.erase(client);
        return web::Reply::empty();
    }

    web::Reply hook(const web::Request& request)
    {
        const QMutexLocker lock(&m.m_mutex);
        const auto event = request.json();
        if (!isSigned(request) || !event)
            return web::Reply::empty(401);
        const QString type = event->value(u("type")).toString();
        m.m_webhooks.append(type + u(" ") + QString::fromLatin1(request.header("webhook-id")));
        web::Reply busy = web::Reply::empty(503);
        busy.with("Retry-After", "3600");
        if (m.m_trouble == Trouble::NoWebhooks
            || (m.m_trouble == Trouble::NoCommits && type == u("client.committed")))
            return web::Reply::empty(500);
        if (m.m_trouble == Trouble::Gone)
            return web::Reply::empty(410);
        if (m.m_trouble == Trouble::Busy)
            return busy;
        if (m.m_trouble == Trouble::Redirect)
            return web::Reply::seeOther(m.url("/elsewhere"));
        const QJsonObject data = event->value(u("data")).toObject();
        const QString id = data.value(u("clientId")).toString();
        if (type == u("client.staged")) {
            const QByteArray secret = data.value(u("clientSecret")).toString().toLatin1();
            m.m_clients.insert(id, Client{data.value(u("companyId")).toString(), secret, {}});
            m.m_secrets += secret;
        } else if (type == u("client.withdrawn")) {
            m.m_clients.remove(id);
        }
        return web::Reply::empty();
    }

    web::Reply token(const web::Request& request)
    {
        const QMutexLocker lock(&m.m_mutex);
        const auto form = web::Form::parse(request.body);
        QByteArray id = form ? form->value("client_id") : QByteArray();
        QByteArray secret = form ? form->value("client_secret") : QByteArray();
        const QByteArray authorization = request.header("authorization");
        if (authorization.startsWith("Basic ")) {
            const QByteArray pair = QByteArray::fromBase64(authorization.mid(6));
            id = pair.left(pair.indexOf(':'));
            secret = pair.mid(pair.indexOf(':') + 1);
        }
        const auto client = m.m_clients.constFind(QString::fromUtf8(id));
        if (m.m_trouble == Trouble::NoTokens || client == m.m_clients.cend()
            || client->secret != secret)
            return error("invalid_client", 401);
        return web::Reply::json(QJsonObject{{u("access_token"), u("partners-token")},
            {u("token_type"), u("Bearer")}, {u("expires_in"), 60}});
    }

private:
    AuthorizationServer& m;
};

AuthorizationServer::AuthorizationServer()
{
    const auto routes = std::make_shared<Routes>(*this);
    web::Router router;
    const auto on = [this, routes, &router](web::Method method, const char* path,
                        web::Reply (Routes::*answer)(const web::Request&)) {
        router.on(method, path, [this, routes, answer](const web::Request& request) {
            ++m_requests;
            return ((*routes).*answer)(request);
        });
    };
    on(web::Method::Get, "/.well-known/oauth-authorization-server", &Routes::metadata);
    on(web::Method::Post, "/register", &Routes::add);
    on(web::Method::Delete, "/register/{id}", &Routes::remove);
    on(web::Method::Post, "/hook", &Routes::hook);
    on(web::Method::Post, "/token", &Routes::token);
    m_server = std::make_unique<web::Server>(std::move(router), web::ServerOptions());
    if (!m_server->listen())
        qFatal("The authorization server cannot listen.");
}

AuthorizationServer::~AuthorizationServer() = default;

QUrl AuthorizationServer::url(const char* path) const
{
    return QUrl(u("http://127.0.0.1:%1%2").arg(m_server->port()).arg(u(path)));
}

QStringList AuthorizationServer::clients() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList names;
    for (const Client& client : m_clients)
        names.append(client.name);
    std::sort(names.begin(), names.end());
    return names;
}

QStringList AuthorizationServer::webhooks() const
{
    const QMutexLocker lock(&m_mutex);
    return m_webhooks;
}

QByteArrayList AuthorizationServer::secrets() const
{
    const QMutexLocker lock(&m_mutex);
    return m_secrets;
}

int AuthorizationServer::asked() const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked;
}

void AuthorizationServer::openRegistration()
{
    const QMutexLocker lock(&m_mutex);
    m_isOpen = true;
}

void AuthorizationServer::have(Trouble trouble)
{
    const QMutexLocker lock(&m_mutex);
    m_trouble = trouble;
}

QJsonArray registrationsOf(const Program& program)
{
    return program.run(words(u("--json registrations list")))
        .json()
        .value(u("registrations"))
        .toArray();
}

QString clientState(const Program& program)
{
    return registrationsOf(program).at(0)[u("state")].toString(u("gone"));
}
