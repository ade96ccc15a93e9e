// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "console/Endpoints.h"
#include "console/EndpointsSetup.h"

namespace jetbridge::cli {

/// The options that say where the partner's endpoints are served, for every command that does so.
QList<QCommandLineOption> servingOptions();

/// The address that an option names; `::` means every IPv4 and IPv6 address. Invalid: it is none.
Outcome<QHostAddress> addressOf(const Arguments& arguments, const char* option);

/// What they say. Invalid: which of them is wrong, or needs another one.
Outcome<EndpointsSetup> servingFrom(const Arguments& arguments);

/// What will keep customers from arriving or from being sent back: the application's consentUrl is
/// another one than is served, or the environment does not let `redirect` name its own portal. One
/// sentence each, with the setting's name.
Task<QStringList> servingTrouble(
    Applications& applications, Environment environment, EndpointUrls served);

} // namespace jetbridge::cli
