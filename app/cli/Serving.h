// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "console/EndpointsSetup.h"

namespace jetbridge::cli {

/// The options that say where the partner's endpoints are served, for every command that does so.
QList<QCommandLineOption> servingOptions();

/// What they say. Invalid: which of them is wrong, or needs another one.
Outcome<EndpointsSetup> servingFrom(const Arguments& arguments);

} // namespace jetbridge::cli
