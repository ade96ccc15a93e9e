// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Explanation.h"

#include <QCoreApplication>

namespace jetbridge::ui {

/// The explanation of a failure in the window's language.
struct FailureText {
    QString what; ///< What happened, one sentence.
    QString why; ///< The likely cause, one sentence; says so where that is not documented.
    bool isSure = false; ///< Of the cause.
    QString who; ///< Who can fix it: "You", "The customer", "SmartRecruiters", "Your IT".
    QString next; ///< What to do now, one sentence; empty where `what` says it.
    bool canSmartRecruitersHelp = false; ///< concernsSmartRecruiters()

    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

/// What `failure` means where it happened.
FailureText explain(const Failure& failure, const Where& where);

/// What happened and what to do now, where there is room for no more.
QString explainBriefly(const Failure& failure, const Where& where);

} // namespace jetbridge::ui
