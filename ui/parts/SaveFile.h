// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "ports/Task.h"

#include <QByteArray>
#include <QString>

namespace jetbridge::ui {

/// Writes a file that only its owner can read, completely or not at all, on another thread.
/// Invalid: it cannot be written there; the detail says why.
Task<Outcome<Done>> saveFile(QString path, QByteArray content);

} // namespace jetbridge::ui
