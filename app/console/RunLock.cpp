// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RunLock.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace jetbridge {

namespace {

// One file for all, of which each run locks a byte that its name leads to: a file for each would
// cost an onboarding more than its journal. The locks are those of the open file, not of the
// process, so that two runs of one program see each other too.

QByteArray fileIn(const QString& dataFolder)
{
    return QFile::encodeName(dataFolder + QStringLiteral("/runs.lock"));
}

struct flock byteOf(const QString& name)
{
    constexpr quint64 farthest = (quint64(1) << 62) - 1;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    struct flock byte = {};
    byte.l_type = F_WRLCK;
    byte.l_whence = SEEK_SET;
    byte.l_start = off_t(qFromBigEndian<quint64>(hash.constData()) & farthest);
    byte.l_len = 1;
    return byte;
}

QString nameOf(const OnboardingId& onboarding)
{
    return QStringLiteral("run ") + onboarding.text();
}

} // namespace

RunLock::RunLock(int file)
    : m_file(file)
{
}

RunLock::~RunLock()
{
    ::close(m_file);
}

RunLock::Taken RunLock::takeRun(const QString& dataFolder, const OnboardingId& onboarding)
{
    return take(dataFolder, nameOf(onboarding),
        QStringLiteral("This onboarding is under way in another program."));
}

RunLock::Taken RunLock::takeCompany(
    const QString& dataFolder, const QString& environment, const CompanyId& company)
{
    return take(dataFolder, QStringLiteral("company %1/%2").arg(environment, company.text()),
        QStringLiteral("\"%1\" is being onboarded just now: nothing was sent. Wait for the end of "
                       "that run.")
            .arg(company.text()));
}

RunLock::Taken RunLock::takeBulk(const QString& dataFolder)
{
    return take(dataFolder, QStringLiteral("bulk"),
        QStringLiteral("Another bulk run works on this data folder: wait for its end."));
}

RunLock::Taken RunLock::take(const QString& dataFolder, const QString& name, const QString& ifHeld)
{
    const int file = ::open(fileIn(dataFolder).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0) {
        std::shared_ptr<RunLock> lock(new RunLock(file));
        struct flock byte = byteOf(name);
        if (::fcntl(file, F_OFD_SETLK, &byte) == 0)
            return lock;
        if (errno == EAGAIN || errno == EACCES)
            return failed(FailureKind::Conflict, ifHeld);
    }
    return failed(FailureKind::StorageUnavailable,
        QStringLiteral("The data folder \"%1\" cannot be written: make room or change its "
                       "permissions, then try again.")
            .arg(dataFolder));
}

bool RunLock::isHeld(const QString& dataFolder, const OnboardingId& onboarding)
{
    const int file = ::open(fileIn(dataFolder).constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock byte = byteOf(nameOf(onboarding));
    const bool isHeld = ::fcntl(file, F_OFD_GETLK, &byte) == 0 && byte.l_type != F_UNLCK;
    ::close(file);
    return isHeld;
}

} // namespace jetbridge
