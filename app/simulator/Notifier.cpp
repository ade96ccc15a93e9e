// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Notifier.h"

#include <QJsonDocument>
#include <QPointer>

namespace jetbridge::simulator {

namespace {

constexpr qint64 mostTokenReplyBytes = 1024 * 1024;

// Form encoding of RFC 6749 Appendix B: everything but unreserved characters is escaped; '+' never
// means a space.
QByteArray formEncoded(const QByteArray& text)
{
    return text.toPercentEncoding();
}

QJsonObject notSent(const QString& reason)
{
    return {{QStringLiteral("sent"), false}, {QStringLiteral("reason"), reason}};
}

} // namespace

Delivery::Delivery(Order order, QNetworkAccessManager& network, const QSslConfiguration& tls,
    RequestLog& log, const World& world)
    : m_order(std::move(order))
    , m_network(network)
    , m_tls(tls)
    , m_log(log)
    , m_world(world)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Delivery::requestToken);
}

void Delivery::start()
{
    requestToken();
}

void Delivery::abort(const QString& reason)
{
    m_retry.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    finish(false, reason);
}

QNetworkRequest Delivery::requestTo(const QUrl& url) const
{
    QNetworkRequest request(url);
    request.setTransferTimeout(m_order.settings.timeoutMs);
    request.setSslConfiguration(m_tls);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(
        QNetworkRequest::UserAgentHeader, QStringLiteral("SmartRecruiters-Simulator"));
    return request;
}

void Delivery::logSent(const QUrl& url, const QString& authentication)
{
    LoggedRequest entry;
    entry.at = m_world.clock().now();
    entry.outgoing = true;
    entry.method = "POST";
    const World::MaskedUrl masked = m_world.masked(
        url.path(QUrl::FullyEncoded).toUtf8(), url.query(QUrl::FullyEncoded).toUtf8());
    entry.url = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo).toString()
        + masked.text;
    entry.secretInUrl = masked.hadSecret;
    entry.path = masked.text.section(QLatin1Char('?'), 0, 0);
    entry.authentication = authentication;
    entry.client = m_order.integration.partner->clientId.text();
    entry.company = m_order.integration.company.text();
    m_logged = m_log.add(std::move(entry));
}

int Delivery::noteReply(const QString& name)
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    QJsonObject note{{QStringLiteral("status"), status}};
    if (status == 0)
        note.insert(QStringLiteral("error"),
            m_reply->error() == QNetworkReply::OperationCanceledError
                ? QStringLiteral("No answer within %1 ms.").arg(m_order.settings.timeoutMs)
                : m_reply->errorString());
    m_outcome.insert(name, note);
    if (LoggedRequest* entry = m_log.find(m_logged))
        entry->status = status;
    m_reply->deleteLater();
    return status;
}

void Delivery::requestToken()
{
    ++m_attempts;
    const ClientCredentials& client = *m_order.integration.partner;
    const QByteArray id = formEncoded(client.clientId.text().toUtf8());
    QByteArray secret = formEncoded(client.clientSecret.reveal().toByteArray());
    QNetworkRequest request = requestTo(m_order.oauthTokenUrl);
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept", "application/json");
    QByteArray body = "grant_type=client_credentials";
    const bool basic = m_order.settings.clientAuthentication == ClientAuthentication::Basic;
    if (basic)
        request.setRawHeader("Authorization", "Basic " + (id + ':' + secret).toBase64());
    else
        body += "&client_id=" + id + "&client_secret=" + secret;
    wipe(secret);
    logSent(m_order.oauthTokenUrl, basic ? QStringLiteral("basic") : QStringLiteral("body"));
    m_reply = m_network.post(request, body);
    connect(m_reply, &QNetworkReply::finished, this, &Delivery::tokenArrived);
}

