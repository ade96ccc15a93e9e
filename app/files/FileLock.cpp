// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileLock.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QThread>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace jetbridge {

namespace {

struct flock lockOn(qint64 byte, short type = F_WRLCK)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = off_t(byte);
    lock.l_len = 1;
    return lock;
}

} // namespace

FileLock::FileLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

FileLock::Taken FileLock::take(const QString& file, qint64 byte, std::chrono::milliseconds patience)
{
    return takeAs(F_WRLCK, file, byte, patience);
}

FileLock::Taken FileLock::share(const QString& file, qint64 byte)
{
    return takeAs(F_RDLCK, file, byte, std::chrono::milliseconds(0));
}

FileLock::Taken FileLock::takeAs(
    short type, const QString& file, qint64 byte, std::chrono::milliseconds patience)
{
    constexpr unsigned long pauseMs = 20;
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(Refusal::Unavailable);
    std::unique_ptr<FileLock> lock(new FileLock(descriptor));
    const QDeadlineTimer deadline(patience);
    for (;;) {
        struct flock wanted = lockOn(byte, type);
        if (::fcntl(descriptor, F_OFD_SETLK, &wanted) == 0)
            return lock;
        if (errno != EAGAIN && errno != EACCES)
            return tl::unexpected(Refusal::Unavailable);
        if (deadline.hasExpired())
            return tl::unexpected(Refusal::Held);
        QThread::msleep(pauseMs);
    }
}

bool FileLock::isHeld(const QString& file, qint64 byte)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct flock wanted = lockOn(byte);
    const bool isHeld = ::fcntl(descriptor, F_OFD_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
    ::close(descriptor);
    return isHeld;
}

qint64 FileLock::byteOf(const QString& name)
{
    constexpr quint64 farthest = (quint64(1) << 62) - 1;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return qint64(qFromBigEndian<quint64>(hash.constData()) & farthest);
}

} // namespace jetbridge
