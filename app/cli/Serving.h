// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "console/Endpoints.h"
#include "console/EndpointsSetup.h"

namespace jetbridge::cli {

/// Returns the options for the addresses of the partner's endpoints, for every command that serves
/// them.
QList<QCommandLineOption> servingOptions();

/// Returns the address that an option names; `::` means every IPv4 and IPv6 address. Invalid: it is
/// not an address.
Outcome<QHostAddress> addressOf(const Arguments& arguments, const char* option);

/// Reads these options. Invalid: one of them is wrong, or needs another one; the detail names it.
Outcome<EndpointsSetup> servingFrom(const Arguments& arguments);

/// Returns the problems that will keep customers from arriving or from being sent back: the
/// application's consentUrl differs from the served one, or the environment does not allow
/// `redirect` to name its own portal. Each is one sentence with the setting's name.
Task<QStringList> servingTrouble(
    Applications& applications, Environment environment, EndpointUrls served);

} // namespace jetbridge::cli
