// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Export.h"

#include "traffic/ExchangeJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace jetbridge::traffic {

namespace {

QJsonObject nameAndValue(const QString& name, const QString& value)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}};
}

QJsonArray harHeaders(const QList<QPair<QByteArray, QByteArray>>& headers)
{
    QJsonArray array;
    for (const auto& [name, value] : headers)
        array.append(nameAndValue(QString::fromUtf8(name), QString::fromUtf8(value)));
    return array;
}

QString headerOf(const QList<QPair<QByteArray, QByteArray>>& headers, QByteArrayView name)
{
    for (const auto& [header, value] : headers)
        if (name.compare(header, Qt::CaseInsensitive) == 0)
            return QString::fromUtf8(value);
    return {};
}

QJsonObject harRequest(const Exchange& exchange)
{
    QJsonArray query;
    for (const auto& [name, value] : QUrlQuery(exchange.url).queryItems(QUrl::FullyDecoded))
        query.append(nameAndValue(name, value));
    QJsonObject request{{QStringLiteral("method"), QString::fromUtf8(exchange.method)},
        {QStringLiteral("url"), QString::fromUtf8(exchange.url.toEncoded())},
        {QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
        {QStringLiteral("cookies"), QJsonArray()},
        {QStringLiteral("headers"), harHeaders(exchange.requestHeaders)},
        {QStringLiteral("queryString"), query}, {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), exchange.requestBody.size()}};
    if (!exchange.requestBody.isEmpty())
        request.insert(QStringLiteral("postData"),
            QJsonObject{
                {QStringLiteral("mimeType"), headerOf(exchange.requestHeaders, "Content-Type")},
                {QStringLiteral("text"), QString::fromUtf8(exchange.requestBody)}});
    return request;
}

QJsonObject harEntry(const Exchange& exchange)
{
    const QString type = headerOf(exchange.replyHeaders, "Content-Type");
    const int time = std::max(0, exchange.milliseconds);
    const QJsonObject response{{QStringLiteral("status"), exchange.status},
        {QStringLiteral("statusText"), exchange.failure},
        {QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
        {QStringLiteral("cookies"), QJsonArray()},
        {QStringLiteral("headers"), harHeaders(exchange.replyHeaders)},
        {QStringLiteral("content"),
            QJsonObject{{QStringLiteral("size"), exchange.replyBody.size()},
                {QStringLiteral("mimeType"),
                    type.isEmpty() ? QStringLiteral("application/octet-stream") : type},
                {QStringLiteral("text"), QString::fromUtf8(exchange.replyBody)}}},
        {QStringLiteral("redirectURL"), headerOf(exchange.replyHeaders, "Location")},
        {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), exchange.replyBody.size()}};
    return {{QStringLiteral("startedDateTime"), exchange.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("time"), time}, {QStringLiteral("request"), harRequest(exchange)},
        {QStringLiteral("response"), response}, {QStringLiteral("cache"), QJsonObject()},
        {QStringLiteral("timings"),
            QJsonObject{{QStringLiteral("send"), 0}, {QStringLiteral("wait"), time},
                {QStringLiteral("receive"), 0}}},
        {QStringLiteral("_from"), laneName(exchange.from)},
        {QStringLiteral("_to"), laneName(exchange.to)},
        {QStringLiteral("_onboarding"), QString::fromUtf8(exchange.correlationId)},
        {QStringLiteral("_tls"), exchange.tls}};
}

/// Mermaid ends a message at a line end or ";" and reads "#" as the start of an entity.
QString mermaidText(const QString& text)
{
    QString escaped;
    for (const QChar c : text.simplified()) {
        if (c == QLatin1Char('#') || c == QLatin1Char(';'))
            escaped += QStringLiteral("#%1;").arg(int(c.unicode()));
        else
            escaped += c;
    }
    return escaped;
}

} // namespace

Outcome<Format> formatFromName(const QString& name)
{
    if (name == QLatin1String("har"))
        return Format::Har;
    if (name == QLatin1String("jsonl"))
        return Format::JsonLines;
    if (name == QLatin1String("mermaid"))
        return Format::Mermaid;
    return failed(FailureKind::Invalid,
        QStringLiteral("The format must be har, jsonl or mermaid, not \"%1\".").arg(name), 0,
        QStringLiteral("format"));
}

QByteArray toHar(const QList<Exchange>& exchanges)
{
    QJsonArray entries;
    for (const Exchange& exchange : exchanges)
        entries.append(harEntry(exchange));
    const QJsonObject creator{{QStringLiteral("name"), QStringLiteral("Jetbridge")},
        {QStringLiteral("version"), QStringLiteral(JETBRIDGE_VERSION)}};
    const QJsonObject log{{QStringLiteral("version"), QStringLiteral("1.2")},
        {QStringLiteral("creator"), creator}, {QStringLiteral("entries"), entries}};
    return QJsonDocument(QJsonObject{{QStringLiteral("log"), log}}).toJson();
}

QByteArray toJsonLines(const QList<Exchange>& exchanges)
{
    QByteArray lines;
    for (const Exchange& exchange : exchanges)
        lines += QJsonDocument(toJson(exchange)).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

QByteArray toMermaid(const QList<Exchange>& exchanges)
{
    QByteArray diagram = "sequenceDiagram\n"
                         "    participant browser as Customer's browser\n"
                         "    participant smartRecruiters as SmartRecruiters\n"
                         "    participant partnerApp as Partner app\n"
                         "    participant partnerApi as Partner API\n";
    for (const Exchange& exchange : exchanges) {
        const QString from = laneName(exchange.from);
        const QString to = laneName(exchange.to);
        const QString asked = mermaidText(QStringLiteral("%1 %2").arg(
            QString::fromUtf8(exchange.method), exchange.url.path(QUrl::FullyEncoded)));
        const QString came =
            exchange.status > 0 ? QString::number(exchange.status) : exchange.failure;
        diagram += QStringLiteral("    %1->>%2: %3\n").arg(from, to, asked).toUtf8();
        diagram +=
            QStringLiteral("    %1%2%3: %4, %5 ms\n")
                .arg(to, exchange.status > 0 ? QStringLiteral("-->>") : QStringLiteral("--x"), from,
                    mermaidText(came), QString::number(exchange.milliseconds))
                .toUtf8();
    }
    return diagram;
}

} // namespace jetbridge::traffic
