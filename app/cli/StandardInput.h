// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Interruption.h"
#include "ports/Task.h"

namespace jetbridge::cli {

/// All of stdin, so many MiB at most (Invalid above). At a terminal `prompt` is shown on stderr,
/// and what is typed is not. Cancelled: interrupted meanwhile.
Task<Outcome<QByteArray>> readStandardInput(
    Interruption& interruption, QString prompt, int mostMebibytes = 1);

} // namespace jetbridge::cli
