// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace jetbridge {

/// A D-Bus session with a GNOME Keyring in a home folder of its own; all of it ends with this
/// object.
class PrivateKeyring {
public:
    enum class Kind {
        Unlocked,
        Locked,
        Absent, ///< The bus runs, but no service offers secrets and none can be started.
        Silent, ///< The service accepts every call and never answers.
        NoBus,
    };

    /// Starts the session; returns an empty string, or what went wrong.
    QString start(Kind kind);
    ~PrivateKeyring();

    /// Returns the environment for a child process in this session.
    QProcessEnvironment environment() const { return m_environment; }
    /// Locks the default keyring, and opens it again (SecretService.h).
    QString lock();
    QString unlock();

    static constexpr char password[] = "a password of this test";

private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_daemon;
    const QString m_connection =
        m_home.path(); ///< Name of our connection; as unique as the folder.
    QString m_address;
    QProcessEnvironment m_environment;

    QString startDaemon();
};

} // namespace jetbridge
