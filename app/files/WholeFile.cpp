// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/WholeFile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

tl::unexpected<Failure> refused(int error)
{
    return failed(FailureKind::StorageUnavailable, qt_error_string(error));
}

tl::unexpected<Failure> isThere()
{
    return failed(FailureKind::Invalid,
        u"a file of this name is there already: remove it, or choose another"_s);
}

/// Where the file is, or will be, that a path leads to.
QString target(QString path)
{
    constexpr int mostLinks = 40;
    for (int links = 0; links < mostLinks && QFileInfo(path).isSymLink(); ++links)
        path = QFileInfo(path).symLinkTarget();
    return QFileInfo(path).absoluteFilePath();
}

/// Some file systems cannot sync a folder, and say so by EINVAL.
bool sync(int file)
{
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
}

/// Makes a change of the folder's names durable.
Outcome<Done> syncFolder(const QByteArray& folder)
{
    const int there = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (there < 0)
        return Done{}; // a folder that may be written, but not read
    const bool isSynced = sync(there);
    const int error = errno;
    ::close(there);
    return isSynced ? Outcome<Done>(Done{}) : refused(error);
}

QByteArray nameInProc(int file)
{
    return "/proc/self/fd/" + QByteArray::number(file);
}

} // namespace

WholeFile::WholeFile(QByteArray path, SaveOptions options)
    : m_path(std::move(path))
    , m_options(options)
{
}

WholeFile::~WholeFile()
{
    if (m_file >= 0)
        ::close(m_file);
    if (!m_temporary.isEmpty())
        ::unlink(m_temporary.constData());
}

QByteArray WholeFile::folder() const
{
    return m_path.left(std::max<qsizetype>(1, m_path.lastIndexOf('/')));
}

Outcome<std::unique_ptr<WholeFile>> WholeFile::open(const QString& path, SaveOptions options)
{
    std::unique_ptr<WholeFile> file(new WholeFile(QFile::encodeName(target(path)), options));
    struct stat there = {};
    const bool exists = ::stat(file->m_path.constData(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode))
        return failed(
            FailureKind::Invalid, u"a folder, a pipe or a device is there, and no file"_s);
    if (exists && !options.mayReplace)
        return isThere();
    if (const auto made = file->makeTemporary(); !made)
        return passOn(made);
    if (exists && !options.isPrivate && ::fchmod(file->m_file, there.st_mode & 0777U) != 0)
        return refused(errno);
    return file;
}

Outcome<Done> WholeFile::makeTemporary()
{
    const mode_t mode = m_options.isPrivate ? 0600 : 0666; // less the umask
    // Without a name nothing is left behind by whoever is killed. It gets one by way of /proc.
    m_file = ::open(folder().constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (m_file >= 0 && ::access(nameInProc(m_file).constData(), F_OK) == 0)
        return Done{};
    if (m_file >= 0)
        ::close(m_file);
    const QByteArray name = folder() + "/.jetbridge-"
        + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    m_file = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
    if (m_file < 0)
        return refused(errno);
    m_temporary = name;
    return Done{};
}

Outcome<Done> WholeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(m_file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return refused(errno);
        bytes = bytes.sliced(written);
    }
    return Done{};
}

Outcome<Done> WholeFile::commit()
{
    if (::fsync(m_file) != 0)
        return refused(errno);
    if (const auto placed = putInPlace(); !placed)
        return placed;
    // It is there; only a power cut could still take it away again.
    return syncFolder(folder());
}

Outcome<Done> WholeFile::putInPlace()
{
    const auto link = [this](const QByteArray& name) {
        return m_temporary.isEmpty() ? ::linkat(AT_FDCWD, nameInProc(m_file).constData(), AT_FDCWD,
                   name.constData(), AT_SYMLINK_FOLLOW)
                                     : ::link(m_temporary.constData(), name.constData());
    };
    if (!m_options.mayReplace) {
        if (link(m_path) == 0)
            return Done{};
        return errno == EEXIST ? isThere() : refused(errno);
    }
    if (m_temporary.isEmpty()) {
        const QByteArray name = folder() + "/.jetbridge-"
            + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
        if (link(name) != 0)
            return refused(errno);
        m_temporary = name;
    }
    if (::rename(m_temporary.constData(), m_path.constData()) != 0)
        return refused(errno);
    m_temporary.clear();
    return Done{};
}

Outcome<Done> saveWholeFile(const QString& path, QByteArrayView content, SaveOptions options)
{
    const auto file = WholeFile::open(path, options);
    if (!file)
        return passOn(file);
    if (const auto written = (*file)->write(content); !written)
        return passOn(written);
    return (*file)->commit();
}

Outcome<Done> removeFile(const QString& path)
{
    if (::unlink(QFile::encodeName(path).constData()) == 0)
        return syncFolder(QFile::encodeName(QFileInfo(path).absolutePath()));
    const int error = errno;
    if (error == ENOENT)
        return failed(FailureKind::NotFound, qt_error_string(error));
    return refused(error);
}

} // namespace jetbridge
