// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Documents.h"

#include "domain/Harmless.h"

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

constexpr char head[] = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Readiness of the endpoints, checked by Jetbridge</title>
<style>
:root { color-scheme: light dark; --canvas: #F6F7F9; --surface: #FFFFFF; --hairline: #D5DAE1; --text: #1B2430; --muted: #566273; --accent: #0B5FCC; --ok: #0B7A4B; --warn: #8A5A00; --bad: #B3261E; }
@media (prefers-color-scheme: dark) { :root { --canvas: #14181F; --surface: #1C222B; --hairline: #343D4A; --text: #E8ECF1; --muted: #A3AFBF; --accent: #6FB1FF; --ok: #5FD39A; --warn: #F0BE62; --bad: #FF8A80; } }
body { margin: 24px auto; max-width: 1000px; padding: 0 16px; background: var(--canvas); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; margin: 0 0 8px; } h2 { font-size: 17px; margin: 28px 0 8px; } h3 { font-size: 14px; margin: 0; }
a { color: var(--accent); }
section.card, table { background: var(--surface); border: 1px solid var(--hairline); border-radius: 6px; }
section.card { padding: 12px 16px; margin: 8px 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px; border-bottom: 1px solid var(--hairline); }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
td, dd { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 96px 1fr; gap: 2px 12px; margin: 6px 0 0; } dt { color: var(--muted); } dd { margin: 0; }
.verdict { font-size: 18px; font-weight: 600; }
.ok { color: var(--ok); } .warn { color: var(--warn); } .bad { color: var(--bad); } .muted { color: var(--muted); }
pre { background: var(--canvas); border: 1px solid var(--hairline); border-radius: 6px; padding: 8px; margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.4 ui-monospace, monospace; }
:target { outline: 2px solid var(--accent); }
@media print { body { margin: 0; max-width: none; } h2.log { break-before: page; } }
</style>
</head>
<body>
)html";

QString safe(const QString& text)
{
    return harmless::html(text);
}

QString toneOf(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Passed:
        return u"ok"_s;
    case CheckStatus::Failed:
        return u"bad"_s;
    case CheckStatus::Warning:
    case CheckStatus::Review:
    case CheckStatus::Error:
        return u"warn"_s;
    case CheckStatus::Skipped:
    case CheckStatus::NotApplicable:
        return u"muted"_s;
    }
    Q_UNREACHABLE();
}

QString row(const char* name, const QString& value)
{
    return value.isEmpty()
        ? QString()
        : u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(QLatin1String(name), safe(value));
}

QString fact(const char* name, const QString& value)
{
    return value.isEmpty() ? QString()
                           : u"<dt>%1</dt><dd>%2</dd>\n"_s.arg(QLatin1String(name), safe(value));
}

QString summary(const CheckReport& report)
{
    const CheckVerdict verdict = report.verdict();
    QStringList counts;
    for (const CheckStatus status :
        {CheckStatus::Passed, CheckStatus::Failed, CheckStatus::Warning, CheckStatus::Review,
            CheckStatus::Error, CheckStatus::Skipped, CheckStatus::NotApplicable})
        if (const int count = report.count(status))
            counts.append(u"<span class=\"%1\">%2 %3</span>"_s.arg(toneOf(status))
                              .arg(count)
                              .arg(checkStatusTitle(status)));
    return u"<h1>%1</h1>\n<p class=\"verdict %2\">Verdict: %3</p>\n<p>%4</p>\n<table>\n"_s.arg(
               safe(report.name.isEmpty()
                       ? u"Readiness for SmartRecruiters: %1"_s.arg(report.application)
                       : report.name),
               verdict == CheckVerdict::Ready          ? u"ok"_s
                   : verdict == CheckVerdict::NotReady ? u"bad"_s
                                                       : u"warn"_s,
               checkVerdictTitle(verdict), counts.join(u", "_s))
        + row("Application", report.application) + row("Environment", report.environment)
        + row("consentUrl", report.consentUrl.toString())
        + row("oauthTokenUrl", report.oauthTokenUrl.toString())
        + row("callbackUrl", report.callbackUrl.toString())
        + row("Date", report.startedAt.toString(Qt::ISODate))
        + row("Took",
            u"%1 s, %2 requests"_s.arg(report.milliseconds / 1000.0, 0, 'f', 1)
                .arg(report.requests))
        + row("Cut short", report.endedEarly) + row("Jetbridge", report.version)
        + row("Plan", report.planHash) + row("Result", report.resultHash()) + u"</table>\n"_s;
}

QString link(const CheckResult& result)
{
    return u"<a href=\"#log-%1\">%1</a>"_s.arg(safe(result.id));
}

QString finding(const CheckReport& report, const CheckResult& result, const CurlLine& curl)
{
    QString text = u"<section class=\"card\" id=\"%1\"><h3><span class=\"%2\">%3</span> %4</h3>\n"
                   "<dl>\n"_s.arg(safe(result.id), toneOf(result.status),
                       checkStatusTitle(result.status), safe(result.title));
    if (result.waiver)
        text += fact("waived",
            u"by %1 until %2: %3"_s.arg(result.waiver->person,
                result.waiver->expires.toString(Qt::ISODate), result.waiver->reason));
    text += fact("because", result.reason) + fact("sent", result.sent) + fact("got", result.got)
        + fact("expected", result.expected) + fact("why", result.why)
        + fact("clause", result.clause) + fact("who", result.fixer) + fact("how", result.how)
        + u"<dt>log</dt><dd>%1</dd>\n</dl>\n"_s.arg(link(result));
    if (!result.evidence.isEmpty())
        if (const Exchange* exchange = report.exchange(result.evidence.constLast()))
            text += u"<pre>%1</pre>\n"_s.arg(safe(QString::fromUtf8(curl(*exchange)).trimmed()));
    return text + u"</section>\n"_s;
}

QString findings(const CheckReport& report, const CurlLine& curl, const char* title,
    std::initializer_list<CheckStatus> statuses)
{
    QString text;
    for (const CheckStatus status : statuses)
        for (const CheckResult& result : report.results)
            if (result.status == status)
                text += finding(report, result, curl);
    return text.isEmpty() ? QString() : u"<h2>%1</h2>\n"_s.arg(QLatin1String(title)) + text;
}

QString list(const char* title, const QStringList& entries)
{
    if (entries.isEmpty())
        return {};
    QString text = u"<h2>%1</h2>\n<ul>\n"_s.arg(QLatin1String(title));
    for (const QString& entry : entries)
        text += u"<li>%1</li>\n"_s.arg(safe(entry));
    return text + u"</ul>\n"_s;
}

QString scopes(const CheckReport& report)
{
    if (report.scopes.isEmpty())
        return {};
    QString text = u"<h2>Scopes and their reasons</h2>\n<table>\n"_s;
    for (const ScopeRequest& scope : report.scopes)
        text += u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(
            safe(scope.name), scope.reason.isEmpty() ? u"no reason given"_s : safe(scope.reason));
    return text + u"</table>\n"_s;
}

QStringList waivers(const CheckReport& report)
{
    QStringList list;
    for (const CheckWaiver& waiver : report.waivers)
        list.append(u"%1: %2 (%3, until %4)"_s.arg(
            waiver.check, waiver.reason, waiver.person, waiver.expires.toString(Qt::ISODate)));
    return list;
}

/// Returns the facts that are not published but decide how the endpoints are called.
QStringList questions(const CheckReport& report)
{
    QStringList list;
    if (!report.oauthTokenUrl.isEmpty())
        list = {u"Does SmartRecruiters authenticate at oauthTokenUrl in the body or by "
                "HTTP Basic?"_s,
            u"Is a scope sent to oauthTokenUrl, and which?"_s,
            u"Is a token cached until it expires?"_s,
            u"From which addresses do requests come, and what is their time-out?"_s};
    if (!report.callbackUrl.isEmpty())
        list.append(u"Is a notification sent again when callbackUrl does not answer "
                    "2xx, how often and for how long?"_s);
    return list;
}

QString headers(const QList<QPair<QByteArray, QByteArray>>& all)
{
    QString text;
    for (const auto& [name, value] : all)
        text += QString::fromUtf8(name + ": " + value) + QLatin1Char('\n');
    return text;
}

QString logOf(const CheckReport& report, const CheckResult& result)
{
    const bool isFinding = result.status != CheckStatus::Passed
        && result.status != CheckStatus::NotApplicable && result.status != CheckStatus::Skipped;
    QString text =
        u"<section class=\"card\" id=\"log-%1\"><h3><span class=\"%2\">%3</span> %4: "
        "%5</h3>\n%6"_s.arg(safe(result.id), toneOf(result.status), checkStatusTitle(result.status),
            safe(result.id), safe(result.title),
            isFinding ? u"<p><a href=\"#%1\">to the finding</a></p>\n"_s.arg(safe(result.id))
                      : QString());
    if (!result.reason.isEmpty())
        text += u"<p class=\"muted\">%1</p>\n"_s.arg(safe(result.reason));
    for (const qint64 number : result.evidence) {
        const Exchange* exchange = report.exchange(number);
        if (!exchange)
            continue;
        text += u"<pre>%1 %2\n%3\n%4</pre>\n<pre>%5\n%6\n%7</pre>\n"_s.arg(
            safe(QString::fromUtf8(exchange->method)),
            safe(QString::fromUtf8(exchange->url.toEncoded())),
            safe(headers(exchange->requestHeaders)), safe(QString::fromUtf8(exchange->requestBody)),
            exchange->status > 0 ? u"%1, %2 ms"_s.arg(exchange->status).arg(exchange->milliseconds)
                                 : safe(exchange->failure),
            safe(headers(exchange->replyHeaders)), safe(QString::fromUtf8(exchange->replyBody)));
    }
    return text + u"</section>\n"_s;
}

} // namespace

QByteArray htmlDocument(const CheckReport& report, const CurlLine& curl)
{
    QString text = QLatin1String(head) + summary(report)
        + findings(report, curl, "To be fixed", {CheckStatus::Failed})
        + findings(report, curl, "Could not be measured", {CheckStatus::Error})
        + findings(report, curl, "To be decided by a person", {CheckStatus::Review})
        + findings(report, curl, "Better otherwise", {CheckStatus::Warning})
        + list("Waivers", waivers(report)) + list("Not measured", report.notMeasured)
        + list("Questions to SmartRecruiters", questions(report)) + scopes(report)
        + u"<h2 class=\"log\">Log</h2>\n<p class=\"muted\">Secrets were replaced by "
          "[secret ...]; the same secret has the same tag.</p>\n"_s;
    for (const CheckResult& result : report.results)
        text += logOf(report, result);
    return (text + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace jetbridge::conformance
