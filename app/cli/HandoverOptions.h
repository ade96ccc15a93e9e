// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "domain/Handover.h"
#include "flows/HandOver.h"

namespace jetbridge {
class Customers;
}

namespace jetbridge::cli {

/// The options that say how credentials are handed over.
QList<QCommandLineOption> handoverOptions();

/// Invalid: no such format, secrets without --reveal, gpg without a recipient.
Outcome<Handover> handoverFrom(const Arguments& arguments);

/// Into a new file that its owner alone may read. It is made before anything leaves the vault, and
/// gone again if nothing does. Invalid: see openSecretFile().
Task<Outcome<Done>> handOverInto(
    Customers& customers, IntegrationId id, Handover handover, QString file);

} // namespace jetbridge::cli
