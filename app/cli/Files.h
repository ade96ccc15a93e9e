// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "console/WholeFile.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QJsonArray>

namespace jetbridge::cli {

/// Reads a file named on the command line. Invalid: it cannot be read or is larger than 16 MiB.
Outcome<QByteArray> readInputFile(const QString& path);

/// Reads a file that holds a JSON list; fails as readInputFile() does.
Outcome<QJsonArray> readJsonList(const QString& path);

/// Writes a document to a file, completely or not at all, and returns the command's report; "-" is
/// standard output. `isPrivate`: it holds customers or traffic, so only its owner may read it.
/// Invalid: it cannot be written there.
Outcome<Report> writeDocument(
    const QString& path, const QString& format, const QByteArray& content, bool isPrivate);

/// Opens a new file that only its owner can read; it appears with finishSecretFile(). It is opened
/// first, because nothing needs to leave the vault if it cannot be saved. Invalid: a file of that
/// name exists, or it cannot be created.
Outcome<std::unique_ptr<WholeFile>> openSecretFile(const QString& path);

/// Writes the file, which is on disk when this returns. Invalid: it cannot be written, and no file
/// is left there.
Outcome<Done> finishSecretFile(const QString& path, WholeFile& file, const Secret& content);

} // namespace jetbridge::cli
