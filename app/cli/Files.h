// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "domain/Secret.h"

#include <QByteArray>
#include <QJsonArray>

namespace jetbridge::cli {

/// A file named on the command line. Invalid: it cannot be read or is larger than 16 MiB.
Outcome<QByteArray> readInputFile(const QString& path);

/// The same, holding a JSON list.
Outcome<QJsonArray> readJsonList(const QString& path);

/// A document in a file, whole or not at all, and what a command says of it; "-" is standard
/// output. Invalid: it cannot be written there.
Outcome<Report> writeDocument(
    const QString& path, const QString& format, const QByteArray& content);

/// A new file that its owner alone may read, empty so far: what cannot be kept need not leave the
/// vault. Invalid: something is there already, or it cannot be made.
Outcome<Done> makeSecretFile(const QString& path);

/// What it was made for, on disk when this returns. Invalid: it cannot be written, and is gone.
Outcome<Done> fillSecretFile(const QString& path, const Secret& content);

} // namespace jetbridge::cli
