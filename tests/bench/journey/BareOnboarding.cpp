// SPDX-License-Identifier: GPL-3.0-or-later
#include "BareOnboarding.h"

#include <QCoro/QCoroNetworkReply>

#include <QJsonArray>
#include <QNetworkReply>

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
        "POST", QStringLiteral("/identity/oauth/token"), "application/x-www-form-urlencoded", form);
    co_return answer[QStringLiteral("access_token")].toString().toUtf8();
}

QCoro::Task<bool> BareOnboarding::onboard(QString company)
{
    const QByteArray masterToken = co_await token(m_master.client);
    co_return co_await onboardWith(masterToken, company);
}

QCoro::Task<bool> BareOnboarding::onboardWith(QByteArray masterToken, QString company)
{
    const QJsonObject request{
        {QStringLiteral("appId"), m_master.appId.text()}, {QStringLiteral("companyId"), company}};
    const QJsonObject confirmed =
        co_await send("POST", QStringLiteral("/apps-integrations/partner-api/integrations"),
            "application/json", QJsonDocument(request).toJson(QJsonDocument::Compact), masterToken);
    const QByteArray customerToken =
        co_await token({ClientId(confirmed[QStringLiteral("clientId")].toString()),
            Secret(confirmed[QStringLiteral("clientSecret")].toString().toUtf8())});
    const QJsonObject answer =
        co_await send("GET", QStringLiteral("/configuration/company"), {}, {}, customerToken);
    co_return answer[QStringLiteral("identifier")].toString() == company;
}

QCoro::Task<QJsonObject> BareOnboarding::control(
    QByteArray method, QString path, QJsonDocument body)
{
    return send(method, QStringLiteral("/_simulator/") + path, "application/json",
        body.toJson(QJsonDocument::Compact));
}

QCoro::Task<QJsonObject> BareOnboarding::liftLimits()
{
    return control("PUT", QStringLiteral("settings"),
        QJsonDocument(QJsonObject{{QStringLiteral("requestsPerSecond"), 1'000'000},
            {QStringLiteral("concurrentRequests"), 1'000'000}}));
}

QCoro::Task<void> BareOnboarding::grantTo(QStringList companies)
{
    QJsonArray list;
    for (const QString& company : std::as_const(companies))
        list.append(
            QJsonObject{{QStringLiteral("companyId"), company}, {QStringLiteral("name"), company}});
    co_await control("POST", QStringLiteral("companies"), QJsonDocument(list));
    for (const QString& company : std::as_const(companies))
        co_await control("POST", QStringLiteral("grants"),
            QJsonDocument(QJsonObject{{QStringLiteral("appId"), m_master.appId.text()},
                {QStringLiteral("companyId"), company}}));
}
