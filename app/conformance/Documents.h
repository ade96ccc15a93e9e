// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CheckReport.h"

#include <functional>

namespace jetbridge::conformance {

/// A redacted exchange as a command for a shell.
using CurlLine = std::function<QByteArray(const Exchange&)>;

/// For a terminal: findings first, then one line for each check. `onlyFailed`: no line for what
/// passed or has no meaning.
QByteArray textDocument(const CheckReport& report, const CurlLine& curl, bool onlyFailed);

/// JUnit's XML as its public schema (windyroad, Jenkins) has it: faults are failures, what could
/// not be measured is an error, what nobody decided is skipped. Warnings stand in system-out.
QByteArray junitDocument(const CheckReport& report);

/// One page that needs nothing else, for the Partner & API Team: first the verdict and what is to
/// be done, then the log; links lead both ways.
QByteArray htmlDocument(const CheckReport& report, const CurlLine& curl);

} // namespace jetbridge::conformance
