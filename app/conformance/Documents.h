// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CheckReport.h"

#include <functional>

namespace jetbridge::conformance {

/// A function that formats a redacted exchange as a command for a shell.
using CurlLine = std::function<QByteArray(const Exchange&)>;

/// Writes the report for a terminal: findings first, then one line for each check. With
/// `onlyFailed` there is no line for checks that passed or do not apply.
QByteArray textDocument(const CheckReport& report, const CurlLine& curl, bool onlyFailed);

/// Writes the report as JUnit XML in its public schema (windyroad, Jenkins). Faults are failures,
/// checks that could not be measured are errors, and undecided ones are skipped. Warnings are in
/// system-out.
QByteArray junitDocument(const CheckReport& report);

/// Writes the report as a self-contained page for the Partner & API Team: first the verdict and
/// what to do, then the log, with links in both directions.
QByteArray htmlDocument(const CheckReport& report, const CurlLine& curl);

} // namespace jetbridge::conformance
