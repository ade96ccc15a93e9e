// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Exchange.h"

#include <QHash>
#include <QJsonArray>

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
        return QStringLiteral("browser");
    case Lane::SmartRecruiters:
        return QStringLiteral("smartRecruiters");
    case Lane::PartnerApp:
        return QStringLiteral("partnerApp");
    case Lane::PartnerApi:
        return QStringLiteral("partnerApi");
    }
    Q_UNREACHABLE();
}

QJsonObject Exchange::headToJson() const
{
    return {{QStringLiteral("number"), number},
        {QStringLiteral("correlationId"), QString::fromUtf8(correlationId)},
        {QStringLiteral("from"), laneName(from)}, {QStringLiteral("to"), laneName(to)},
        {QStringLiteral("at"), at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("milliseconds"), milliseconds},
        {QStringLiteral("method"), QString::fromUtf8(method)},
        {QStringLiteral("url"), QString::fromUtf8(url.toEncoded())},
        {QStringLiteral("status"), status}, {QStringLiteral("failure"), failure},
        {QStringLiteral("tls"), tls}};
}

QJsonObject Exchange::toJson() const
{
    QJsonObject whole = headToJson();
    whole.insert(QStringLiteral("requestHeaders"), headersToJson(requestHeaders));
    whole.insert(QStringLiteral("requestBody"), QString::fromUtf8(requestBody));
    whole.insert(QStringLiteral("replyHeaders"), headersToJson(replyHeaders));
    whole.insert(QStringLiteral("replyBody"), QString::fromUtf8(replyBody));
    return whole;
}

Exchange Exchange::fromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* field) {
        return object.value(QLatin1String(field)).toString();
    };
    Exchange exchange;
    exchange.number = object.value(QLatin1String("number")).toInteger();
    exchange.correlationId = text("correlationId").toUtf8();
    exchange.from = laneFromName(text("from"));
    exchange.to = laneFromName(text("to"));
    exchange.at = QDateTime::fromString(text("at"), Qt::ISODateWithMs);
    exchange.milliseconds = object.value(QLatin1String("milliseconds")).toInt(-1);
    exchange.method = text("method").toUtf8();
    exchange.url = QUrl::fromEncoded(text("url").toUtf8());
    exchange.requestHeaders = headersFromJson(object.value(QLatin1String("requestHeaders")));
    exchange.requestBody = text("requestBody").toUtf8();
    exchange.status = object.value(QLatin1String("status")).toInt();
    exchange.replyHeaders = headersFromJson(object.value(QLatin1String("replyHeaders")));
    exchange.replyBody = text("replyBody").toUtf8();
    exchange.failure = text("failure");
    exchange.tls = text("tls");
    return exchange;
}

Outcome<ExchangeFormat> exchangeFormatFromName(const QString& name)
{
    static const QHash<QString, ExchangeFormat> formats{
        {QStringLiteral("har"), ExchangeFormat::Har},
        {QStringLiteral("jsonl"), ExchangeFormat::JsonLines},
        {QStringLiteral("mermaid"), ExchangeFormat::Mermaid},
        {QStringLiteral("html"), ExchangeFormat::Html},
        {QStringLiteral("curl"), ExchangeFormat::Curl}};
    const auto found = formats.constFind(name);
    if (found == formats.constEnd())
        return failed(FailureKind::Invalid,
            QStringLiteral("The format must be har, jsonl, mermaid, html or curl, not \"%1\".")
                .arg(name),
            0, QStringLiteral("format"));
    return *found;
}

} // namespace jetbridge