void Delivery::tokenArrived()
{
    const QByteArray body = m_reply->read(mostTokenReplyBytes);
    const int status = noteReply(QStringLiteral("token"));
    m_reply = nullptr;
    const QJsonObject reply = QJsonDocument::fromJson(body).object();
    const Secret token(reply.value(QLatin1String("access_token")).toString().toUtf8());
    const bool bearer = reply.value(QLatin1String("token_type"))
                            .toString()
                            .compare(QLatin1String("bearer"), Qt::CaseInsensitive)
        == 0;
    if (status != 200)
        return retryOrFinish(QStringLiteral("oauthTokenUrl gave no token."));
    if (token.isEmpty() || !bearer)
        return retryOrFinish(QStringLiteral(
            "oauthTokenUrl's reply has no \"access_token\" or no \"token_type\" Bearer."));
    notify(token);
}

void Delivery::notify(const Secret& token)
{
    QNetworkRequest request = requestTo(m_order.callbackUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + token.reveal().toByteArray());
    logSent(m_order.callbackUrl, QStringLiteral("bearer"));
    m_reply = m_network.post(request, QByteArrayLiteral(R"({"eventType":"INTEGRATION_DISABLED"})"));
    connect(m_reply, &QNetworkReply::finished, this, &Delivery::notified);
}

void Delivery::notified()
{
    const int status = noteReply(QStringLiteral("callback"));
    m_reply = nullptr;
    if (status >= 200 && status < 300)
        return finish(true, {});
    retryOrFinish(QStringLiteral("callbackUrl did not take the notification."));
}

void Delivery::retryOrFinish(const QString& reason)
{
    if (m_attempts > m_order.settings.notificationRetries)
        return finish(false, reason);
    m_retry.start(m_order.settings.retryDelayMs);
}

void Delivery::finish(bool sent, const QString& reason)
{
    if (std::exchange(m_finished, true))
        return;
    m_outcome.insert(QStringLiteral("sent"), sent);
    m_outcome.insert(QStringLiteral("attempts"), m_attempts);
    if (!reason.isEmpty())
        m_outcome.insert(QStringLiteral("reason"), reason);
    Q_EMIT finished(m_outcome);
    deleteLater();
}

Notifier::Notifier(World& world, RequestLog& log, QSslConfiguration tls)
    : m_world(world)
    , m_log(log)
    , m_tls(std::move(tls))
{
}

Outcome<Delivery*> Notifier::disable(const IntegrationId& id)
{
    const auto disabled = m_world.disable(id);
    if (!disabled)
        return passOn(disabled);
    const RegisteredApp* app = m_world.app(disabled->app);
    const auto nothingToSend = [&](const QString& reason) -> Delivery* {
        m_world.noteNotification(id, notSent(reason));
        return nullptr;
    };
    if (m_closed || !app)
        return nothingToSend(QStringLiteral("The simulator is closing."));
    if (app->application.oauthTokenUrl.isEmpty())
        return nothingToSend(
            QStringLiteral("oauthTokenUrl is not defined: no notification is sent."));
    if (app->application.callbackUrl.isEmpty())
        return nothingToSend(QStringLiteral("callbackUrl is not defined."));
    if (!disabled->partner)
        return nothingToSend(QStringLiteral("The partner sent no customer-level credentials."));

    auto* delivery = new Delivery({*disabled, app->application.oauthTokenUrl,
                                      app->application.callbackUrl, m_world.settings()},
        m_network, m_tls, m_log, m_world);
    delivery->setParent(this);
    connect(delivery, &Delivery::finished, this,
        [this, id](const QJsonObject& outcome) { m_world.noteNotification(id, outcome); });
    delivery->start();
    return delivery;
}

void Notifier::abortAll(const QString& reason)
{
    for (Delivery* delivery : findChildren<Delivery*>(QString(), Qt::FindDirectChildrenOnly))
        delivery->abort(reason);
}

void Notifier::close()
{
    m_closed = true;
    abortAll(QStringLiteral("The simulator was closed."));
}

} // namespace jetbridge::simulator
