// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "flows/RehearseWayBack.h"
#include "flows/Services.h"
#include "flows/StoreCustomer.h"
#include "flows/UnknownOutcome.h"

#include <functional>

namespace jetbridge {

/// Company to onboard, and the options of its onboarding.
struct OnboardingRequest {
    OnboardingId onboarding;
    CompanyId company;
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    bool bidirectional = false;
    QString consentedBy;
    QStringList provableScopes; ///< The application's scopes: to them the company consents, and
                                ///< they decide by which call the integration is proved
                                ///< (callOnBehalf).
    SecondConfirm second = SecondConfirm::Refused; ///< Whether to confirm after an unknown outcome.
    TokenPlace tokenPlace = {}; ///< Place where SmartRecruiters gets its tokens, if bi-directional.
    std::optional<ClientCredentials> given = {}; ///< Client credentials that staff made in their
                                                 ///< own server.
    RegistrationSettings registration = {}; ///< How clients are registered
                                            ///< (TokenService::Registration).
    WebhookSettings webhook = {}; ///< How the backend is told of clients (TokenService::Webhook).
    QString application = {}; ///< Name of the application; part of a staged client's name.
};

/// Called once when the credentials are safe: the browser may be sent back now (guide, 4). `master`
/// are the client credentials that were used for the confirm call.
using FinishSetup = std::function<void(const Integration&, const ClientCredentials& master)>;
/// Called right before a confirm call is sent, the last moment at which nothing has happened yet.
/// True: it is sent, and whoever cancels from now on comes too late. False: it is cancelled.
using BeginConfirm = std::function<bool()>;
/// Called when the credentials arrived but could not be stored. SmartRecruiters shows them only
/// once, so they must be kept until they are stored.
using HoldUnstored = std::function<void(const UnstoredCustomer&)>;

/// Runs the guide's steps 2 to 4 and the proof: token -> (register ->) rehearse -> confirm -> store
/// -> finish -> prove.
///
/// In a bi-directional onboarding the client credentials are rehearsed at oauthTokenUrl before
/// SmartRecruiters receives them, because it may use them as soon as it has answered. If
/// oauthTokenUrl gives no token, nothing is confirmed and the client is withdrawn.
///
/// `keeper` is the run's; it may owe the line of the consent, which is written with the first one.
/// The confirm call is not sent unless the vault can keep what it answers, nor while the outcome of
/// an earlier one is unknown (checkMayConfirm). OutcomeUnknown when it was sent and no usable
/// answer came. A failed proof is no failed onboarding: the integration is returned as Unproved.
Task<Outcome<Integration>> onboardCompany(Services services, JournalKeeper keeper,
    OnboardingRequest request, FinishSetup finish, BeginConfirm beginConfirm,
    HoldUnstored holdUnstored);

} // namespace jetbridge
