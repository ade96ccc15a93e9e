// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/WebhookSink.h"

#include "delivery/Document.h"
#include "domain/Json.h"
#include "domain/Webhook.h"
#include "domain/WebhookReply.h"
#include "http/RetryAfter.h"
#include "http/SignedWebhook.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::delivery {

namespace {

/// Returns the event's data; with the credentials only if the settings say so.
Outcome<QJsonObject> dataOf(const WebhookSinkSettings& settings, const Parcel& parcel)
{
    QJsonObject data;
    if (settings.withSecret && parcel.credentials) {
        const auto document = plainDocument(HandoverFormat::Json, parcel);
        if (!document)
            return passOn(document);
        QByteArray bytes = document->reveal().toByteArray();
        const auto object = jsonObject(bytes);
        wipe(bytes);
        if (!object)
            return passOn(object);
        data = *object;
    }
    const Delivery& delivery = parcel.delivery;
    data.insert(u"environment"_s, parcel.environment.name);
    data.insert(u"companyId"_s, delivery.company.text());
    data.insert(u"integrationId"_s, delivery.integration.text());
    data.insert(u"clientId"_s, delivery.client.text());
    return data;
}

Outcome<QJsonObject> eventOf(const WebhookSinkSettings& settings, const Parcel& parcel)
{
    const auto data = dataOf(settings, parcel);
    if (!data)
        return passOn(data);
    return QJsonObject{
        {u"type"_s, u"integration.%1"_s.arg(deliveryEventName(parcel.delivery.event))},
        {u"timestamp"_s, parcel.delivery.notedAt.toUTC().toString(Qt::ISODate)},
        {u"data"_s, *data}};
}

Secret bodyOf(const QJsonObject& event)
{
    QByteArray bytes = QJsonDocument(event).toJson(QJsonDocument::Compact);
    Secret body{QByteArrayView(bytes)};
    wipe(bytes);
    return body;
}

Outcome<WebhookSecrets> secretsIn(const Parcel& parcel)
{
    QByteArray json = parcel.secret.reveal().toByteArray();
    auto secrets = WebhookSecrets::fromJson(json);
    wipe(json);
    return secrets;
}

/// Reads the backend's answer.
DeliveryResult resultOf(const http::Reply& reply, const QDateTime& now)
{
    const auto asked = http::retryAfter(reply, now);
    DeliveryResult result;
    result.outcome = webhookTaken(reply.status, asked);
    if (result.outcome)
        return result;
    Failure& failure = result.outcome.error();
    if (reply.status >= 300 && reply.status < 400)
        failure.kind = FailureKind::Unreachable; // Every event would be redirected.
    result.wantsNoMore = reply.status == 410;
    result.pause = std::min(asked.value_or(std::chrono::seconds(0)), longestWebhookPause);
    return result;
}

} // namespace

Task<DeliveryResult> WebhookSink::deliver(Sink sink, Parcel parcel)
{
    const WebhookSinkSettings settings = WebhookSinkSettings::fromJson(sink.settings);
    DeliveryResult result;
    result.place = settings.url.toString();
    const auto secrets = secretsIn(parcel);
    if (!secrets) {
        result.outcome = passOn(secrets);
        co_return result;
    }
    const auto event = eventOf(settings, parcel);
    if (!event) {
        result.outcome = passOn(event);
        co_return result;
    }
    if (m_recorder && parcel.credentials)
        m_recorder->knowSecret(parcel.credentials->client.clientSecret);
    http::Request request = http::signedWebhook(settings.url, *secrets,
        "msg_" + parcel.delivery.id.toUtf8(), bodyOf(*event), m_clock.now());
    request.correlation = parcel.delivery.onboarding;
    request.timeout = m_timeout;
    const http::Delivery sent = co_await m_client.send(std::move(request));
    if (!sent.reply) {
        result.outcome = passOn(sent.reply);
        co_return result;
    }
    DeliveryResult answered = resultOf(*sent.reply, m_clock.now());
    answered.place = result.place;
    co_return answered;
}

Task<Outcome<DeliveryPreview>> WebhookSink::preview(Sink sink, Parcel parcel)
{
    const WebhookSinkSettings settings = WebhookSinkSettings::fromJson(sink.settings);
    if (const auto sound = settings.check(); !sound)
        co_return passOn(sound);
    const auto secrets = secretsIn(parcel);
    if (!secrets)
        co_return passOn(secrets);
    const auto event = eventOf(settings, parcel);
    if (!event)
        co_return passOn(event);
    co_return DeliveryPreview{settings.url.toString(), QJsonDocument(*event).toJson()};
}

} // namespace jetbridge::delivery
