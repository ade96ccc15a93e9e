// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "domain/Journal.h"
#include "flows/Services.h"

namespace jetbridge {

/// What is known of whether the integration exists at SmartRecruiters, whose answer was lost.
enum class Evidence {
    IsThere, ///< SmartRecruiters used the client that was sent with the confirm call, or did
             ///< answer: it exists.
    NotAsked, ///< SmartRecruiters has not used that client at oauthTokenUrl so far, which proves
              ///< nothing.
    None, ///< One-way: there is no client that SmartRecruiters could use.
};
Evidence evidenceOf(const Integration& unknown);

/// Returns the id of the customer row that stands for a run of unknown outcome until staff resolve
/// it. There is no integrationId from SmartRecruiters, so the run's own name is used.
IntegrationId unknownOutcomeId(const OnboardingId& onboarding);
/// Returns the run that such a row stands for; empty if it is another kind of row.
OnboardingId runOfUnknownOutcome(const IntegrationId& id);

/// Gives a run whose outcome is unknown its row among the customers; `run` is what is known of it,
/// its statusDetail what came instead of an answer.
Task<Outcome<Done>> rememberUnknownOutcome(Services services, Integration run);

/// Tells whether a run has ended, so that no program is working on it any more.
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
    WantedByStaff, ///< Allowed: staff looked at SmartRecruiters, and the integration is not there.
};

/// Checks, before every confirm call, that it may be sent. The caller holds the company's lock, so
/// that no other run can be in the middle of a call. Conflict (outcomeUnknownCode): the outcome of
/// an earlier call for this company is unknown, and staff have not asked for a second one. Conflict
/// (code integration_exists): that call is known to have created an integration. VaultUnavailable:
/// the credentials that an earlier call returned are not stored yet.
Task<Outcome<Done>> checkMayConfirm(Integrations& integrations, Journal& journal, CompanyId company,
    OnboardingId run, SecondConfirm second);

/// Staff looked after it and start again: the pending client ends, the row goes, the journal keeps
/// how it ended. NotFound: no such row. Invalid: its outcome is known.
Task<Outcome<Done>> resolveUnknownOutcome(Services services, IntegrationId id);

} // namespace jetbridge
