// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/FailureText.h"

#include "parts/Spoken.h"

namespace jetbridge::ui {

namespace {

QString translated(const QString& marked)
{
    return marked.isEmpty()
        ? marked
        : QCoreApplication::translate("Explanation", marked.toUtf8().constData());
}

QString fixerInWords(Explanation::Fixer fixer)
{
    switch (fixer) {
    case Explanation::Fixer::You:
        return FailureText::tr("You");
    case Explanation::Fixer::Customer:
        return FailureText::tr("The customer");
    case Explanation::Fixer::SmartRecruiters:
        return FailureText::tr("SmartRecruiters");
    case Explanation::Fixer::YourIt:
        return FailureText::tr("Your IT");
    }
    Q_UNREACHABLE();
}

QString whatHappened(const Failure& failure, const Explanation& explanation)
{
    if (explanation.what.isEmpty())
        return spoken(failure.detail);
    const QString what = translated(explanation.what);
    if (!what.contains(QLatin1String("%1")))
        return what;
    const QString about = translated(explanation.about);
    return what.arg(about == explanation.about ? spoken(about) : about);
}

// English whatever the window's language is: it is read by SmartRecruiters' team.
QString textToPaste(const Failure& failure, Step step)
{
    QStringList lines{
        QStringLiteral("Jetbridge " JETBRIDGE_VERSION ", General Partner Integration"),
        QStringLiteral("Step: %1").arg(stepName(step)),
        QStringLiteral("Result: %1").arg(failureKindName(failure.kind))};
    if (failure.status > 0)
        lines += QStringLiteral("HTTP status: %1").arg(failure.status);
    if (!failure.code.isEmpty())
        lines += QStringLiteral("Error code: %1").arg(failure.code);
    if (!failure.detail.isEmpty())
        lines += QStringLiteral("Detail: %1").arg(failure.detail);
    if (failure.status > 0)
        lines += QStringLiteral("Our reading: %1").arg(explanationOf(failure, step).cause);
    if (!failure.correlationId.isEmpty())
        lines += QStringLiteral("Our reference: %1").arg(failure.correlationId);
    lines +=
        QStringLiteral("Written: %1").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

FailureText explain(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    const Step* step = std::get_if<Step>(&where);
    // SmartRecruiters cannot help with failures on this computer, or between the partner and the
    // customer.
    const bool concernsThem = step && *step != Step::Consent && !explanation.isLocal;
    return {whatHappened(failure, explanation), translated(explanation.cause),
        explanation.certainty == Explanation::Certainty::Seen, fixerInWords(explanation.fixer),
        translated(explanation.next), concernsThem ? textToPaste(failure, *step) : QString()};
}

QString explainBriefly(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    const QString what = whatHappened(failure, explanation);
    return explanation.next.isEmpty() ? what
                                      : what + QLatin1Char(' ') + translated(explanation.next);
}

} // namespace jetbridge::ui
