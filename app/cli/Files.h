// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "console/WholeFile.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QJsonArray>

namespace jetbridge::cli {

/// A file named on the command line. Invalid: it cannot be read or is larger than 16 MiB.
Outcome<QByteArray> readInputFile(const QString& path);

/// The same, holding a JSON list.
Outcome<QJsonArray> readJsonList(const QString& path);

/// A document in a file, whole or not at all, and what a command says of it; "-" is standard
/// output. `isPrivate`: customers or traffic are in it, its owner alone may read it. Invalid: it
/// cannot be written there.
Outcome<Report> writeDocument(
    const QString& path, const QString& format, const QByteArray& content, bool isPrivate);

/// A new file that its owner alone may read; it is there with finishSecretFile(). Opened first:
/// what cannot be kept need not leave the vault. Invalid: something is there already, or it cannot
/// be made.
Outcome<std::unique_ptr<WholeFile>> openSecretFile(const QString& path);

/// Writes the file, on disk when this returns. Invalid: it cannot be written, and is not there.
Outcome<Done> finishSecretFile(const QString& path, WholeFile& file, const Secret& content);

} // namespace jetbridge::cli
