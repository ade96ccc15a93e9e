// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/ExitCode.h"
#include "ports/Task.h"

#include <QCommandLineOption>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace jetbridge::cli {

class Invocation;

/// Result of a command: one JSON document, and the same as text for people.
struct Report {
    std::optional<QJsonObject> json; ///< The document; nullopt if everything was written while the
                                     ///< command ran.
    QString text;
    ExitCode exitCode = ExitCode::Done;
};

/// A command of jetbridge-cli.
struct Command {
    /// What the command needs before it runs.
    enum class Needs {
        Nothing,
        Console, ///< A console with the data folder and environment of the global options.
        ConsoleIfPossible, ///< A console as above, but the command also runs if the data folder
                           ///< cannot be used.
        MasterCredentials, ///< A console; with --vault memory, the environment variable may supply
                           ///< the credentials.
        PassingConsole, ///< A console as above, but without --data it uses a temporary folder and
                        ///< leaves nothing in the keychain.
    };
    /// Effect of SIGINT and SIGTERM.
    enum class OnInterrupt {
        Abort, ///< Aborts what is under way; exit code 7.
        End, ///< Ends the command normally; exit code 0.
    };

    QString name; ///< One or two words, such as "demo" or "environment set".
    QString operands; ///< Operands such as "NAME" or "[ID]": one word each, optional ones in
                      ///< brackets; empty if there are none.
    QString summary; ///< Description in one sentence.
    QList<QCommandLineOption> options;
    Task<Outcome<Report>> (*run)(Invocation& invocation) = nullptr;
    Needs needs = Needs::Console;
    OnInterrupt onInterrupt = OnInterrupt::Abort;
};

} // namespace jetbridge::cli
