// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "ports/Registry.h"

namespace jetbridge {

/// File format of the registration packet.
enum class PacketFormat { Markdown, Json, Html };

/// Returns the registration packet: what the Partner & API Team needs to issue Master Credentials
/// (guide, 1).
QByteArray registrationPacket(const Application& application, PacketFormat format);

/// Checks and saves the application, and advances its registration (guide, 1).
///
/// A draft may have findings. Beyond Draft, no error is allowed: Invalid names the first one.
Task<Outcome<Done>> registerApplication(Applications& applications, Application application);

} // namespace jetbridge
