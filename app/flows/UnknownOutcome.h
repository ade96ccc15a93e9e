// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "domain/Journal.h"
#include "flows/Services.h"

namespace jetbridge {

/// Evidence that an integration exists at SmartRecruiters although the answer to the confirm call
/// was lost.
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

/// Adds a row for a run whose outcome is unknown. `run` is what is known of the integration, and
/// its statusDetail says what came instead of an answer.
Task<Outcome<Done>> rememberUnknownOutcome(Services services, Integration run);

/// Tells whether a run has ended, so that no program is working on it any more.
using HasEnded = std::function<bool(const OnboardingId&)>;

/// Gives, at start, a row and a journal line to every confirm call that was sent and has no known
/// result, because of a crash or a power failure. Returns all such runs. Nothing is guessed.
Task<Outcome<QList<OnboardingId>>> recoverUnknownOutcomes(Services services, HasEnded hasEnded);

/// Records that SmartRecruiters used the client that was issued in this run. If the run's outcome
/// was unknown, this proves that the integration exists there, and the row says so. Does nothing
/// for other runs.
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

/// Resolves an unknown outcome after staff have checked it and want to start again: the pending
/// client is withdrawn, the row removed, and the journal records the end. NotFound: there is no
/// such row. Invalid: its outcome is known.
Task<Outcome<Done>> resolveUnknownOutcome(Services services, IntegrationId id);

} // namespace jetbridge
