// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "domain/Journal.h"

#include <QStringList>

#include <variant>

namespace jetbridge {

/// What staff did when something failed outside an onboarding.
enum class Errand {
    Here, ///< Reading or changing data on this computer.
    Simulator, ///< Asking the simulator's control interface.
    Backend, ///< Calling the partner's own servers: replay, forwarding, probe.
};

/// Where a failure happened: at a step of an onboarding, or in another activity.
using Where = std::variant<Step, Errand>;

/// Explanation of a failure: what happened, why, who can fix it and what to do. Its sentences are
/// English and marked for translation (context "Explanation").
struct Explanation {
    /// Who can fix it.
    enum class Fixer { You, Customer, SmartRecruiters, YourIt };
    /// How well the cause is known.
    enum class Certainty {
        Known, ///< Stated by the guide, a standard or the error itself.
        Guessed, ///< Not documented; this is the most likely reading.
        Seen, ///< Observed by this program.
    };

    QString code; ///< Code of what happened, for programs, such as "master_refused".
    /// What happened, with "%1" for `doing` or, where that is empty, the failure's detail; empty:
    /// the detail says it.
    QString what;
    QString doing; ///< What was being done, marked for translation; may be empty.
    QString cause;
    Fixer fixer = Fixer::You;
    Certainty certainty = Certainty::Known;
    QString next; ///< What to do now, in the window; if empty, the failure's detail is shown.
    QString command; ///< What to do now, on the command line; may be empty.
    bool isLocal = false; ///< True if it happened on this computer and no other side is involved.
};

/// Explains a failure by where it happened. The window, the command line and JSON all use this
/// function.
Explanation explanationOf(const Failure& failure, const Where& where);

/// Describes what a step does, as the middle of a sentence ("getting the bearer token"), marked for
/// translation (context "Explanation").
const char* doingAt(Step step);

/// Returns "you", "customer", "smartRecruiters" or "yourIt", for JSON.
QString fixerName(Explanation::Fixer fixer);

} // namespace jetbridge
