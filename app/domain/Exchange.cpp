// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Exchange.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

QJsonArray headersToJson(const Headers& headers)
{
    QJsonArray array;
    for (const auto& [name, value] : headers)
        array.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    return array;
}

Headers headersFromJson(const QJsonValue& value)
{
    Headers headers;
    for (const QJsonValue& pair : value.toArray())
        headers.append({pair[0].toString().toUtf8(), pair[1].toString().toUtf8()});
    return headers;
}

Lane laneFromName(const QString& name)
{
    for (const Lane lane : {Lane::Browser, Lane::SmartRecruiters, Lane::PartnerApp})
        if (laneName(lane) == name)
            return lane;
    return Lane::PartnerApi;
}

} // namespace

QString laneName(Lane lane)
{
    switch (lane) {
    case Lane::Browser:
        return u"browser"_s;
    case Lane::SmartRecruiters:
        return u"smartRecruiters"_s;
    case Lane::PartnerApp:
        return u"partnerApp"_s;
    case Lane::PartnerApi:
        return u"partnerApi"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject Exchange::headToJson() const
{
    return {{u"number"_s, number}, {u"correlationId"_s, QString::fromUtf8(correlationId)},
        {u"from"_s, laneName(from)}, {u"to"_s, laneName(to)},
        {u"at"_s, at.toUTC().toString(Qt::ISODateWithMs)}, {u"milliseconds"_s, milliseconds},
        {u"method"_s, QString::fromUtf8(method)}, {u"url"_s, QString::fromUtf8(url.toEncoded())},
        {u"status"_s, status}, {u"failure"_s, failure}, {u"tls"_s, tls}};
}

QJsonObject Exchange::toJson() const
{
    QJsonObject whole = headToJson();
    whole.insert(u"requestHeaders"_s, headersToJson(requestHeaders));
    whole.insert(u"requestBody"_s, QString::fromUtf8(requestBody));
    whole.insert(u"replyHeaders"_s, headersToJson(replyHeaders));
    whole.insert(u"replyBody"_s, QString::fromUtf8(replyBody));
    return whole;
}

Exchange Exchange::fromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* field) {
        return object.value(QLatin1String(field)).toString();
    };
    Exchange exchange;
    exchange.number = object.value("number"_L1).toInteger();
    exchange.correlationId = text("correlationId").toUtf8();
    exchange.from = laneFromName(text("from"));
    exchange.to = laneFromName(text("to"));
    exchange.at = QDateTime::fromString(text("at"), Qt::ISODateWithMs);
    exchange.milliseconds = object.value("milliseconds"_L1).toInt(-1);
    exchange.method = text("method").toUtf8();
    exchange.url = QUrl::fromEncoded(text("url").toUtf8());
    exchange.requestHeaders = headersFromJson(object.value("requestHeaders"_L1));
    exchange.requestBody = text("requestBody").toUtf8();
    exchange.status = object.value("status"_L1).toInt();
    exchange.replyHeaders = headersFromJson(object.value("replyHeaders"_L1));
    exchange.replyBody = text("replyBody").toUtf8();
    exchange.failure = text("failure");
    exchange.tls = text("tls");
    return exchange;
}

Outcome<ExchangeFormat> exchangeFormatFromName(const QString& name)
{
    static const QHash<QString, ExchangeFormat> formats{{u"har"_s, ExchangeFormat::Har},
        {u"jsonl"_s, ExchangeFormat::JsonLines}, {u"mermaid"_s, ExchangeFormat::Mermaid},
        {u"html"_s, ExchangeFormat::Html}, {u"curl"_s, ExchangeFormat::Curl}};
    const auto found = formats.constFind(name);
    if (found == formats.constEnd())
        return failed(FailureKind::Invalid,
            u"The format must be har, jsonl, mermaid, html or curl, not \"%1\"."_s.arg(name), 0,
            u"format"_s);
    return *found;
}

} // namespace jetbridge
