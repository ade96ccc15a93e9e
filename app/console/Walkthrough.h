// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "domain/Journal.h"
#include "ports/Task.h"

#include <functional>
#include <optional>

namespace jetbridge {

class CurrentEnvironment;
class Customers;
class EmbeddedSimulator;
class Endpoints;
class Onboardings;
class PartnerAccess;

/// What a journey is played on; each outlives it.
struct WalkthroughTopics {
    CurrentEnvironment& current;
    PartnerAccess& partnerAccess;
    Endpoints& endpoints;
    EmbeddedSimulator& simulator;
    Onboardings& onboardings;
    Customers& customers;
};

/// Which journey to play.
struct WalkthroughOptions {
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    bool bidirectional = true;
    QString companyId = QStringLiteral("globex");
    /// Plays the way back, too: SmartRecruiters gets a token from oauthTokenUrl and calls a small
    /// API of the partner, which asks us what the token stands for. Bi-directional only.
    bool wayBack = false;
};

/// One step of the timeline, in the order of the guide.
struct WalkthroughStep {
    QString name;
    bool ok = false;
    int ms = 0;
    QString detail;
};

/// What a played journey came to.
struct WalkthroughReport {
    QList<WalkthroughStep> steps;
    IntegrationId integration;
    CompanyId company;
    QString companyName;
    std::optional<Notification>
        notification; ///< nullopt for one-way: none is sent without oauthTokenUrl (guide, 1).
};

/// Plays the whole journey 0-6 over HTTP as a customer's administrator's browser would: simulator
/// and endpoints on free ports, registration, master credentials, grant, sign-in by code, approval,
/// proof, and the notification. The console must be ready and its environment a simulator. The
/// failure is that of the first step that failed.
Task<Outcome<WalkthroughReport>> playWalkthrough(WalkthroughTopics topics,
    WalkthroughOptions options, std::function<void(const WalkthroughStep&)> onStep);

/// Plays the customer's part for one more company (guide, 3 and 4) until the connection is proved.
/// Both parties run, and an application is registered.
Task<Outcome<Done>> playConnected(WalkthroughTopics topics, WalkthroughOptions options);

} // namespace jetbridge
