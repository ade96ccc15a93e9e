// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"
#include "ports/Task.h"

namespace jetbridge {

class Console;

/// What helps SmartRecruiters to find the call that this line tells of (SupportText.h).
/// NotPermitted: a known secret stands in it, so it does not leave.
Task<Outcome<QString>> supportTextOf(Console& console, JournalEntry line);

/// The same for the company's call that failed last; `onboarding` empty: in any run. NotFound: none
/// failed.
Task<Outcome<QString>> supportTextOf(
    Console& console, CompanyId company, OnboardingId onboarding = {});

} // namespace jetbridge
