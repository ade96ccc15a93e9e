// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jetbridge {

namespace {

const QString suffix = QStringLiteral(".run");

QByteArray pathOf(const QString& dataFolder, const OnboardingId& onboarding)
{
    return QFile::encodeName(dataFolder + QLatin1Char('/') + onboarding.text() + suffix);
}

/// Whether the file that is open is the one that the path leads to: it may have been swept away
/// between opening and locking.
bool isThere(int file, const QByteArray& path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(file, &open) == 0 && ::stat(path.constData(), &named) == 0
        && open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

int lockWaiting(int file)
{
    int result = 0;
    do
        result = ::flock(file, LOCK_EX);
    while (result != 0 && errno == EINTR);
    return result;
}

} // namespace

RunLock::RunLock(QByteArray path, int file)
    : m_path(std::move(path))
    , m_file(file)
{
}

std::unique_ptr<RunLock> RunLock::take(const QString& dataFolder, const OnboardingId& onboarding)
{
    const QByteArray path = pathOf(dataFolder, onboarding);
    for (;;) {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0)
            return nullptr;
        // Nobody but a sweep ever competes for it, and that takes microseconds.
        const bool isLocked = lockWaiting(file) == 0;
        if (isLocked && isThere(file, path))
            return std::unique_ptr<RunLock>(new RunLock(path, file));
        ::close(file);
        if (!isLocked)
            return nullptr; // A file system without locks.
    }
}

RunLock::~RunLock()
{
    ::unlink(m_path.constData());
    ::close(m_file);
}

bool RunLock::isHeld(const QString& dataFolder, const OnboardingId& onboarding)
{
    const int file = ::open(pathOf(dataFolder, onboarding).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isHeld = ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    return isHeld;
}

void RunLock::sweep(const QString& dataFolder)
{
    const QDir folder(dataFolder);
    for (const QString& name : folder.entryList({QLatin1Char('*') + suffix}, QDir::Files)) {
        const QByteArray path = QFile::encodeName(folder.filePath(name));
        const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            ::unlink(path.constData());
        ::close(file);
    }
}

} // namespace jetbridge
