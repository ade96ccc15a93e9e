// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QJsonArray>

namespace jetbridge::cli {

/// A file named on the command line. Invalid: it cannot be read or is larger than 16 MiB.
Outcome<QByteArray> readInputFile(const QString& path);

/// The same, holding a JSON list.
Outcome<QJsonArray> readJsonList(const QString& path);

/// Whole or not at all. Invalid: it cannot be written there.
Outcome<Done> writeOutputFile(const QString& path, const QByteArray& content);

/// A new file that its owner alone may read, on disk when this returns. Invalid: something is there
/// already, or it cannot be written.
Outcome<Done> writeSecretFile(const QString& path, const Secret& content);

} // namespace jetbridge::cli
