// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarePartner.h"

#include <QCoro/QCoroNetworkReply>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

ClientNotice noticeOf(
    ClientNotice::Kind kind, const QString& company, const ClientCredentials& pair)
{
    ClientNotice notice;
    notice.kind = kind;
    notice.onboarding = OnboardingId(u"run-of-"_s + company);
    notice.company = CompanyId(company);
    notice.clientId = pair.clientId;
    if (kind == ClientNotice::Kind::Staged)
        notice.clientSecret = pair.clientSecret;
    notice.at = QDateTime::currentDateTimeUtc();
    return notice;
}

} // namespace

QCoro::Task<std::optional<QJsonObject>> BarePartner::post(
    QUrl url, QByteArray type, QByteArray body, Headers headers)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    for (const auto& header : std::as_const(headers))
        request.setRawHeader(header.first, header.second);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    co_await reply.get();
    if (reply->error() != QNetworkReply::NoError)
        co_return std::nullopt;
    co_return QJsonDocument::fromJson(reply->readAll()).object();
}

QCoro::Task<BarePartner::Pair> BarePartner::registered(QString company)
{
    const QJsonObject metadata{{u"client_name"_s, company},
        {u"grant_types"_s, QJsonArray{u"client_credentials"_s}},
        {u"response_types"_s, QJsonArray()}, {u"redirect_uris"_s, QJsonArray()},
        {u"token_endpoint_auth_method"_s, u"client_secret_post"_s}};
    const auto answer = co_await post(m_places.registration, "application/json",
        QJsonDocument(metadata).toJson(QJsonDocument::Compact));
    if (!answer || !answer->contains(u"client_secret"_s))
        co_return std::nullopt;
    co_return ClientCredentials{ClientId(answer->value(u"client_id"_s).toString()),
        Secret(answer->value(u"client_secret"_s).toString().toUtf8())};
}

QCoro::Task<bool> BarePartner::tell(ClientNotice notice)
{
    WebhookSecrets secrets;
    if (!secrets.add(Secret(m_places.webhookSecret)))
        co_return false;
    const QByteArray body = notice.body().reveal().toByteArray();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto answer = co_await post(m_places.webhook, "application/json", body,
        {{"webhook-id", notice.id()}, {"webhook-timestamp", QByteArray::number(now)},
            {"webhook-signature", secrets.sign(notice.id(), now, body)}});
    co_return answer.has_value();
}

QCoro::Task<bool> BarePartner::getTokens(ClientCredentials pair)
{
    const QByteArray type = "application/x-www-form-urlencoded";
    const QByteArray grant = "grant_type=client_credentials";
    const QByteArray id = pair.clientId.text().toUtf8().toPercentEncoding();
    const QByteArray secret = pair.clientSecret.reveal().toByteArray().toPercentEncoding();
    const auto byBody = co_await post(
        m_places.token, type, grant + "&client_id=" + id + "&client_secret=" + secret);
    const auto byBasic = co_await post(m_places.token, type, grant,
        {{"Authorization", "Basic " + (id + ':' + secret).toBase64()}});
    co_return byBody&& byBasic && byBody->contains(u"access_token"_s)
        && byBasic->contains(u"access_token"_s);
}

QCoro::Task<BarePartner::Pair> BarePartner::stage(QString company, Pair given)
{
    Pair pair = std::move(given);
    if (m_service == TokenService::Registration)
        pair = co_await registered(company);
    if (m_service == TokenService::Webhook) {
        pair = ClientCredentials{ClientId(u"client-of-"_s + company),
            Secret("a-secret-of-" + company.toUtf8() + "-there")};
        const bool isTold = co_await tell(noticeOf(ClientNotice::Kind::Staged, company, *pair));
        if (!isTold)
            co_return std::nullopt;
    }
    if (!pair)
        co_return std::nullopt;
    const bool hasTokens = co_await getTokens(*pair);
    if (!hasTokens)
        co_return std::nullopt;
    co_return pair;
}

QCoro::Task<bool> BarePartner::commit(QString company, ClientCredentials pair)
{
    if (m_service != TokenService::Webhook)
        co_return true;
    co_return co_await tell(noticeOf(ClientNotice::Kind::Committed, company, pair));
}
