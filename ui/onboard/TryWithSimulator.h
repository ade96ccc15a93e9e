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

/// "Try it with the simulator": both parties on this computer, the demo application registered with
/// one of them, its master credentials proved and stored. All that for `onboarding`.
Task<Outcome<AccessToken>> tryWithSimulator(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin);

/// Whatever the environment needs for an onboarding: the demo application, where the simulator's
/// environment has none but that; the partner's own everywhere else.
Task<Outcome<AccessToken>> prepare(OnboardTopics topics, OnboardingId onboarding,
    ConsentDisplayMode mode, bool bidirectional, BeginStep begin);

/// Whether somebody saved another application than the demo's.
bool isOwnApplication(const Endpoints& endpoints, const std::optional<Application>& saved);

/// Starts the window's own simulator, unless one that runs elsewhere answers where the environment
/// points to.
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
