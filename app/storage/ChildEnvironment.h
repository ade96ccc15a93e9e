// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace jetbridge::storage {

/// The environment for another program that we start: this program's own, without its JETBRIDGE_
/// variables, which may hold credentials.
QProcessEnvironment childEnvironment();

} // namespace jetbridge::storage
