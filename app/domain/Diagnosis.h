// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "domain/Journal.h"

namespace jetbridge {

/// What probably lies behind a failure, and who can mend it. What to do about it, the window and
/// the command line say in their own words.
struct Diagnosis {
    enum class Fixer { You, Customer, SmartRecruiters, YourIt };

    Fixer fixer = Fixer::You;
    QString cause; ///< One English sentence, marked for translation ("Spoken").
    bool isDocumented = true; ///< Else nobody outside SmartRecruiters knows what it means.
    bool wasSeen = false; ///< Here, by ourselves: no conclusion from an answer.
};

/// `step`: where it happened; nullopt: in no onboarding.
Diagnosis diagnose(const Failure& failure, std::optional<Step> step = {});

/// "you", "customer", "smartRecruiters", "yourIt": for JSON.
QString fixerName(Diagnosis::Fixer fixer);

} // namespace jetbridge
