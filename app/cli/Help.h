// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::cli {

/// Returns the text of --help: for everything (no words), for "environment", or for "environment
/// set".
QString helpText(const QString& words);

/// Returns the meaning of the exit codes, for --help and the manual.
QString exitCodesText();

} // namespace jetbridge::cli
