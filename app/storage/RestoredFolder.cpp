// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RestoredFolder.h"

#include "storage/Database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

const QString registryFiles = u"registry.sqlite3*"_s;
const QString asideFolders = u"before-restore-*"_s;

tl::unexpected<Failure> refused(const QString& path)
{
    return failed(FailureKind::StorageUnavailable,
        u"\"%1\" cannot be written: %2. Make room or change its permissions, then "
        "restore once more: it goes on."_s.arg(path, qt_error_string(errno)));
}

/// Syncs a folder, so that the names in it are on disk. Some file systems cannot do that (EINVAL).
Outcome<Done> syncFolder(const QString& folder)
{
    const int there =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (there < 0)
        return refused(folder);
    const bool isSynced = ::fsync(there) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int error = errno;
    ::close(there);
    errno = error;
    return isSynced ? Outcome<Done>(Done{}) : refused(folder);
}

Outcome<Done> rename(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return Done{};
    return refused(to);
}

Outcome<Done> makeFolder(const QString& folder)
{
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || errno == EEXIST)
        return Done{};
    return refused(folder);
}

} // namespace

Outcome<std::unique_ptr<FileLock>> RestoredFolder::takeAlone() const
{
    return Database::takeAlone(m_folder);
}

bool RestoredFolder::isInUse() const
{
    return QFileInfo::exists(m_folder + u"/registry.sqlite3"_s);
}

Outcome<Done> RestoredFolder::checkNotInterrupted() const
{
    if (isInUse())
        return Done{};
    for (const QString& part : {reading(), storing()})
        if (QFileInfo::exists(part))
            return failed(FailureKind::Conflict,
                u"A restore into the data folder \"%1\" was interrupted: restore the same backup "
                "again, it continues (jetbridge-cli restore). To begin with an empty folder "
                "instead, remove \"%2\"."_s.arg(m_folder, part));
    return Done{};
}

Outcome<Done> RestoredFolder::discard(const QString& part) const
{
    errno = 0;
    if (!QFileInfo::exists(part) || QDir(part).removeRecursively())
        return Done{};
    return refused(part);
}

Outcome<Done> RestoredFolder::beginReading() const
{
    if (const auto gone = discard(reading()); !gone)
        return gone;
    return makeFolder(reading());
}

Outcome<Done> RestoredFolder::beginStoring() const
{
    if (const auto synced = syncFolder(reading()); !synced)
        return synced;
    if (const auto renamed = rename(reading(), storing()); !renamed)
        return renamed;
    return syncFolder(m_folder);
}

Outcome<Done> RestoredFolder::beginMoving(const QString& aside) const
{
    if (!aside.isEmpty())
        if (const auto made = makeFolder(storing() + QLatin1Char('/') + aside); !made)
            return made;
    if (const auto synced = syncFolder(storing()); !synced)
        return synced;
    if (const auto renamed = rename(storing(), moving()); !renamed)
        return renamed;
    return syncFolder(m_folder);
}

Outcome<Done> RestoredFolder::putAside(const QString& aside) const
{
    const QString target = moving() + QLatin1Char('/') + aside;
    const QStringList entries = QDir(m_folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString& entry : entries) {
        // The lock file is in use, and the window's layout belongs to the computer.
        if (entry == "runs.lock"_L1 || entry == "window.ini"_L1 || entry.startsWith("restore-"_L1)
            || entry.startsWith("before-restore-"_L1))
            continue;
        const auto moved =
            rename(m_folder + QLatin1Char('/') + entry, target + QLatin1Char('/') + entry);
        if (!moved)
            return moved;
    }
    if (const auto synced = syncFolder(target); !synced)
        return synced;
    // From here on the data folder holds what was restored.
    if (const auto renamed = rename(target, m_folder + QLatin1Char('/') + aside); !renamed)
        return renamed;
    return syncFolder(m_folder);
}

Outcome<Done> RestoredFolder::finishMoving() const
{
    const QDir moving(this->moving());
    if (!moving.exists())
        return Done{};
    for (const QString& aside : moving.entryList({asideFolders}, QDir::Dirs))
        if (const auto kept = putAside(aside); !kept)
            return kept;
    for (const QString& file : moving.entryList({registryFiles}, QDir::Files))
        if (const auto moved = rename(moving.filePath(file), m_folder + QLatin1Char('/') + file);
            !moved)
            return moved;
    if (const auto synced = syncFolder(m_folder); !synced)
        return synced;
    return discard(moving.path());
}

} // namespace jetbridge::storage
