// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/SimulatorControl.h"
#include "ports/Registry.h"

namespace jetbridge {

/// Disables in the simulator, as the customer's administrator would, the integration that a confirm
/// call of unknown outcome created there. `unknown` is the row of that run. NotFound: the simulator
/// has no enabled integration that the call created. Both references outlive the task.
Task<Outcome<QJsonObject>> disableUnanswered(
    SimulatorControl& control, Integrations& integrations, Integration unknown);

} // namespace jetbridge
