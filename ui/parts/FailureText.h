// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Explanation.h"

#include <QCoreApplication>

namespace jetbridge::ui {

/// Explanation of a failure in the window's language.
struct FailureText {
    QString what; ///< What happened, in one sentence.
    QString why; ///< The likely cause, in one sentence; it says so if the cause is not documented.
    bool isSure = false; ///< True if this program has observed the cause itself (Certainty::Seen).
    QString who; ///< Who can fix it: "You", "The customer", "SmartRecruiters", "Your IT".
    QString next; ///< What to do now, in one sentence; empty if `what` already says it.
    bool canSmartRecruitersHelp = false; ///< concernsSmartRecruiters()

    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

/// Explains a failure by where it happened.
FailureText explain(const Failure& failure, const Where& where);

/// Returns what happened and what to do now, where there is no room for more.
QString explainBriefly(const Failure& failure, const Where& where);

} // namespace jetbridge::ui
