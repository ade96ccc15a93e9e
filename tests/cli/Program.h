// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

/// The real jetbridge-cli on a data folder of its own, called as by a script.
class Program {
public:
    /// Result of one run.
    struct Run {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
        /// Returns stdout as a JSON document; empty if it is anything else.
        QJsonObject json() const;
        /// Returns the code of the failure in it (`error.code`); empty if there is none.
        QString errorCode() const
        {
            return json().value(QLatin1String("error"))[QLatin1String("code")].toString();
        }
    };

    /// Runs the program to its end; `arguments` follow --data.
    Run run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// Starts a program that runs until it is stopped.
    void start(QProcess& process, const QStringList& arguments) const;

    QString folder() const { return m_folder.path(); }
    /// Returns every byte of every file in the data folder.
    QByteArray everythingKept() const;

    QProcessEnvironment environment = untraced();

private:
    /// Returns an environment without LeakSanitizer, which would trace its own process. The program
    /// forbids that (no core dumps, no debugger near secrets).
    static QProcessEnvironment untraced()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        return environment;
    }

    QTemporaryDir m_folder;
};

/// Returns the arguments of a line, which are separated by spaces.
QStringList words(const QString& line);
/// Returns the JSON line that `serve` and `simulate` print when they are ready; empty if they ended
/// instead.
QJsonObject readyLine(QProcess& process);
/// Stops the process as a supervisor would, and returns its exit code.
int stop(QProcess& process);
