// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "flows/RehearseWayBack.h"
#include "flows/Services.h"

namespace jetbridge {

/// Evidence that an integration works.
struct Proof {
    bool wasCalled = false; ///< False if a token was issued, but no scope allows a harmless call.
    Company company = {}; ///< The company as the API returned it; empty texts if the scopes do not
                          ///< allow the call.
    QString origin = {}; ///< Origin that issued the token (AccessToken::origin).
};

/// Code of a proof's last journal line if a token was issued and no call was made.
inline constexpr auto tokenOnlyCode = "token_only";
void tellEnd(const Proof& proof, JournalEntry& line);

/// Makes the call of a proof with a token, and once more with a fresh one if the token is refused
/// (reading is safe to repeat). `scopes` decides which call: that of the first of company_read,
/// jobs_read, configuration_read, users_read and candidates_read.
Task<Outcome<Proof>> callOnBehalf(
    Services services, ClientCredentials client, QStringList scopes, OnboardingId correlation);

/// Tells whether a failure says nothing about the integration, so that its row stays as it was: the
/// call was stopped, got no answer, or got an answer to something else.
bool saysNothing(const Failure& failure);

/// What a proof asks for.
struct ProofRequest {
    QStringList scopes; ///< Decides the call (callOnBehalf).
    /// Where the way back is rehearsed, too; nullopt: it is not, or was a moment ago.
    std::optional<TokenPlace> rehearseAt = {};
};

/// Returns the row with the present state of its way back. If there are no credentials to rehearse
/// with, or oauthTokenUrl could not be reached, the state stays as it was.
Task<Integration> withWayBack(Services services, std::optional<TokenPlace> rehearseAt,
    CustomerCredentials credentials, Integration integration);

/// Returns the integration with the status that follows from an answer; Live requires that all its
/// directions work.
Integration provedBy(const Outcome<Proof>& answer, Integration integration, const QDateTime& at);

/// Proves an integration by requesting a customer-level token and making one harmless call on the
/// customer's behalf; the result is the row's status. Changes that others made to the row during
/// the call (above all: disabled) take precedence.
///
/// An answer of SmartRecruiters is a status (Live, Failing with the reason, or Unproved if there
/// was a token and no call to make) and not a Failure. Failures are: the credentials are missing or
/// the row was removed meanwhile (NotFound), those of vault and storage, and those for which
/// saysNothing() is true.
Task<Outcome<Integration>> proveIntegration(
    Services services, JournalKeeper keeper, Integration integration, ProofRequest request);

} // namespace jetbridge
