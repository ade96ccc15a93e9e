// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Interruption.h"
#include "domain/Secret.h"
#include "ports/Task.h"

namespace jetbridge::cli {

/// All of stdin, so many MiB at most (Invalid above). At a terminal `prompt` is shown on stderr,
/// and what is typed is not. Cancelled: interrupted meanwhile.
Task<Outcome<QByteArray>> readStandardInput(
    Interruption& interruption, QString prompt, int mostMebibytes = 1);

/// A passphrase: one line, from a pipe or typed at a terminal, where it is not shown. `again`,
/// unless empty, is the prompt to have it typed there a second time. Invalid: it is empty, or the
/// two differ.
Task<Outcome<Secret>> readPassphrase(
    Interruption& interruption, QString prompt, QString again = {});

} // namespace jetbridge::cli
