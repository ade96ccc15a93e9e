// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
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

bool isLockedWaiting(int file)
{
    int result = 0;
    do
        result = ::flock(file, LOCK_EX);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

/// A sweep, or somebody who looks, has it for microseconds: whoever has it longer is a run.
bool isLockedSoon(int file)
{
    constexpr int tries = 20;
    for (int tried = 0; tried < tries; ++tried) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

bool isHeldAt(const QByteArray& path)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isHeld = ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    return isHeld;
}

} // namespace

RunLock::RunLock(QByteArray path, int file)
    : m_path(std::move(path))
    , m_file(file)
{
}

std::unique_ptr<RunLock> RunLock::take(const QString& dataFolder, const OnboardingId& onboarding)
{
    return take(pathOf(dataFolder, onboarding), Patience::Waits);
}

Outcome<std::shared_ptr<RunLock>> RunLock::takeCompany(
    const QString& dataFolder, const QString& environment, const CompanyId& company)
{
    // Whatever the company is called, this is the name of a file.
    const QByteArray name = (environment + QLatin1Char('/') + company.text()).toUtf8();
    const QByteArray path = pathOf(dataFolder,
        OnboardingId(QString::fromLatin1(
            QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex())));
    std::shared_ptr<RunLock> lock = take(path, Patience::GivesUp);
    if (lock)
        return lock;
    if (isHeldAt(path))
        return failed(FailureKind::Conflict,
            QStringLiteral("\"%1\" is being onboarded just now: nothing was sent. Wait for the end "
                           "of that run.")
                .arg(company.text()));
    return failed(FailureKind::StorageUnavailable,
        QStringLiteral("The data folder \"%1\" cannot be written: make room or change its "
                       "permissions, then try again.")
            .arg(dataFolder));
}

std::unique_ptr<RunLock> RunLock::take(const QByteArray& path, Patience patience)
{
    for (;;) {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0)
            return nullptr;
        const bool isLocked =
            patience == Patience::Waits ? isLockedWaiting(file) : isLockedSoon(file);
        if (isLocked && isThere(file, path))
            return std::unique_ptr<RunLock>(new RunLock(path, file));
        ::close(file);
        if (!isLocked)
            return nullptr; // Held, or a file system without locks.
    }
}

RunLock::~RunLock()
{
    ::unlink(m_path.constData());
    ::close(m_file);
}

bool RunLock::isHeld(const QString& dataFolder, const OnboardingId& onboarding)
{
    return isHeldAt(pathOf(dataFolder, onboarding));
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
