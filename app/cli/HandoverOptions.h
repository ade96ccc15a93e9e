// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "domain/Handover.h"
#include "flows/HandOver.h"

namespace jetbridge::cli {

/// The options that say how credentials are handed over.
QList<QCommandLineOption> handoverOptions();

/// Invalid: no such format, secrets without --reveal, gpg without a recipient.
Outcome<Handover> handoverFrom(const Arguments& arguments);

} // namespace jetbridge::cli
