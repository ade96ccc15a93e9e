// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Interruption.h"
#include "domain/Secret.h"
#include "ports/Task.h"

namespace jetbridge::cli {

/// Reads all of stdin, up to a number of MiB. At a terminal it shows `prompt` on stderr and hides
/// what is typed. Cancelled: interrupted meanwhile. Invalid: more than the limit arrived.
Task<Outcome<QByteArray>> readStandardInput(
    Interruption& interruption, QString prompt, int mostMebibytes = 1);

/// Reads a passphrase: one line from a pipe, or typed at a terminal, where it is not shown. If
/// `again` is not empty, it is the prompt for typing it a second time there. Invalid: it is empty,
/// or the two differ.
Task<Outcome<Secret>> readPassphrase(
    Interruption& interruption, QString prompt, QString again = {});

} // namespace jetbridge::cli
