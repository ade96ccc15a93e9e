// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jetbridge::cli {

/// What --help prints: for everything (no words), for "environment", or for "environment set".
QString helpText(const QString& words);

/// What the exit codes mean, as --help and the manual say it.
QString exitCodesText();

} // namespace jetbridge::cli
