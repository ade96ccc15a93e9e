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

/// What a command has to say at its end: one JSON document, and the same for people.
struct Report {
    std::optional<QJsonObject> json; ///< nullopt: everything was said while it ran.
    QString text;
    ExitCode exitCode = ExitCode::Done;
};

/// One thing that jetbridge-cli can do.
struct Command {
    /// What must be there before it runs.
    enum class Needs {
        Nothing,
        Console, ///< On the data folder and environment of the global options.
        ConsoleIfPossible, ///< The same; it goes on with a data folder that cannot be used.
        MasterCredentials, ///< A console; with --vault memory, the environment variable may bring
                           ///< them.
        PassingConsole, ///< The same, but without --data on a temporary folder, and nothing stays
                        ///< in the keychain.
    };
    /// What SIGINT and SIGTERM mean to it.
    enum class OnInterrupt {
        Abort, ///< Stop what is under way; exit code 7.
        End, ///< That is how it ends; exit code 0.
    };

    QString name; ///< "demo", or two words: "environment set".
    QString operands; ///< "NAME", "[ID]": one word each, optional ones in brackets; empty: none.
    QString summary; ///< One sentence.
    QList<QCommandLineOption> options;
    Task<Outcome<Report>> (*run)(Invocation& invocation) = nullptr;
    Needs needs = Needs::Console;
    OnInterrupt onInterrupt = OnInterrupt::Abort;
};

} // namespace jetbridge::cli
