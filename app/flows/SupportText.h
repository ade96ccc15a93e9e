// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "domain/Explanation.h"
#include "flows/Services.h"
#include "ports/Exchanges.h"

namespace jetbridge {

/// Whether SmartRecruiters' support can tell more about it: not of what happened on this computer,
/// nor between the partner and their customer or their own servers.
bool concernsSmartRecruiters(const Failure& failure, const Where& where);
/// The same of what a line of the journal tells; false if it tells of no failure.
bool concernsSmartRecruiters(const JournalEntry& line);

/// What the text is made of; everything outlives the flow.
struct SupportSources {
    Services services;
    Environment environment;
    RecordedTraffic& traffic;
    TrafficExport& wayOut;
};

/// A text with which a support engineer of SmartRecruiters finds the call that this line is about:
/// environment, appId, companyId, integrationId, method, URL, UTC time, status, the body of their
/// answer, our reference. English, made of what was redacted when it was recorded; their words are
/// left out where a known secret stands in them all the same. NotPermitted: it stands elsewhere.
Task<Outcome<QString>> supportText(SupportSources sources, JournalEntry line);
/// The same for the company's latest line that tells of a failure at SmartRecruiters
/// (concernsSmartRecruiters); `onboarding` empty: of any run. NotFound: there is none.
Task<Outcome<QString>> supportText(
    SupportSources sources, CompanyId company, OnboardingId onboarding);

} // namespace jetbridge
