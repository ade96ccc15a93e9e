// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace jetbridge {

/// How a file is saved.
struct SaveOptions {
    /// Its owner alone may read it (0600): for customers, traffic and secrets. Otherwise the umask
    /// decides, and a file that is replaced keeps its mode.
    bool isPrivate = true;
    bool mayReplace = true; ///< A file that is there already.
};

/// A file that is there whole or not at all: what is written appears under its name with commit(),
/// after it was synced. Until then, and when anything fails, the file before it is untouched and
/// nothing is left behind, even by a program that is killed.
///
/// A pipe or a device is never replaced. The detail of a failure is the reason alone ("No space
/// left on device"): the caller says of which file. Invalid: something else is there already;
/// StorageUnavailable: the disk refused.
class WholeFile {
public:
    static Outcome<std::unique_ptr<WholeFile>> open(const QString& path, SaveOptions options);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    Outcome<Done> write(QByteArrayView bytes);
    /// On disk under its name when this returns. Called once, last.
    Outcome<Done> commit();

private:
    WholeFile(QByteArray path, SaveOptions options);
    Outcome<Done> makeTemporary();
    Outcome<Done> putInPlace();
    QByteArray folder() const;

    const QByteArray m_path; ///< Of the file itself, whatever link leads to it.
    const SaveOptions m_options;
    QByteArray m_temporary; ///< Empty: the file has no name yet.
    int m_file = -1;
};

/// The same in one call.
Outcome<Done> saveWholeFile(const QString& path, QByteArrayView content, SaveOptions options);
/// Removes a file; it is gone from the disk when this returns. NotFound: there is none.
Outcome<Done> removeFile(const QString& path);

} // namespace jetbridge
