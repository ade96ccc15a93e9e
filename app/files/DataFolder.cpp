// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/DataFolder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace jetbridge {

Outcome<Done> makeDataFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return Done{};
    if (info.exists())
        return failed(FailureKind::StorageUnavailable,
            u"\"%1\" is a file, not a folder: name another data folder."_s.arg(folder));
    constexpr auto ownerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    QDir parent(info.absolutePath());
    parent.mkpath(u"."_s);
    if (parent.mkdir(info.fileName(), ownerOnly) || QFileInfo(folder).isDir())
        return Done{};
    return failed(FailureKind::StorageUnavailable,
        u"The data folder \"%1\" cannot be made: make it yourself, or name another one."_s.arg(
            folder));
}

} // namespace jetbridge
