// SPDX-License-Identifier: GPL-3.0-or-later
#include "BareOnboarding.h"

#include <QCoro/QCoroNetworkReply>

#include <QJsonArray>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

using namespace jetbridge;

QCoro::Task<QJsonObject> BareOnboarding::send(
    QByteArray method, QString path, QByteArray type, QByteArray body, QByteArray bearer)
{
    QUrl url = m_api;
    url.setPath(path);
    QNetworkRequest request(url);
    if (!type.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    co_await reply.get();
    co_return QJsonDocument::fromJson(reply->readAll()).object();
}

QCoro::Task<QByteArray> BareOnboarding::token(ClientCredentials client)
{
    const QByteArray form = "grant_type=client_credentials&client_id="
        + client.clientId.text().toUtf8().toPercentEncoding()
        + "&client_secret=" + client.clientSecret.reveal().toByteArray().toPercentEncoding();
    const QJsonObject answer = co_await send(
        "POST", u"/identity/oauth/token"_s, "application/x-www-form-urlencoded", form);
    co_return answer[u"access_token"_s].toString().toUtf8();
}

QCoro::Task<bool> BareOnboarding::onboard(QString company, std::optional<ClientCredentials> pair)
{
    const QByteArray masterToken = co_await token(m_master.client);
    co_return co_await onboardWith(masterToken, company, pair);
}

QCoro::Task<bool> BareOnboarding::onboardWith(
    QByteArray masterToken, QString company, std::optional<ClientCredentials> pair)
{
    QJsonObject request{{u"appId"_s, m_master.appId.text()}, {u"companyId"_s, company}};
    if (pair) {
        request.insert(u"clientId"_s, pair->clientId.text());
        request.insert(u"clientSecret"_s, pair->clientSecret.revealText());
    }
    const QJsonObject confirmed =
        co_await send("POST", u"/apps-integrations/partner-api/integrations"_s, "application/json",
            QJsonDocument(request).toJson(QJsonDocument::Compact), masterToken);
    const QByteArray customerToken = co_await token({ClientId(confirmed[u"clientId"_s].toString()),
        Secret(confirmed[u"clientSecret"_s].toString().toUtf8())});
    const QJsonObject answer =
        co_await send("GET", u"/configuration/company"_s, {}, {}, customerToken);
    co_return answer[u"identifier"_s].toString() == company;
}

QCoro::Task<QJsonObject> BareOnboarding::control(
    QByteArray method, QString path, QJsonDocument body)
{
    return send(
        method, u"/_simulator/"_s + path, "application/json", body.toJson(QJsonDocument::Compact));
}

QCoro::Task<QJsonObject> BareOnboarding::liftLimits()
{
    return control("PUT", u"settings"_s,
        QJsonDocument(QJsonObject{
            {u"requestsPerSecond"_s, 1'000'000}, {u"concurrentRequests"_s, 1'000'000}}));
}

QCoro::Task<void> BareOnboarding::grantTo(QStringList companies)
{
    QJsonArray list;
    for (const QString& company : std::as_const(companies))
        list.append(QJsonObject{{u"companyId"_s, company}, {u"name"_s, company}});
    co_await control("POST", u"companies"_s, QJsonDocument(list));
    for (const QString& company : std::as_const(companies))
        co_await control("POST", u"grants"_s,
            QJsonDocument(
                QJsonObject{{u"appId"_s, m_master.appId.text()}, {u"companyId"_s, company}}));
}
