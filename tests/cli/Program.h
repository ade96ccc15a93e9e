// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

/// The real jetbridge-cli on a data folder of its own, as a script would call it.
class Program {
public:
    /// What one run left behind.
    struct Run {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
        /// stdout as the one document it must be; empty if it is anything else.
        QJsonObject json() const;
    };

    /// Runs to the end; `arguments` come after --data.
    Run run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// Starts one that runs until it is stopped.
    void start(QProcess& process, const QStringList& arguments) const;

    QString folder() const { return m_folder.path(); }
    /// Every byte of every file in the data folder.
    QByteArray everythingKept() const;

    QProcessEnvironment environment = untraced();

private:
    /// LeakSanitizer traces its own process, which the program forbids (no core dumps, no debugger
    /// near secrets).
    static QProcessEnvironment untraced()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        return environment;
    }

    QTemporaryDir m_folder;
};

/// The JSON line that `serve` and `simulate` print when they are ready; empty when they ended
/// instead.
QJsonObject readyLine(QProcess& process);
/// Stops it as a supervisor would, and gives its exit code.
int stop(QProcess& process);
