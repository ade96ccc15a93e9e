// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace jetbridge {

/// A D-Bus session with a GNOME Keyring in a home folder of its own; everything ends with it.
class PrivateKeyring {
public:
    enum class Kind {
        Unlocked,
        Locked,
        Absent, ///< The bus is there, but nobody offers secrets and nobody can be started.
        Silent, ///< The service takes every call and never answers.
        NoBus,
    };

    /// Empty when it runs, else what went wrong.
    QString start(Kind kind);
    ~PrivateKeyring();

    /// For a child process that shall live in this session.
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
        m_home.path(); ///< The name of our connection: as unique as the folder.
    QString m_address;
    QProcessEnvironment m_environment;

    QString startDaemon();
};

} // namespace jetbridge
