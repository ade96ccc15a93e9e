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

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr int patienceMs = 10'000;
const QString secrets = u"org.freedesktop.secrets"_s;

} // namespace

QString PrivateKeyring::start(Kind kind)
{
    m_environment = QProcessEnvironment::systemEnvironment();
    // These variables would lead out of this session.
    for (const auto* name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
             "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "XDG_CONFIG_HOME",
             "XDG_CACHE_HOME", "XDG_DATA_DIRS"})
        m_environment.remove(QString::fromLatin1(name));
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"share"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"run"_s));
    if (!QDir().mkpath(m_home.filePath(u"share"_s)) || !QDir().mkpath(m_home.filePath(u"run"_s)))
        return u"the temporary home cannot be made"_s;
    if (kind == Kind::NoBus)
        return {};

    // Without service folders, the bus starts no service by itself.
    QFile configuration(m_home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return configuration.errorString();
    configuration.write(u"<busconfig><type>session</type><listen>unix:path=%1</listen>"
                        "<policy context=\"default\"><allow send_destination=\"*\" "
                        "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                        "<allow own=\"*\"/></policy></busconfig>"_s.arg(m_home.filePath(u"bus"_s))
                            .toUtf8());
    configuration.close();
    m_bus.setProcessEnvironment(m_environment);
    m_bus.start(u"dbus-daemon"_s,
        {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
    while (!m_bus.canReadLine())
        if (!m_bus.waitForReadyRead(patienceMs))
            return u"dbus-daemon did not start: "_s + m_bus.errorString();
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    if (!QDBusConnection::connectToBus(m_address, m_connection).isConnected())
        return u"the private bus cannot be reached"_s;

    switch (kind) {
    case Kind::NoBus:
    case Kind::Absent:
        return {};
    case Kind::Silent:
        if (const QString problem = startDaemon(); !problem.isEmpty())
            return problem;
        return ::kill(pid_t(m_daemon.processId()), SIGSTOP) == 0 ? QString() : u"it did not stop"_s;
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
    m_daemon.start(
        u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_daemon.waitForStarted(patienceMs))
        return u"gnome-keyring-daemon did not start: "_s + m_daemon.errorString();
    m_daemon.write(password);
    m_daemon.closeWriteChannel();
    // The keyring reads the password to its end before anything else.
    m_daemon.waitForBytesWritten(patienceMs);

    auto* bus = QDBusConnection(m_connection).interface();
    QElapsedTimer time;
    time.start();
    while (!bus->isServiceRegistered(secrets)) {
        if (time.elapsed() > patienceMs)
            return u"gnome-keyring-daemon is not on the bus"_s;
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
