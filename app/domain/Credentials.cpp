// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Credentials.h"

#include "domain/Json.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

Outcome<QString> requiredText(const QJsonObject& object, const QByteArray& json, const char* field)
{
    const QJsonValue value = object.value(QLatin1String(field));
    // A number is taken over digit by digit, because some identifiers are numbers.
    const QString text = value.isDouble() ? jsonText(json, field) : value.toString();
    if (text.trimmed().isEmpty())
        return failed(FailureKind::Invalid,
            u"The field \"%1\" is %2."_s.arg(QLatin1String(field),
                value.isUndefined()    ? u"missing"_s
                    : value.isString() ? u"empty"_s
                                       : u"not a text"_s),
            0, QString::fromLatin1(field));
    // RFC 6749 Appendix A.1/A.2 allow %x20-7E only; a line break here always comes from pasting.
    if (std::any_of(text.begin(), text.end(),
            [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }))
        return failed(FailureKind::Invalid,
            u"The field \"%1\" has a control character (a line break from pasting?)."_s.arg(
                QLatin1String(field)),
            0, QString::fromLatin1(field));
    return text;
}

ClientManagement managementIn(const QJsonObject& object)
{
    const QJsonObject management = object.value("management"_L1).toObject();
    return {QUrl(management.value("url"_L1).toString()),
        Secret(management.value("token"_L1).toString().toUtf8())};
}

Outcome<ClientCredentials> client(const QJsonObject& object, const QByteArray& json)
{
    const auto id = requiredText(object, json, "clientId");
    if (!id)
        return passOn(id);
    const auto secret = requiredText(object, json, "clientSecret");
    if (!secret)
        return passOn(secret);
    return ClientCredentials{ClientId(*id), Secret(secret->toUtf8()),
        object.value("origin"_L1).toString(), managementIn(object)};
}

QJsonObject packed(QJsonObject object, const ClientCredentials& client)
{
    object.insert(u"clientId"_s, client.clientId.text());
    object.insert(u"clientSecret"_s, client.clientSecret.revealText());
    if (!client.origin.isEmpty())
        object.insert(u"origin"_s, client.origin);
    if (client.management.isThere())
        object.insert(u"management"_s,
            QJsonObject{{u"url"_s, client.management.url.toString(QUrl::FullyEncoded)},
                {u"token"_s, client.management.token.revealText()}});
    return object;
}

Secret pack(QJsonObject object, const ClientCredentials& client)
{
    return Secret(QJsonDocument(packed(std::move(object), client)).toJson(QJsonDocument::Compact));
}

} // namespace

Outcome<ClientCredentials> ClientCredentials::fromJson(const QByteArray& json)
{
    const auto parsed = jsonObject(json);
    if (!parsed)
        return passOn(parsed);
    return jetbridge::client(*parsed, json);
}

Secret ClientCredentials::toJson() const
{
    return pack({}, *this);
}

Outcome<MasterCredentials> MasterCredentials::fromJson(const QByteArray& json)
{
    const auto parsed = jsonObject(json);
    if (!parsed)
        return passOn(parsed);
    const auto appId = requiredText(*parsed, json, "appId");
    if (!appId)
        return passOn(appId);
    const auto pair = jetbridge::client(*parsed, json);
    if (!pair)
        return passOn(pair);
    return MasterCredentials{AppId(*appId), *pair};
}

Secret MasterCredentials::toJson() const
{
    return pack({{u"appId"_s, appId.text()}}, client);
}

Outcome<CustomerCredentials> CustomerCredentials::fromJson(const QByteArray& json)
{
    const auto parsed = jsonObject(json);
    if (!parsed)
        return passOn(parsed);
    const auto text = [&parsed](const char* field) {
        return parsed->value(QLatin1String(field)).toString();
    };
    const QString secret = text("clientSecret");
    if (secret.isEmpty())
        return failed(FailureKind::Invalid, u"The field \"clientSecret\" is missing or empty."_s, 0,
            u"clientSecret"_s);
    CustomerCredentials credentials{IntegrationId(text("integrationId")),
        {ClientId(text("clientId")), Secret(secret.toUtf8()), text("origin")}};
    const QJsonObject issued = parsed->value("issued"_L1).toObject();
    const QString issuedSecret = issued.value("clientSecret"_L1).toString();
    if (!issuedSecret.isEmpty())
        credentials.issued = ClientCredentials{ClientId(issued.value("clientId"_L1).toString()),
            Secret(issuedSecret.toUtf8()), {}, managementIn(issued)};
    return credentials;
}

Secret CustomerCredentials::toJson() const
{
    QJsonObject object{{u"integrationId"_s, integrationId.text()}};
    if (issued)
        object.insert(u"issued"_s, packed({}, *issued));
    return pack(object, client);
}

} // namespace jetbridge
