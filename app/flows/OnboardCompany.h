// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "flows/RehearseWayBack.h"
#include "flows/StoreCustomer.h"
#include "flows/UnknownOutcome.h"
#include "ports/Clock.h"
#include "ports/Registry.h"
#include "ports/SmartRecruiters.h"
#include "ports/Vault.h"

#include <functional>

namespace jetbridge {

/// Services of the flow; they must outlive it.
struct OnboardingServices {
    QString environment;
    SmartRecruiters& smartRecruiters;
    Tokens& tokens;
    Vault& vault;
    Integrations& integrations;
    IssuedClients& issuedClients;
    TokenTrials& tokenTrials;
    Journal& journal;
    const Clock& clock;
    Randomness& randomness;
};

/// Company to onboard, and the options of its onboarding.
struct OnboardingRequest {
    OnboardingId onboarding;
    CompanyId company;
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    bool bidirectional = false;
    QString consentedBy;
    QStringList provableScopes; ///< Scopes that decide by which call the integration is proved
                                ///< (callOnBehalf).
    SecondConfirm second = SecondConfirm::Refused; ///< Whether to confirm after an unknown outcome.
    TokenPlace tokenPlace = {}; ///< Place where SmartRecruiters gets its tokens, if bi-directional.
    std::optional<ClientCredentials> given = {}; ///< Client credentials that staff made in their
                                                 ///< own server.
};

/// Called once when the credentials are safe: the browser may be sent back now (guide, 4). `master`
/// are the client credentials that were used for the confirm call.
using FinishSetup = std::function<void(const Integration&, const ClientCredentials& master)>;
/// Asked right before the confirm call is sent, the last moment at which nothing has happened yet.
using MayStillConfirm = std::function<bool()>;
/// Called when the credentials arrived but could not be stored. SmartRecruiters shows them only
/// once, so they must be kept until they are stored.
using HoldUnstored = std::function<void(const UnstoredCustomer&)>;

/// Runs the guide's steps 2 to 4 and the proof: token -> rehearse -> confirm -> store -> finish ->
/// prove.
///
/// In a bi-directional onboarding the client credentials are rehearsed at oauthTokenUrl before
/// SmartRecruiters receives them, because it may use them as soon as it has answered. If
/// oauthTokenUrl gives no token, nothing is confirmed and the client is withdrawn.
///
/// `keeper` belongs to the run; it may hold back the line of the consent, which is written together
/// with the first line. The confirm call is sent only if the vault can store its answer and no
/// earlier call's outcome is unknown (checkMayConfirm). OutcomeUnknown: it was sent and no usable
/// answer came. A failed proof is not a failed onboarding: the integration is returned as Unproved.
Task<Outcome<Integration>> onboardCompany(OnboardingServices services, JournalKeeper keeper,
    OnboardingRequest request, FinishSetup finish, MayStillConfirm mayStillConfirm,
    HoldUnstored holdUnstored);

} // namespace jetbridge
