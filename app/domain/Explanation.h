// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "domain/Journal.h"

#include <QStringList>

#include <variant>

namespace jetbridge {

/// What staff did when something failed outside of an onboarding.
enum class Errand {
    Here, ///< Reading or changing what is kept on this computer.
    Simulator, ///< Asking the simulator's control interface.
    Backend, ///< Calling the partner's own servers: replay, forwarding, probe.
};

/// Where a failure happened: at a step of an onboarding, or on another errand.
using Where = std::variant<Step, Errand>;

/// The explanation of a failure: what happened, why, who can fix it and what to do. Its sentences
/// are English and marked for translation (context "Explanation").
struct Explanation {
    /// Who can fix it.
    enum class Fixer { You, Customer, SmartRecruiters, YourIt };
    /// How well the cause is known.
    enum class Certainty {
        Known, ///< By the guide, a standard, or the error itself.
        Guessed, ///< It is not documented: this is the likeliest reading.
        Seen, ///< It happened here, under our eyes.
    };

    QString code; ///< Of what happened, for programs: "master_refused".
    /// What happened, with "%1" for `doing` or, where that is empty, the failure's detail; empty:
    /// the detail says it.
    QString what;
    QString doing; ///< What was being done, marked for translation; may be empty.
    QString cause;
    Fixer fixer = Fixer::You;
    Certainty certainty = Certainty::Known;
    QString next; ///< What to do now, in the window; empty: the failure's detail says it.
    QString command; ///< The same on the command line; may be empty.
    bool isLocal =
        false; ///< It happened on this computer: no other side has anything to do with it.
};

/// Explains a failure by where it happened. The one place that does: window, command line and JSON
/// say what it answers.
Explanation explanationOf(const Failure& failure, const Where& where);

/// What is done at a step, as the middle of a sentence: "getting the bearer token". Marked for
/// translation ("Explanation").
const char* doingAt(Step step);

/// "you", "customer", "smartRecruiters", "yourIt": for JSON.
QString fixerName(Explanation::Fixer fixer);

} // namespace jetbridge
