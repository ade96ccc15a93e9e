// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "domain/Handover.h"
#include "flows/HandOver.h"

namespace jetbridge {
class Customers;
}

namespace jetbridge::cli {

/// Returns the options that say how credentials are handed over.
QList<QCommandLineOption> handoverOptions();

/// Reads these options. Invalid: unknown format, secrets without --reveal, or gpg without a
/// recipient.
Outcome<Handover> handoverFrom(const Arguments& arguments);

/// Hands over credentials into a new file that only its owner can read. The file is created before
/// anything leaves the vault, and removed again if nothing does. Invalid: see openSecretFile().
Task<Outcome<Done>> handOverInto(
    Customers& customers, IntegrationId id, Handover handover, QString file);

} // namespace jetbridge::cli
