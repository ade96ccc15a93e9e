// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PrivateKeyring.h"

#include "storage/SecretService.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <csignal>

namespace jetbridge {

namespace {

constexpr int patienceMs = 10'000;
const QString secrets = QStringLiteral("org.freedesktop.secrets");

} // namespace

QString PrivateKeyring::start(Kind kind)
{
    m_environment = QProcessEnvironment::systemEnvironment();
    // These variables would lead out of this session.
    for (const auto* name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
             "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "XDG_CONFIG_HOME",
             "XDG_CACHE_HOME", "XDG_DATA_DIRS"})
        m_environment.remove(QString::fromLatin1(name));
    m_environment.insert(QStringLiteral("HOME"), m_home.path());
    m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("share")));
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.filePath(QStringLiteral("run")));
    if (!QDir().mkpath(m_home.filePath(QStringLiteral("share")))
        || !QDir().mkpath(m_home.filePath(QStringLiteral("run"))))
        return QStringLiteral("the temporary home cannot be made");
    if (kind == Kind::NoBus)
        return {};

    // Without service folders, the bus starts no service by itself.
    QFile configuration(m_home.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return configuration.errorString();
    configuration.write(
        QStringLiteral("<busconfig><type>session</type><listen>unix:path=%1</listen>"
                       "<policy context=\"default\"><allow send_destination=\"*\" "
                       "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                       "<allow own=\"*\"/></policy></busconfig>")
            .arg(m_home.filePath(QStringLiteral("bus")))
            .toUtf8());
    configuration.close();
    m_bus.setProcessEnvironment(m_environment);
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--print-address")});
    while (!m_bus.canReadLine())
        if (!m_bus.waitForReadyRead(patienceMs))
            return QStringLiteral("dbus-daemon did not start: ") + m_bus.errorString();
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    if (!QDBusConnection::connectToBus(m_address, m_connection).isConnected())
        return QStringLiteral("the private bus cannot be reached");

    switch (kind) {
    case Kind::NoBus:
    case Kind::Absent:
        return {};
    case Kind::Silent:
        if (const QString problem = startDaemon(); !problem.isEmpty())
            return problem;
        return ::kill(pid_t(m_daemon.processId()), SIGSTOP) == 0
            ? QString()
            : QStringLiteral("it did not stop");
    case Kind::Unlocked:
        return startDaemon();
    case Kind::Locked:
        if (const QString problem = startDaemon(); !problem.isEmpty())
            return problem;
        return lock();
    }
    Q_UNREACHABLE();
}

QString PrivateKeyring::startDaemon()
{
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
            QStringLiteral("--components=secrets")});
    if (!m_daemon.waitForStarted(patienceMs))
        return QStringLiteral("gnome-keyring-daemon did not start: ") + m_daemon.errorString();
    m_daemon.write(password);
    m_daemon.closeWriteChannel();
    // The keyring reads the password to its end before anything else.
    m_daemon.waitForBytesWritten(patienceMs);

    auto* bus = QDBusConnection(m_connection).interface();
    QElapsedTimer time;
    time.start();
    while (!bus->isServiceRegistered(secrets)) {
        if (time.elapsed() > patienceMs)
            return QStringLiteral("gnome-keyring-daemon is not on the bus");
        QThread::msleep(10);
    }
    return {};
}

QString PrivateKeyring::lock()
{
    return lockKeyring(QDBusConnection(m_connection));
}

QString PrivateKeyring::unlock()
{
    return unlockKeyring(QDBusConnection(m_connection), password);
}

PrivateKeyring::~PrivateKeyring()
{
    QDBusConnection::disconnectFromBus(m_connection);
    for (QProcess* process : {&m_daemon, &m_bus}) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
}

} // namespace jetbridge
