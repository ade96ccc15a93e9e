// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace jetbridge::process {

/// Returns the environment for a child process: this program's own, without its JETBRIDGE_
/// variables, which may hold credentials.
QProcessEnvironment childEnvironment();

} // namespace jetbridge::process
