// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "domain/Journal.h"
#include "flows/Services.h"

namespace jetbridge {

/// What is known of whether the integration exists at SmartRecruiters, whose answer was lost.
enum class Evidence {
    IsThere, ///< It uses the client that came with the confirm call, or did answer: it exists.
    NotAsked, ///< It has not asked oauthTokenUrl with that client so far; that proves nothing.
    None, ///< One-way: there is no client that it could ask with.
};
Evidence evidenceOf(const Integration& unknown);

/// The customers' row that stands for a run whose outcome is unknown, until staff resolved it.
/// SmartRecruiters gave no integrationId, so that the run's own name serves.
IntegrationId unknownOutcomeId(const OnboardingId& onboarding);
/// The run that such a row stands for; empty: it is another row.
OnboardingId runOfUnknownOutcome(const IntegrationId& id);

/// Gives a run whose outcome is unknown its row among the customers; `run` is what is known of it,
/// its statusDetail what came instead of an answer.
Task<Outcome<Done>> rememberUnknownOutcome(Services services, Integration run);

/// Whether nobody is in the middle of this run any more, in whatever program.
using HasEnded = std::function<bool(const OnboardingId&)>;

/// At start: gives every confirm call that was sent and has no known end its row and its line in
/// the journal. A crash or a power cut left it so. Returns all such runs. Nothing is guessed.
Task<Outcome<QList<OnboardingId>>> recoverUnknownOutcomes(Services services, HasEnded hasEnded);

/// SmartRecruiters used the client that we issued in this run. If the run's outcome was unknown,
/// the integration exists there: the row says so. Any other run: nothing happens.
Task<Outcome<Done>> noteClientUsed(Services services, OnboardingId onboarding);

/// Whether a confirm call may be sent although the outcome of an earlier one is unknown.
enum class SecondConfirm {
    Refused,
    WantedByStaff, ///< They looked at SmartRecruiters, and the integration is not there.
};

/// The one guard before every confirm call; whoever asks holds the company's lock, so that no other
/// run is in the middle of it. Conflict (outcomeUnknownCode): the outcome of an earlier call for
/// this company is unknown, and staff do not want a second one. Conflict (code integration_exists):
/// that call is known to have made an integration. VaultUnavailable: the credentials that an
/// earlier call brought are not stored yet.
Task<Outcome<Done>> checkMayConfirm(Integrations& integrations, Journal& journal, CompanyId company,
    OnboardingId run, SecondConfirm second);

/// Staff looked after it and start again: the pending client ends, the row goes, the journal keeps
/// how it ended. NotFound: no such row. Invalid: its outcome is known.
Task<Outcome<Done>> resolveUnknownOutcome(Services services, IntegrationId id);

} // namespace jetbridge
