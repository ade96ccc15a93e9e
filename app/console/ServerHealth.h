// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QUrl>

namespace jetbridge {

/// Asks the health address of a server of this program (`serve` or `simulate`) at the base URL
/// `server`, which may have a path prefix. BadReply: something else answers there; Unreachable and
/// TimedOut (after five seconds): nothing answers.
Task<Outcome<Done>> askHealth(QUrl server);

} // namespace jetbridge
