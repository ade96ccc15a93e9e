// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "console/Console.h"
#include "console/Interruption.h"
#include "domain/Secret.h"

#include <QTemporaryDir>

#include <memory>

namespace jetbridge::cli {

/// One run of a command: its arguments, the console that it uses, and its output.
class Invocation {
public:
    /// `line.command` is set; `interruption` must outlive this object.
    Invocation(CommandLine line, Interruption& interruption);
    ~Invocation();

    /// Runs the command and prints its result.
    Task<ExitCode> run();

    // --- For commands
    const GlobalOptions& global() const { return m_line.global; }
    const Arguments& arguments() const { return m_line.arguments; }
    // The topics of the console, which is there and ready when the command needs one.
    DataFolder& dataFolder() { return m_console->dataFolder(); }
    CurrentEnvironment& current() { return m_console->current(); }
    PartnerAccess& partnerAccess() { return m_console->partnerAccess(); }
    Endpoints& endpoints() { return m_console->endpoints(); }
    EmbeddedSimulator& simulator() { return m_console->simulator(); }
    Onboardings& onboardings() { return m_console->onboardings(); }
    ClientRegistrations& clientRegistrations() { return m_console->clientRegistrations(); }
    Customers& customers() { return m_console->customers(); }
    Deliveries& deliveries() { return m_console->deliveries(); }
    TrafficRecords& traffic() { return m_console->traffic(); }
    /// Tells whether the console is ready, for a command with Needs::ConsoleIfPossible.
    /// StorageUnavailable: it is not.
    const Outcome<Done>& opened() const { return m_opened; }
    Interruption& interruption() { return m_interruption; }
    /// Prints a line for people at once; nothing with --json.
    void say(const QString& line);
    /// Prints a line of JSON on stdout at once, with and without --json. Invalid: it could not be
    /// written. StorageUnavailable: its reader has closed it.
    Outcome<Done> announce(const QJsonObject& object);
    /// Prints the command's result at once, if the command must know that it was written.
    /// StorageUnavailable: it could not be written, or its reader has closed it.
    Outcome<Done> answer(const QJsonObject& json, const QString& text);
    /// Prints a line on stderr.
    void note(const QString& line);
    /// Prints a line on stderr after the result: what can be done now.
    void adviseAtEnd(const QString& line) { m_advice.append(line); }

private:
    Task<Outcome<Report>> play();
    /// Delivers to the sinks what the command has changed, as long as that takes a few seconds.
    Task<Done> deliverNews();
    Task<Outcome<Done>> openConsole();
    Task<Outcome<Done>> openPassingConsole();
    Task<Outcome<Done>> takeMasterFromEnvironment();
    Task<Done> sweepKeychain();
    ExitCode finish(const Outcome<Report>& outcome);
    void print(const QByteArray& bytes);

    CommandLine m_line;
    Interruption& m_interruption;
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<Console> m_console;
    Outcome<Done> m_opened = Done{};
    int m_stdoutError = 0;
    QStringList m_advice;
};

/// Returns a JSON document as --json prints it.
QByteArray documentLine(const QJsonObject& object);

/// Reports on stderr that stdout could not be written and why, unless its reader has closed it.
void sayUnwritten(int error);

/// Prints the failure of a run: a sentence on stderr and, with --json, the document on stdout.
void sayFailure(const Failure& failure, const Where& where, bool json);

/// Removes both variables from the environment, so that no child process inherits them. main()
/// calls it first, before there is any thread.
void takeSecretVariables();

/// Environment variable that holds `{"appId","clientId","clientSecret"}` instead of stdin.
inline constexpr char masterCredentialsVariable[] = "JETBRIDGE_MASTER_CREDENTIALS";
/// Returns its value once; empty afterwards, or if it was not set.
Secret takeMasterCredentialsVariable();

/// Environment variable that holds the bearer token for the partner's own backend, if it needs one.
inline constexpr char backendTokenVariable[] = "JETBRIDGE_BACKEND_TOKEN";
/// Returns its value once; empty afterwards, or if it was not set. Invalid: it cannot be sent in a
/// header.
Outcome<Secret> takeBackendTokenVariable();

} // namespace jetbridge::cli
