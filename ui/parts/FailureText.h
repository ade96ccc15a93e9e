// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "domain/Journal.h"

#include <QCoreApplication>

namespace jetbridge::ui {

/// A failure in the words of the person who has to deal with it. The one place where it becomes
/// sentences.
struct FailureText {
    QString what; ///< What happened, one sentence.
    QString why; ///< The likely cause, one sentence; says so where that is not documented.
    bool isSure = false; ///< Of the cause.
    QString who; ///< Who can fix it: "You", "The customer", "SmartRecruiters", "Your IT".
    QString next; ///< What to do now, one sentence.
    /// English, with times and codes, without secrets; to paste. Empty where they cannot help.
    QString textForSmartRecruiters;

    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

/// What `failure` at `step` of an onboarding means.
FailureText explain(const Failure& failure, Step step);

/// What happened and what to do now, where there is room for no more.
QString explainBriefly(const Failure& failure, Step step);

/// The step's name as people say it: "getting the bearer token".
QString stepInWords(Step step);

} // namespace jetbridge::ui
