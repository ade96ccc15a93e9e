// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Plan.h"
#include "conformance/Wire.h"
#include "ports/Clock.h"

#include <functional>

namespace jetbridge::conformance {

/// How far a run may go. Requests to this computer are sent without a pause.
struct RunLimits {
    int requests = 200;
    double perSecond = 5;
    std::chrono::milliseconds time = std::chrono::minutes(10);
};

/// What a run works with.
struct RunServices {
    Wire& wire;
    const Clock& clock;
    /// Takes the secrets out of an exchange before the report keeps it.
    std::function<Exchange(Exchange)> redact;
    std::function<void(const Secret&)> know; ///< A token that came.
    std::function<void(const CheckResult&)> told; ///< Each result, at once.
};

/// Runs the plan, group by group, and always comes to an end: with a partial report, when the wire
/// is cancelled or a limit is reached.
Task<CheckReport> runChecks(Plan plan, Target target, RunLimits limits, RunServices services);

/// Every request that the plan would send, in its order; none is sent.
QList<PlannedCheckRequest> plannedRequests(const Plan& plan, const Target& target);

} // namespace jetbridge::conformance
