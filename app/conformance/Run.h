// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Plan.h"
#include "conformance/Wire.h"
#include "ports/Clock.h"

#include <functional>

namespace jetbridge::conformance {

/// Limits of a run. Requests to this computer are sent without a pause.
struct RunLimits {
    int requests = 200;
    double perSecond = 5;
    std::chrono::milliseconds time = std::chrono::minutes(10);
};

/// The services that a run uses.
struct RunServices {
    Wire& wire;
    const Clock& clock;
    /// Removes the secrets from an exchange before the report keeps it.
    std::function<Exchange(Exchange)> redact;
    std::function<void(const Secret&)> know; ///< Called for each token that was received.
    std::function<void(const CheckResult&)> told; ///< Called for each result at once.
};

/// Runs the plan, group by group. It always ends; if the wire is cancelled or a limit is reached,
/// the report is partial.
Task<CheckReport> runChecks(Plan plan, Target target, RunLimits limits, RunServices services);

/// Returns every request that the plan would send, in order; none is sent.
QList<PlannedCheckRequest> plannedRequests(const Plan& plan, const Target& target);

} // namespace jetbridge::conformance
