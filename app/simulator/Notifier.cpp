// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Notifier.h"

#include "domain/Json.h"
#include "http/ClientForm.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

QJsonObject notSent(const QString& reason)
{
    return {{u"sent"_s, false}, {u"reason"_s, reason}};
}

} // namespace

Delivery::Delivery(Order order, http::Client& client, RequestLog& log, const World& world)
    : m_order(std::move(order))
    , m_client(client)
    , m_log(log)
    , m_world(world)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Delivery::requestToken);
}

void Delivery::start(int afterMs)
{
    // Later: whoever starts it waits for finished() first, and an address may fail at once.
    m_retry.start(afterMs);
}

void Delivery::abort(const QString& reason)
{
    m_retry.stop();
    finish(false, reason);
}

http::Request Delivery::requestTo(const QUrl& url) const
{
    http::Request request;
    request.url = url;
    request.headers = {{"User-Agent", "SmartRecruiters-Simulator"}};
    // Either --http-host named the host, or the registration was refused.
    request.mayBePlain = true;
    request.isStatusEnough = true;
    request.timeout = std::chrono::milliseconds(m_order.settings.timeoutMs);
    return request;
}

http::Request Delivery::postTo(const QUrl& url, const QByteArray& contentType) const
{
    http::Request request = requestTo(url);
    request.method = "POST";
    request.headers.append({"Content-Type", contentType});
    return request;
}

void Delivery::send(http::Request request, const QString& authentication,
    void (Delivery::*next)(const http::Delivery&))
{
    const QUrl url = request.url;
    LoggedRequest entry;
    entry.at = m_world.clock().now();
    entry.outgoing = true;
    entry.method = request.method;
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
    QCoro::connect(
        m_client.send(std::move(request)), this, [this, next](const http::Delivery& delivery) {
            if (!m_finished)
                (this->*next)(delivery);
        });
}

int Delivery::note(const QString& name, const http::Delivery& delivery)
{
    const int status = delivery.reply ? delivery.reply->status : 0;
    QJsonObject note{{u"status"_s, status}};
    if (!delivery.reply)
        note.insert(u"error"_s,
            delivery.reply.error().kind == FailureKind::TimedOut
                ? u"No answer within %1 ms."_s.arg(m_order.settings.timeoutMs)
                : delivery.reply.error().detail);
    m_outcome.insert(name, note);
    if (LoggedRequest* entry = m_log.find(m_logged))
        entry->status = status;
    return status;
}

void Delivery::requestToken()
{
    const ConnectedCompany* now = m_world.integration(m_order.integration.id);
    if (m_order.callbackUrl.isEmpty() && (!now || !now->isEnabled()))
        return finish(false, u"The integration was disabled before."_s);
    ++m_attempts;
    QByteArray form = "grant_type=client_credentials";
    if (!m_order.settings.tokenScope.isEmpty())
        form += "&scope=" + http::formEncoded(m_order.settings.tokenScope.toUtf8());
    const ClientAuthentication by = m_order.settings.clientAuthentication;
    const http::ClientForm made = http::clientForm(form, *m_order.integration.partner, by);
    http::Request request = requestTo(m_order.oauthTokenUrl);
    request.method = "POST";
    request.headers += made.headers;
    request.body = made.body;
    const bool basic = by == ClientAuthentication::Basic;
    send(std::move(request), basic ? u"basic"_s : u"body"_s, &Delivery::tokenArrived);
}

void Delivery::tokenArrived(const http::Delivery& delivery)
{
    const int status = note(u"token"_s, delivery);
    const QByteArray body = delivery.reply ? delivery.reply->body : QByteArray();
    const QJsonObject reply = QJsonDocument::fromJson(body).object();
    const Secret token(reply.value("access_token"_L1).toString().toUtf8());
    const bool bearer =
        reply.value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) == 0;
    if (status != 200)
        return retryOrFinish(u"oauthTokenUrl returned no token."_s);
    if (saysSomething(reply.value("error"_L1))) // RFC 6749 5.2, even beside a token.
        return retryOrFinish(u"oauthTokenUrl's reply has an \"error\"."_s);
    if (token.isEmpty() || !bearer)
        return retryOrFinish(
            u"oauthTokenUrl's reply has no \"access_token\" or no \"token_type\" Bearer."_s);
    if (!m_order.callbackUrl.isEmpty())
        return notify(token);
    if (!m_order.settings.partnerApiUrl.isEmpty())
        return callApi(token);
    finish(true, {});
}

