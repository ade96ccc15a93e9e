// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QStringList>

namespace jetbridge {

/// What --version prints: the program, Qt, what else it was built on (`alsoOn`, a line each), and
/// the keychain of this session; asking for that takes seconds at most and starts nothing.
Task<QString> versionText(QString program, QStringList alsoOn = {});

} // namespace jetbridge
