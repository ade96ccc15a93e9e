// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EngineAge.h"
#include "ports/Task.h"

#include <QStringList>

namespace jetbridge {

/// The engine of the window's embedded browser, and how old its security fixes are today.
struct EngineReport {
    EngineVersion engine;
    FixesAge fixes;
};

/// By the dates that this program was built with (resources/engine) and the computer's clock.
EngineReport reportOn(EngineVersion engine);

/// What `jetbridge --version` says of it, in English: the engine, then its security fixes.
QStringList engineLines(const EngineReport& report);

/// Asks the window's program beside this one (`jetbridge --version`) in a process of its own, for
/// the engine is larger than all the rest. NotFound: the window, or its embedded browser, is not
/// installed. TimedOut, BadReply: it did not say within seconds.
Task<Outcome<EngineReport>> engineOfWindow();

/// This system's way to newer fixes than Debian 13 has by itself.
bool hasDebianBackports();

} // namespace jetbridge