void Delivery::notify(const Secret& token)
{
    http::Request request = postTo(m_order.callbackUrl, "application/json");
    request.headers.append({"Authorization", "Bearer " + token.reveal().toByteArray()});
    request.body = Secret(QByteArrayView(R"({"eventType":"INTEGRATION_DISABLED"})"));
    send(std::move(request), u"bearer"_s, &Delivery::notified);
}

void Delivery::notified(const http::Delivery& delivery)
{
    const int status = note(u"callback"_s, delivery);
    if (status >= 200 && status < 300)
        return finish(true, {});
    retryOrFinish(u"callbackUrl did not accept the notification."_s);
}

void Delivery::callApi(const Secret& token)
{
    http::Request request = requestTo(m_order.settings.partnerApiUrl);
    request.headers.append({"Authorization", "Bearer " + token.reveal().toByteArray()});
    send(std::move(request), u"bearer"_s, &Delivery::apiAnswered);
}

/// The token was given in any case: what the API says is told beside it.
void Delivery::apiAnswered(const http::Delivery& delivery)
{
    note(u"api"_s, delivery);
    finish(true, {});
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
    m_outcome.insert(u"sent"_s, sent);
    m_outcome.insert(u"attempts"_s, m_attempts);
    if (!reason.isEmpty())
        m_outcome.insert(u"reason"_s, reason);
    Q_EMIT finished(m_outcome);
    deleteLater();
    m_end.settle(m_outcome);
}

Notifier::Notifier(World& world, RequestLog& log, const QString& caFile)
    : m_world(world)
    , m_log(log)
{
    m_client.setAuthorities(caFile);
}

QString Notifier::reasonForSilence(const ConnectedCompany& integration) const
{
    const RegisteredApp* app = m_world.app(integration.app);
    if (m_closed || !app)
        return u"The simulator is closing."_s;
    if (app->application.oauthTokenUrl.isEmpty())
        return u"oauthTokenUrl is not defined: no notification is sent."_s;
    if (app->application.callbackUrl.isEmpty())
        return u"callbackUrl is not defined."_s;
    if (!integration.partner)
        return u"The partner sent no customer-level credentials."_s;
    return {};
}

Outcome<Delivery*> Notifier::disable(const IntegrationId& id)
{
    const ConnectedCompany* known = m_world.integration(id);
    const QString reason = known ? reasonForSilence(*known) : QString();
    const auto disabled = m_world.disable(id, reason.isEmpty() ? QJsonObject() : notSent(reason));
    if (!disabled)
        return passOn(disabled);
    Delivery* delivery = nullptr;
    if (!reason.isEmpty())
        return delivery;

    const Application& application = m_world.app(disabled->app)->application;
    delivery = new Delivery(
        {*disabled, application.oauthTokenUrl, application.callbackUrl, m_world.settings()},
        m_client, m_log, m_world);
    delivery->setParent(this);
    connect(delivery, &Delivery::finished, this,
        [this, id](const QJsonObject& outcome) { m_world.noteNotification(id, outcome); });
    delivery->start();
    return delivery;
}

void Notifier::enabled(const ConnectedCompany& integration)
{
    const Settings settings = m_world.settings();
    const RegisteredApp* app = m_world.app(integration.app);
    if (m_closed || !app || !integration.partner || app->application.oauthTokenUrl.isEmpty()
        || settings.firstTokenAfterMs < 0)
        return;
    auto* delivery = new Delivery(
        {integration, app->application.oauthTokenUrl, {}, settings}, m_client, m_log, m_world);
    delivery->setParent(this);
    connect(delivery, &Delivery::finished, this, [this, id = integration.id](QJsonObject outcome) {
        outcome.insert(u"got"_s, outcome.take("sent"_L1));
        m_world.noteFirstToken(id, outcome);
    });
    delivery->start(settings.firstTokenAfterMs);
}

void Notifier::abortAll(const QString& reason)
{
    for (Delivery* delivery : findChildren<Delivery*>(QString(), Qt::FindDirectChildrenOnly))
        delivery->abort(reason);
    m_client.abortAll();
}

void Notifier::close()
{
    m_closed = true;
    abortAll(u"The simulator was closed."_s);
}

} // namespace jetbridge::simulator
