// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/StateFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#endif

namespace jetbridge::simulator {

namespace {

constexpr int format = 1;

/// QSaveFile syncs what it writes, but not that it is in place.
void syncFolderOf([[maybe_unused]] const QString& path)
{
#ifndef Q_OS_WIN
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#endif
}

} // namespace

StateFile::StateFile(QString path)
    : m_path(std::move(path))
    , m_lock(m_path + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // stale is only a lock whose process is gone
}

StateFile::~StateFile()
{
    if (m_world)
        m_world->onChange({});
}

Outcome<QJsonObject> StateFile::open()
{
    if (!m_lock.tryLock(0))
        return m_lock.error() == QLockFile::LockFailedError
            ? failed(FailureKind::Conflict,
                QStringLiteral("Another simulator keeps its state in %1: give each its own file.")
                    .arg(m_path))
            : failed(FailureKind::StorageUnavailable,
                QStringLiteral("Nothing can be written beside the state file %1: choose a folder "
                               "that exists and is yours.")
                    .arg(m_path),
                0, QStringLiteral("state_folder"));
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return failed(FailureKind::StorageUnavailable,
            QStringLiteral("The state file %1 cannot be read: %2.")
                .arg(m_path, file.errorString()));
    const QByteArray content = file.readAll();
    if (content.isEmpty()) // as mktemp makes it
        return QJsonObject();
    const QJsonObject saved = QJsonDocument::fromJson(content).object();
    if (saved.value(QLatin1String("format")).toInt() != format)
        return failed(FailureKind::Invalid,
            QStringLiteral("%1 is no state file of the simulator: name another, or remove it.")
                .arg(m_path));
    return saved;
}

Outcome<Done> StateFile::keep(World& world)
{
    m_world = &world;
    if (const auto written = write(); !written) {
        m_world = nullptr;
        return written;
    }
    world.onChange([this] {
        m_kept = write();
        if (!m_kept)
            qWarning("%s", qPrintable(m_kept.error().detail));
    });
    return Done{};
}

Outcome<Done> StateFile::kept()
{
    if (!m_kept)
        m_kept = write();
    return m_kept;
}

Outcome<Done> StateFile::write() const
{
    QJsonObject state = m_world->save();
    state.insert(QStringLiteral("format"), format);
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(state).toJson()) >= 0 && file.commit();
    if (!written)
        return failed(FailureKind::StorageUnavailable,
            QStringLiteral("The simulator's state cannot be written to %1: %2.")
                .arg(m_path, file.errorString()),
            503, QStringLiteral("STATE_NOT_KEPT"));
    syncFolderOf(m_path);
    return Done{};
}

} // namespace jetbridge::simulator
