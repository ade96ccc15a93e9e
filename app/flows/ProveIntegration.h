// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "flows/RehearseWayBack.h"
#include "flows/Services.h"

namespace jetbridge {

/// What shows that an integration works.
struct Proof {
    bool wasCalled = false; ///< False: a token was given, and no scope allows a harmless call.
    Company company = {}; ///< As the API told; empty texts where the scopes do not let us ask.
    QString origin = {}; ///< Where the token came from (AccessToken::origin).
};

/// The code of a proof's last line where a token was given, and no call was made.
inline constexpr auto tokenOnlyCode = "token_only";
void tellEnd(const Proof& proof, JournalEntry& line);

/// The call itself: with a token, and once more with a fresh one when that was refused (reading is
/// safe to repeat). `scopes` decides which call: for company_read, jobs_read, configuration_read,
/// users_read, candidates_read, the first of them.
Task<Outcome<Proof>> callOnBehalf(
    Services services, ClientCredentials client, QStringList scopes, OnboardingId correlation);

/// Whether such a failure says nothing of the integration: stopped, no answer, or an answer that is
/// none to this question. The row stays as it was.
bool saysNothing(const Failure& failure);

/// What a proof asks for.
struct ProofRequest {
    QStringList scopes; ///< Decides the call (callOnBehalf).
    /// Where the way back is rehearsed, too; nullopt: it is not, or was a moment ago.
    std::optional<TokenPlace> rehearseAt = {};
};

/// The row with how its way back stands now. Where there is no pair to rehearse with, or
/// oauthTokenUrl was not reached, nothing is known that was not known before.
Task<Integration> withWayBack(Services services, std::optional<TokenPlace> rehearseAt,
    CustomerCredentials credentials, Integration integration);

/// How the integration stands after an answer: Live needs every direction that it has.
Integration provedBy(const Outcome<Proof>& answer, Integration integration, const QDateTime& at);

/// A customer-level token and one harmless call on the customer's behalf; the row's status says how
/// it went. What others said of the row while the call was under way (disabled above all) counts
/// more.
///
/// What SmartRecruiters answers is a status (Live, Failing with the reason; Unproved where there
/// was a token and nothing to call), not a Failure; Failures are: credentials missing, or the row
/// removed meanwhile (NotFound), vault, storage, and whatever saysNothing().
Task<Outcome<Integration>> proveIntegration(
    Services services, JournalKeeper keeper, Integration integration, ProofRequest request);

} // namespace jetbridge
