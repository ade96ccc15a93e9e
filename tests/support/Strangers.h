// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QString>

/// Where programs and libraries of others are, against which tests try our own.
namespace jetbridge::test {

/// Returns the path of Debian's Python. Another one that comes first in PATH would not find
/// Debian's packages.
inline QString debianPython()
{
    return QStringLiteral("/usr/bin/python3");
}

/// Returns the folder whose node_modules has this npm package (packaging/npm installs it); empty if
/// it is not there.
inline QString npmWith(const QString& package)
{
    const QString folder =
        QDir(QCoreApplication::applicationDirPath() + QStringLiteral("/../npm")).absolutePath();
    const bool isThere = QFileInfo::exists(
        folder + QStringLiteral("/node_modules/") + package + QStringLiteral("/package.json"));
    return isThere ? folder : QString();
}

} // namespace jetbridge::test
