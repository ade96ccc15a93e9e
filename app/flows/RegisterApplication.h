// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "ports/Registry.h"

namespace jetbridge {

/// How the registration packet is written.
enum class PacketFormat { Markdown, Json, Html };

/// What the Partner & API Team is sent to issue Master Credentials (guide, 1).
QByteArray registrationPacket(const Application& application, PacketFormat format);

/// Checks the application, keeps it, and moves its registration on (guide, 1).
///
/// A draft may have findings. Beyond Draft it must have no error: Invalid names the first one.
Task<Outcome<Done>> registerApplication(Applications& applications, Application application);

} // namespace jetbridge
