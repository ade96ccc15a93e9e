// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/StateFile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace jetbridge::simulator {

namespace {

constexpr int format = 1;
constexpr int writeDelayMs = 200; // many changes in a row become one write

} // namespace

StateFile::StateFile(QString path, World& world)
    : m_path(std::move(path))
    , m_world(world)
    , m_soon(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &StateFile::write);
    m_world.onChange([this] { m_soon.start(); });
    write();
}

StateFile::~StateFile()
{
    m_world.onChange({});
    write();
}

Outcome<QJsonObject> StateFile::read(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return failed(FailureKind::StorageUnavailable,
            QStringLiteral("The state file %1 cannot be read: %2.").arg(path, file.errorString()));
    const QJsonObject saved = QJsonDocument::fromJson(file.readAll()).object();
    if (saved.value(QLatin1String("format")).toInt() != format)
        return failed(FailureKind::Invalid,
            QStringLiteral("%1 is no state file of the simulator.").arg(path));
    return saved;
}

void StateFile::write()
{
    QJsonObject state = m_world.save();
    state.insert(QStringLiteral("format"), format);
    state.insert(QStringLiteral("key"), QString::fromLatin1(m_world.seed().key().toHex()));
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(state).toJson()) >= 0 && file.commit();
    if (!written)
        qWarning("The simulator's state could not be written to %s: %s.", qPrintable(m_path),
            qPrintable(file.errorString()));
}

} // namespace jetbridge::simulator
