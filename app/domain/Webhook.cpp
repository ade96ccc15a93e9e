// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Webhook.h"

#include "domain/Environment.h"
#include "domain/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr QByteArrayView prefix("whsec_");
constexpr qsizetype fewestBytes = 24;
constexpr qsizetype mostBytes = 64;
constexpr qsizetype mostSecrets = 2;
constexpr auto secretsField = "secrets";

/// Returns the bytes that a secret stands for; empty: it is no secret of a webhook. The caller
/// wipes them.
QByteArray keyOf(const Secret& secret)
{
    const QByteArrayView text = secret.reveal();
    if (!text.startsWith(prefix))
        return {};
    QByteArray base64 = text.sliced(prefix.size()).toByteArray();
    auto result = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    wipe(base64);
    QByteArray key = std::move(result.decoded);
    const bool isKey = result.decodingStatus == QByteArray::Base64DecodingStatus::Ok
        && key.size() >= fewestBytes && key.size() <= mostBytes;
    if (!isKey)
        wipe(key);
    return isKey ? key : QByteArray();
}

bool isSound(const Secret& secret)
{
    QByteArray key = keyOf(secret);
    const bool isKey = !key.isEmpty();
    wipe(key);
    return isKey;
}

const char* nameOf(ClientNotice::Kind kind)
{
    switch (kind) {
    case ClientNotice::Kind::Staged:
        return "staged";
    case ClientNotice::Kind::Committed:
        return "committed";
    case ClientNotice::Kind::Withdrawn:
        return "withdrawn";
    }
    Q_UNREACHABLE();
}

} // namespace

Outcome<Done> WebhookSettings::validate() const
{
    return isSet() ? checkUrl("webhookUrl", url) : Outcome<Done>(Done{});
}

QJsonObject WebhookSettings::toJson() const
{
    return {{u"url"_s, url.toString(QUrl::FullyEncoded)}};
}

WebhookSettings WebhookSettings::fromJson(const QJsonObject& object)
{
    return {QUrl(object.value("url"_L1).toString(), QUrl::StrictMode)};
}

Outcome<Done> WebhookSecrets::add(const Secret& secret)
{
    if (!isSound(secret))
        return failed(FailureKind::Invalid,
            u"A webhook's secret is \"whsec_\" and the base64 of 24 to 64 bytes (Standard "
            "Webhooks)."_s);
    if (!secrets.isEmpty() && secrets.constFirst().equals(secret))
        return failed(FailureKind::Invalid,
            u"This secret signs the webhooks already: nothing was changed."_s);
    secrets.prepend(secret);
    if (secrets.size() > mostSecrets)
        secrets.resize(mostSecrets);
    return Done{};
}

Outcome<WebhookSecrets> WebhookSecrets::fromJson(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    WebhookSecrets read;
    for (const QJsonValue& text : object->value(QLatin1String(secretsField)).toArray())
        read.secrets.append(Secret(text.toString().toUtf8()));
    if (read.secrets.isEmpty() || !std::all_of(read.secrets.cbegin(), read.secrets.cend(), isSound))
        return failed(FailureKind::Invalid, u"It has no secret of a webhook."_s);
    return read;
}

Secret WebhookSecrets::toJson() const
{
    QJsonArray texts;
    for (const Secret& secret : secrets)
        texts.append(secret.revealText());
    const QJsonObject object{{QLatin1String(secretsField), texts}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray WebhookSecrets::sign(
    const QByteArray& id, qint64 timestamp, const QByteArray& body) const
{
    QByteArrayList signatures;
    for (const Secret& secret : secrets) {
        QByteArray key = keyOf(secret);
        QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
        wipe(key);
        for (const QByteArray& part :
            {id, QByteArray("."), QByteArray::number(timestamp), QByteArray("."), body})
            code.addData(part);
        signatures.append("v1," + code.result().toBase64());
    }
    return signatures.join(' ');
}

QByteArray ClientNotice::id() const
{
    return "msg_" + onboarding.text().toUtf8() + '_' + nameOf(kind);
}

Secret ClientNotice::body() const
{
    QJsonObject data{{u"run"_s, onboarding.text()}, {u"companyId"_s, company.text()},
        {u"clientId"_s, clientId.text()}};
    if (!clientSecret.isEmpty())
        data.insert(u"clientSecret"_s, clientSecret.revealText());
    if (!integration.isEmpty())
        data.insert(u"integrationId"_s, integration.text());
    const QJsonObject event{{u"type"_s, u"client.%1"_s.arg(QLatin1String(nameOf(kind)))},
        {u"timestamp"_s, at.toUTC().toString(Qt::ISODate)}, {u"data"_s, data}};
    return Secret(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

} // namespace jetbridge
