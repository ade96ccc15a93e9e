// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TokenServer.h"

#include "web/Server.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

using namespace jetbridge;

TokenServer::TokenServer()
{
    web::Router router;
    router.on(web::Method::Post, "/token", [this](const web::Request& request) {
        ++asked;
        if (!takes(request.body, request.header("authorization")))
            return web::Reply::json(QJsonObject{{u"error"_s, u"invalid_client"_s}}, 401);
        return web::Reply::json(QJsonObject{{u"access_token"_s, u"partners-token"_s},
            {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, 60}});
    });
    m_server = std::make_unique<web::Server>(std::move(router), web::ServerOptions());
    if (!m_server->listen())
        qFatal("The token server cannot listen.");
}

TokenServer::~TokenServer() = default;

QUrl TokenServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/token"_s.arg(m_server->port()));
}

void TokenServer::takeOnly(const QByteArray& clientId)
{
    const QMutexLocker lock(&m_mutex);
    m_takesAll = false;
    m_only = clientId;
}

QByteArray TokenServer::secretOf(const QByteArray& clientId)
{
    const QMutexLocker lock(&m_mutex);
    return m_secrets.value(clientId);
}

bool TokenServer::takes(const QByteArray& body, const QByteArray& authorization)
{
    const QMutexLocker lock(&m_mutex);
    const QUrlQuery form(QString::fromUtf8(body));
    m_secrets.insert(form.queryItemValue(u"client_id"_s).toUtf8(),
        form.queryItemValue(u"client_secret"_s, QUrl::FullyDecoded).toUtf8());
    if (m_takesAll || m_only.isEmpty())
        return m_takesAll;
    const QByteArray basic = QByteArray::fromBase64(authorization.mid(6));
    return body.contains("client_id=" + m_only + '&') || basic.startsWith(m_only + ':');
}
