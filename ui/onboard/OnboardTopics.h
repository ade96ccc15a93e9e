// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jetbridge {
class CurrentEnvironment;
class Customers;
class EmbeddedSimulator;
class Endpoints;
class Onboardings;
class PartnerAccess;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

/// What the onboarding page works on; each outlives it.
struct OnboardTopics {
    Onboardings& onboardings;
    Customers& customers;
    PartnerAccess& partnerAccess;
    CurrentEnvironment& current;
    Endpoints& endpoints;
    EmbeddedSimulator& simulator;
    TrafficRecords& traffic;
};

} // namespace jetbridge::ui
