// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Documents.h"

#include "domain/Harmless.h"

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

QString fact(const char* name, const QString& value)
{
    if (value.isEmpty())
        return {};
    QString indented = harmless::lines(value);
    indented.replace(QLatin1Char('\n'), u"\n                "_s);
    return u"      %1%2\n"_s.arg(QLatin1String(name), -10).arg(indented);
}

QString finding(const CheckReport& report, const CheckResult& result, const CurlLine& curl)
{
    QString text = u"%1  %2  %3%4\n"_s.arg(checkStatusTitle(result.status), -7)
                       .arg(result.id, result.title,
                           result.clause.isEmpty() ? QString() : u"  [%1]"_s.arg(result.clause));
    if (result.waiver)
        text += fact("waived",
            u"by %1 until %2: %3"_s.arg(result.waiver->person,
                result.waiver->expires.toString(Qt::ISODate), result.waiver->reason));
    text += fact("because", result.reason) + fact("sent", result.sent) + fact("got", result.got)
        + fact("expected", result.expected) + fact("why", result.why)
        + fact(
            "fix", result.how.isEmpty() ? QString() : u"%1 (%2)"_s.arg(result.how, result.fixer));
    if (result.status == CheckStatus::Failed && !result.evidence.isEmpty())
        if (const Exchange* exchange = report.exchange(result.evidence.constLast()))
            text += fact("again", QString::fromUtf8(curl(*exchange)).trimmed());
    return text;
}

bool isFinding(CheckStatus status)
{
    return status != CheckStatus::Passed && status != CheckStatus::NotApplicable
        && status != CheckStatus::Skipped;
}

QString counts(const CheckReport& report)
{
    QStringList parts;
    for (const CheckStatus status :
        {CheckStatus::Passed, CheckStatus::Failed, CheckStatus::Warning, CheckStatus::Review,
            CheckStatus::Error, CheckStatus::Skipped, CheckStatus::NotApplicable})
        if (const int count = report.count(status))
            parts.append(u"%1 %2"_s.arg(count).arg(checkStatusTitle(status)));
    return parts.join(u", "_s);
}

} // namespace

QByteArray textDocument(const CheckReport& report, const CurlLine& curl, bool onlyFailed)
{
    QString text;
    for (const CheckResult& result : report.results) {
        const bool isSkipped =
            result.status == CheckStatus::Skipped || result.status == CheckStatus::NotApplicable;
        if (isFinding(result.status))
            text += finding(report, result, curl);
        else if (!onlyFailed)
            text += u"%1  %2  %3%4\n"_s.arg(checkStatusTitle(result.status), -7)
                        .arg(result.id, result.title,
                            isSkipped ? u": %1"_s.arg(result.reason) : QString());
    }
    text += u"\n%1%2: %3\n%4 requests in %5 s"_s
                .arg(report.name.isEmpty() ? QString() : report.name + u": "_s,
                    checkVerdictTitle(report.verdict()), counts(report))
                .arg(report.requests)
                .arg(report.milliseconds / 1000.0, 0, 'f', 1);
    text += report.endedEarly.isEmpty() ? u".\n"_s : u"; incomplete: %1\n"_s.arg(report.endedEarly);
    for (const CheckWaiver& waiver : report.waivers)
        text += u"Waiver of %1 by %2 until %3: %4\n"_s.arg(
            waiver.check, waiver.person, waiver.expires.toString(Qt::ISODate), waiver.reason);
    if (!report.notMeasured.isEmpty())
        text += u"Not measured:\n  %1\n"_s.arg(report.notMeasured.join(u"\n  "_s));
    return text.toUtf8();
}

} // namespace jetbridge::conformance
