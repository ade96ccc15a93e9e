// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "async/Task.h"
#include "domain/Secret.h"
#include "process/Child.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace jetbridge::process {

/// Another program and how it is run; never by a shell.
struct Program {
    QString path; ///< A path, or a name that is looked up in PATH.
    QStringList arguments;
    QProcessEnvironment environment = childEnvironment();
    std::chrono::milliseconds patience = std::chrono::seconds(30); ///< Then it is killed.
    /// Runs it in a session of its own, in "/", without a terminal. Killing it then kills what it
    /// has started, too.
    bool isAlone = false;
    bool isHeard = true; ///< Whether its output is read; otherwise nobody gets it.
};

/// How a program ended.
struct Ended {
    enum class How {
        Exited, ///< By itself, with an exit code.
        Crashed, ///< By a signal.
        NotStarted, ///< There is no such program, or it may not be executed.
        TooLate, ///< It was killed when Program::patience was over.
        Aborted, ///< It was killed because the scope had ended.
    };
    How how = How::Exited;
    int exitCode = 0; ///< Of Exited; 0: it worked.
    /// Of NotStarted: why, in the system's words. Of Crashed: the signal, such as "signal 9
    /// (Killed)".
    QString reason;
    QByteArray out;
    QByteArray err;
};

/// Runs a program to its end. It gets `input` on standard input, through a pipe. `scope` ends the
/// wait; null: nothing but the time does.
Task<Ended> run(Program program, Secret input, async::Scope* scope = nullptr);

} // namespace jetbridge::process
