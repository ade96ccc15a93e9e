// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Journal.h"
#include "onboard/OnboardTopics.h"
#include "ports/Task.h"

#include <functional>
#include <optional>

namespace jetbridge::ui {

/// Called when a step begins: Preflight (the guide's step 1) or Token (2). It may be called after
/// its listener was destroyed.
using BeginStep = std::function<void(Step)>;

/// Runs "Try it with the simulator" for `onboarding`: starts both parties on this computer,
/// registers the demo application with the simulator, and checks and stores its master credentials.
Task<Outcome<AccessToken>> tryWithSimulator(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin);

/// Prepares what the environment needs for an onboarding: the demo application in the simulator's
/// environment if there is no other, and the partner's own application otherwise.
Task<Outcome<AccessToken>> prepare(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin);

/// Tells whether an application other than the demo's was saved.
bool isOwnApplication(const Endpoints& endpoints, const std::optional<Application>& saved);

/// Starts the window's own simulator, unless one outside answers at the environment's address.
Task<Outcome<Done>> startSimulatorIfNoneAnswers(OnboardTopics topics);

/// Prepares the partner's own application and its stored master credentials at the simulator of
/// this environment: one outside already has them, the window's own gets them.
Task<Outcome<AccessToken>> useOwnApplicationAtSimulator(
    OnboardTopics topics, OnboardingId onboarding, BeginStep begin);

/// Prepares the partner's own application: the endpoints listen, and the stored master credentials
/// still work. Refused (code no_master_credentials): none have been set.
Task<Outcome<AccessToken>> useOwnApplication(
    OnboardTopics topics, OnboardingId onboarding, BeginStep begin);

} // namespace jetbridge::ui
