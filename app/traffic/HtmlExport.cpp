// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/HtmlExport.h"

#include "domain/Harmless.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace jetbridge::traffic {

namespace {

constexpr char head[] = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>HTTP traffic recorded by Jetbridge</title>
<style>
:root { color-scheme: light dark; --canvas: #F6F7F9; --surface: #FFFFFF; --hairline: #D5DAE1; --text: #1B2430; --muted: #566273; --accent: #0B5FCC; --ok: #0B7A4B; --warn: #8A5A00; --bad: #B3261E; }
@media (prefers-color-scheme: dark) { :root { --canvas: #14181F; --surface: #1C222B; --hairline: #343D4A; --text: #E8ECF1; --muted: #A3AFBF; --accent: #6FB1FF; --ok: #5FD39A; --warn: #F0BE62; --bad: #FF8A80; } }
body { margin: 24px; background: var(--canvas); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; margin: 0; }
p { color: var(--muted); margin: 4px 0 16px; }
main { background: var(--surface); border: 1px solid var(--hairline); border-radius: 6px; }
.row { display: grid; grid-template-columns: 190px minmax(360px, 2fr) minmax(160px, 3fr) 96px 72px; gap: 16px; align-items: center; padding: 6px 16px; }
header.row { position: sticky; top: 0; background: var(--surface); font-weight: 600; color: var(--muted); border-bottom: 1px solid var(--hairline); border-radius: 6px 6px 0 0; }
.lanes { display: grid; grid-template-columns: repeat(4, 1fr); text-align: center; font-size: 12px; align-self: stretch; align-items: center; }
summary .lanes { background: repeating-linear-gradient(90deg, transparent 0 calc(12.5% - 1px), var(--hairline) calc(12.5% - 1px) 12.5%, transparent 12.5% 25%); margin: -6px 0; }
.arrow { position: relative; height: 2px; background: var(--accent); }
.arrow::after { content: ""; position: absolute; top: -4px; border: 5px solid transparent; }
.right::after { right: -1px; border-left: 8px solid var(--accent); border-right: 0; }
.left::after { left: -1px; border-right: 8px solid var(--accent); border-left: 0; }
details { border-bottom: 1px solid var(--hairline); }
details:last-of-type { border-bottom: 0; }
summary { cursor: pointer; }
summary:hover, summary:focus-visible { background: var(--canvas); }
details > div { padding: 8px 16px 16px; }
.mono, pre, td { font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; }
time, .ms { color: var(--muted); font-size: 13px; }
.ms { text-align: right; }
.ok { color: var(--ok); } .warn { color: var(--warn); } .bad { color: var(--bad); }
h2 { font-size: 13px; color: var(--muted); margin: 12px 0 4px; }
td { vertical-align: top; padding: 0 16px 2px 0; }
td:first-child { color: var(--muted); white-space: nowrap; }
pre { background: var(--canvas); border: 1px solid var(--hairline); border-radius: 6px; padding: 8px; margin: 0; white-space: pre-wrap; }
@media print { body { margin: 0; } summary { break-inside: avoid; } }
</style>
</head>
<body>
<h1>Recorded HTTP traffic</h1>
<p>Secrets were taken out while it was recorded; the same secret reads the same: [secret ...]. A line opens its exchange.</p>
<main>
<header class="row"><span>Time (UTC)</span><span class="lanes"><span>Customer's browser</span><span>SmartRecruiters</span><span>Partner app</span><span>Partner API</span></span><span>Request</span><span>Answer</span><span class="ms">Took</span></header>
)html";

constexpr char tail[] = "</main>\n</body>\n</html>\n";

QString text(const QByteArray& utf8)
{
    return harmless::html(QString::fromUtf8(utf8));
}

QString headerTable(const QString& title, const QList<QPair<QByteArray, QByteArray>>& headers)
{
    if (headers.isEmpty())
        return {};
    QString rows;
    for (const auto& [name, value] : headers)
        rows += u"<tr><td>%1</td><td>%2</td></tr>\n"_s.arg(text(name), text(value));
    return u"<h2>%1</h2>\n<table>\n%2</table>\n"_s.arg(title, rows);
}

QString body(const QString& title, const QByteArray& content)
{
    // The line end after the tag belongs to the tag: the content may begin with one of its own.
    return content.isEmpty() ? QString()
                             : u"<h2>%1</h2>\n<pre>\n%2</pre>\n"_s.arg(title, text(content));
}

QString tone(const Exchange& exchange)
{
    if (!exchange.failure.isEmpty() || exchange.status >= 500)
        return u"bad"_s;
    return exchange.status >= 400 ? u"warn"_s : u"ok"_s;
}

/// Draws an arrow from the middle of one lane to the middle of the other.
QString arrow(const Exchange& exchange)
{
    const int from = int(exchange.from);
    const int to = int(exchange.to);
    const int lanes = std::abs(to - from) + 1;
    return u"<span class=\"arrow %1\" style=\"grid-column: %2 / span %3; margin: 0 "
           "calc(50% / %3)\"></span>"_s.arg(to > from ? u"right"_s : u"left"_s)
               .arg(std::min(from, to) + 1)
               .arg(lanes);
}

QByteArray entry(const Exchange& exchange)
{
    const QString took =
        exchange.milliseconds < 0 ? QString() : u"%1 ms"_s.arg(exchange.milliseconds);
    const QString summary =
        u"<summary class=\"row\"><time>%1</time><span class=\"lanes\">%2</span>"
        "<span class=\"mono\">%3</span><span class=\"%4\">%5</span><span class=\"ms\">%6</span>"
        "</summary>\n"_s.arg(exchange.at.toUTC().toString(Qt::ISODateWithMs), arrow(exchange),
            harmless::html(requestWords(exchange)), tone(exchange),
            harmless::html(replyWords(exchange)), took);
    QList<QPair<QByteArray, QByteArray>> facts{
        {"Number", QByteArray::number(exchange.number)}, {"URL", exchange.url.toEncoded()}};
    if (!exchange.correlationId.isEmpty())
        facts.append({"Onboarding", exchange.correlationId});
    if (!exchange.tls.isEmpty())
        facts.append({"TLS", exchange.tls.toUtf8()});
    return u"<details>\n%1<div>\n%2%3%4%5%6</div>\n</details>\n"_s
        .arg(summary, headerTable(u"Exchange"_s, facts),
            headerTable(u"Request headers"_s, exchange.requestHeaders),
            body(u"Request body"_s, exchange.requestBody),
            headerTable(u"Answer headers"_s, exchange.replyHeaders),
            body(u"Answer body"_s, exchange.replyBody))
        .toUtf8();
}

} // namespace

ExportForm htmlForm()
{
    return {head, entry, {}, tail};
}

} // namespace jetbridge::traffic
