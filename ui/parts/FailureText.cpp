// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/FailureText.h"

#include "flows/SupportText.h"
#include "parts/Said.h"

using namespace Qt::StringLiterals;

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
        return said(failure.detail);
    const QString what = translated(explanation.what);
    if (!what.contains("%1"_L1))
        return what;
    return filledIn(
        what, {explanation.doing.isEmpty() ? said(failure.detail) : translated(explanation.doing)});
}

} // namespace

FailureText explain(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    return {whatHappened(failure, explanation), translated(explanation.cause),
        explanation.certainty == Explanation::Certainty::Seen, fixerInWords(explanation.fixer),
        translated(explanation.next), concernsSmartRecruiters(failure, where)};
}

QString explainBriefly(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    const QString what = whatHappened(failure, explanation);
    return explanation.next.isEmpty() ? what
                                      : what + QLatin1Char(' ') + translated(explanation.next);
}

} // namespace jetbridge::ui
