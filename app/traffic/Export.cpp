// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Export.h"

#include "domain/Harmless.h"
#include "traffic/HtmlExport.h"

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

QByteArray harText(const Exchange& exchange)
{
    return QJsonDocument(harEntry(exchange)).toJson(QJsonDocument::Compact);
}

QByteArray harHead()
{
    return R"({"log":{"version":"1.2","creator":{"name":"Jetbridge","version":")" JETBRIDGE_VERSION
           R"("},"entries":[)"
           "\n";
}

QByteArray jsonLine(const Exchange& exchange)
{
    return QJsonDocument(exchange.toJson()).toJson(QJsonDocument::Compact) + '\n';
}

/// Escapes a text for Mermaid, which ends a message at a line end or ";" and reads "#" as the start
/// of an entity.
QString mermaidText(const QString& text)
{
    QString escaped;
    for (const QChar c : harmless::line(text.simplified())) {
        if (c == QLatin1Char('#') || c == QLatin1Char(';'))
            escaped += QStringLiteral("#%1;").arg(int(c.unicode()));
        else
            escaped += c;
    }
    return escaped;
}

QByteArray mermaidLines(const Exchange& exchange)
{
    const QString from = laneName(exchange.from);
    const QString to = laneName(exchange.to);
    QString lines =
        QStringLiteral("    %1->>%2: %3\n").arg(from, to, mermaidText(requestWords(exchange)));
    QString came = mermaidText(replyWords(exchange));
    if (exchange.milliseconds >= 0)
        came += QStringLiteral(", %1 ms").arg(exchange.milliseconds);
    const auto arrow = exchange.failure.isEmpty() ? QStringLiteral("-->>") : QStringLiteral("--x");
    lines += QStringLiteral("    %1%2%3: %4\n").arg(to, arrow, from, came);
    return lines.toUtf8();
}

/// Quotes a text for a shell. Inside single quotes a shell takes everything literally except the
/// quote itself.
QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

QByteArray curlCommand(const Exchange& exchange)
{
    QByteArray command = "# " + exchange.at.toUTC().toString(Qt::ISODateWithMs).toUtf8() + ", "
        + laneName(exchange.from).toUtf8() + " to " + laneName(exchange.to).toUtf8() + ": "
        + replyWords(exchange).simplified().toUtf8() + "\ncurl --globoff --request "
        + quoted(exchange.method) + " \\\n  --url " + quoted(exchange.url.toEncoded());
    // Headers of a single connection or body are left to curl.
    static const QList<QByteArray> curlsOwn{"host", "content-length", "connection"};
    for (const auto& [name, value] : exchange.requestHeaders)
        if (!curlsOwn.contains(name.toLower()))
            command += " \\\n  --header " + quoted(name + ": " + value);
    if (!exchange.requestBody.isEmpty())
        command += " \\\n  --data-raw " + quoted(exchange.requestBody);
    return command + '\n';
}

} // namespace

QString requestWords(const Exchange& exchange)
{
    return QStringLiteral("%1 %2").arg(
        QString::fromUtf8(exchange.method), exchange.url.path(QUrl::FullyEncoded));
}

QString replyWords(const Exchange& exchange)
{
    if (exchange.status > 0)
        return QString::number(exchange.status);
    return exchange.failure.isEmpty() ? QStringLiteral("loaded") : exchange.failure;
}

ExportForm ExportForm::of(ExchangeFormat format)
{
    switch (format) {
    case ExchangeFormat::Har:
        return {harHead(), harText, ",\n", "\n]}}\n"};
    case ExchangeFormat::JsonLines:
        return {{}, jsonLine, {}, {}};
    case ExchangeFormat::Mermaid:
        return {"sequenceDiagram\n"
                "    participant browser as Customer's browser\n"
                "    participant smartRecruiters as SmartRecruiters\n"
                "    participant partnerApp as Partner app\n"
                "    participant partnerApi as Partner API\n",
            mermaidLines, {}, {}};
    case ExchangeFormat::Html:
        return htmlForm();
    case ExchangeFormat::Curl:
        return {"#!/bin/sh\n"
                "# Recorded by Jetbridge, which took every secret out:\n"
                "# put yours in the place of each [secret ...] before you run this.\n",
            curlCommand, "\n", {}};
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::traffic
