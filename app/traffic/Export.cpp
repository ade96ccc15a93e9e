// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Export.h"

#include "domain/Harmless.h"
#include "traffic/HtmlExport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace jetbridge::traffic {

namespace {

QJsonObject nameAndValue(const QString& name, const QString& value)
{
    return {{u"name"_s, name}, {u"value"_s, value}};
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
    QJsonObject request{{u"method"_s, QString::fromUtf8(exchange.method)},
        {u"url"_s, QString::fromUtf8(exchange.url.toEncoded())}, {u"httpVersion"_s, u"HTTP/1.1"_s},
        {u"cookies"_s, QJsonArray()}, {u"headers"_s, harHeaders(exchange.requestHeaders)},
        {u"queryString"_s, query}, {u"headersSize"_s, -1},
        {u"bodySize"_s, exchange.requestBody.size()}};
    if (!exchange.requestBody.isEmpty())
        request.insert(u"postData"_s,
            QJsonObject{{u"mimeType"_s, headerOf(exchange.requestHeaders, "Content-Type")},
                {u"text"_s, QString::fromUtf8(exchange.requestBody)}});
    return request;
}

QJsonObject harEntry(const Exchange& exchange)
{
    const QString type = headerOf(exchange.replyHeaders, "Content-Type");
    const int time = std::max(0, exchange.milliseconds);
    const QJsonObject response{{u"status"_s, exchange.status}, {u"statusText"_s, exchange.failure},
        {u"httpVersion"_s, u"HTTP/1.1"_s}, {u"cookies"_s, QJsonArray()},
        {u"headers"_s, harHeaders(exchange.replyHeaders)},
        {u"content"_s,
            QJsonObject{{u"size"_s, exchange.replyBody.size()},
                {u"mimeType"_s, type.isEmpty() ? u"application/octet-stream"_s : type},
                {u"text"_s, QString::fromUtf8(exchange.replyBody)}}},
        {u"redirectURL"_s, headerOf(exchange.replyHeaders, "Location")}, {u"headersSize"_s, -1},
        {u"bodySize"_s, exchange.replyBody.size()}};
    return {{u"startedDateTime"_s, exchange.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"time"_s, time}, {u"request"_s, harRequest(exchange)}, {u"response"_s, response},
        {u"cache"_s, QJsonObject()},
        {u"timings"_s, QJsonObject{{u"send"_s, 0}, {u"wait"_s, time}, {u"receive"_s, 0}}},
        {u"_from"_s, laneName(exchange.from)}, {u"_to"_s, laneName(exchange.to)},
        {u"_onboarding"_s, QString::fromUtf8(exchange.correlationId)}, {u"_tls"_s, exchange.tls}};
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
            escaped += u"#%1;"_s.arg(int(c.unicode()));
        else
            escaped += c;
    }
    return escaped;
}

QByteArray mermaidLines(const Exchange& exchange)
{
    const QString from = laneName(exchange.from);
    const QString to = laneName(exchange.to);
    QString lines = u"    %1->>%2: %3\n"_s.arg(from, to, mermaidText(requestWords(exchange)));
    QString came = mermaidText(replyWords(exchange));
    if (exchange.milliseconds >= 0)
        came += u", %1 ms"_s.arg(exchange.milliseconds);
    const auto arrow = exchange.failure.isEmpty() ? u"-->>"_s : u"--x"_s;
    lines += u"    %1%2%3: %4\n"_s.arg(to, arrow, from, came);
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
    return u"%1 %2"_s.arg(
        QString::fromUtf8(exchange.method), exchange.url.path(QUrl::FullyEncoded));
}

QString replyWords(const Exchange& exchange)
{
    if (exchange.status > 0)
        return QString::number(exchange.status);
    return exchange.failure.isEmpty() ? u"loaded"_s : exchange.failure;
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
