// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Documents.h"

#include "domain/Harmless.h"

namespace jetbridge::conformance {

namespace {

QString fact(const char* name, const QString& value)
{
    if (value.isEmpty())
        return {};
    QString indented = harmless::lines(value);
    indented.replace(QLatin1Char('\n'), QStringLiteral("\n                "));
    return QStringLiteral("      %1%2\n").arg(QLatin1String(name), -10).arg(indented);
}

QString finding(const CheckReport& report, const CheckResult& result, const CurlLine& curl)
{
    QString text =
        QStringLiteral("%1  %2  %3%4\n")
            .arg(checkStatusTitle(result.status), -7)
            .arg(result.id, result.title,
                result.clause.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(result.clause));
    if (result.waiver)
        text += fact("waived",
            QStringLiteral("by %1 until %2: %3")
                .arg(result.waiver->person, result.waiver->expires.toString(Qt::ISODate),
                    result.waiver->reason));
    text += fact("because", result.reason) + fact("sent", result.sent) + fact("got", result.got)
        + fact("expected", result.expected) + fact("why", result.why)
        + fact("fix",
            result.how.isEmpty() ? QString()
                                 : QStringLiteral("%1 (%2)").arg(result.how, result.fixer));
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
            parts.append(QStringLiteral("%1 %2").arg(count).arg(checkStatusTitle(status)));
    return parts.join(QStringLiteral(", "));
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
            text += QStringLiteral("%1  %2  %3%4\n")
                        .arg(checkStatusTitle(result.status), -7)
                        .arg(result.id, result.title,
                            isSkipped ? QStringLiteral(": %1").arg(result.reason) : QString());
    }
    text += QStringLiteral("\n%1%2: %3\n%4 requests in %5 s")
                .arg(report.name.isEmpty() ? QString() : report.name + QStringLiteral(": "),
                    checkVerdictTitle(report.verdict()), counts(report))
                .arg(report.requests)
                .arg(report.milliseconds / 1000.0, 0, 'f', 1);
    text += report.endedEarly.isEmpty()
        ? QStringLiteral(".\n")
        : QStringLiteral("; incomplete: %1\n").arg(report.endedEarly);
    for (const CheckWaiver& waiver : report.waivers)
        text += QStringLiteral("Waiver of %1 by %2 until %3: %4\n")
                    .arg(waiver.check, waiver.person, waiver.expires.toString(Qt::ISODate),
                        waiver.reason);
    if (!report.notMeasured.isEmpty())
        text += QStringLiteral("Not measured:\n  %1\n")
                    .arg(report.notMeasured.join(QStringLiteral("\n  ")));
    return text.toUtf8();
}

} // namespace jetbridge::conformance
