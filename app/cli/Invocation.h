// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "console/Console.h"
#include "console/Interruption.h"
#include "domain/Secret.h"

#include <QTemporaryDir>

#include <memory>

namespace jetbridge::cli {

/// One run of one command: what was asked for, what it works on, and where its answer goes.
class Invocation {
public:
    /// `line.command` is set; `interruption` outlives this.
    Invocation(CommandLine line, Interruption& interruption);
    ~Invocation();

    /// The whole run, to the last line on stdout.
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
    Customers& customers() { return m_console->customers(); }
    TrafficRecords& traffic() { return m_console->traffic(); }
    /// Whether it is ready, for a command that needs it if possible: StorageUnavailable.
    const Outcome<Done>& opened() const { return m_opened; }
    Interruption& interruption() { return m_interruption; }
    /// A line for people, at once; nothing with --json.
    void say(const QString& line);
    /// One JSON line on stdout, at once, with and without --json.
    Outcome<Done> announce(const QJsonObject& object);
    /// The command's answer at once, for what must be known to have arrived. StorageUnavailable: it
    /// could not be written.
    Outcome<Done> answer(const QJsonObject& json, const QString& text);
    /// A line on stderr.
    void note(const QString& line);

private:
    Task<Outcome<Report>> play();
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
};

/// A JSON document as --json gives it.
QByteArray documentLine(const QJsonObject& object);

/// Says on stderr that stdout did not take the answer, if that may be news to whoever asked.
void sayUnwritten(int error);

/// The sentence on stderr, and with --json the document on stdout, that a failed run ends with.
void sayFailure(const Failure& failure, const Where& where, bool json);

/// First in main(), before there is any thread: takes both variables out of the environment, so
/// that no child process inherits them.
void takeSecretVariables();

/// `{"appId","clientId","clientSecret"}` here instead of on stdin.
inline constexpr char masterCredentialsVariable[] = "JETBRIDGE_MASTER_CREDENTIALS";
/// Its value, once; empty afterwards, and if there is none.
Secret takeMasterCredentialsVariable();

/// A bearer token that the partner's own backend asks for, if it does.
inline constexpr char backendTokenVariable[] = "JETBRIDGE_BACKEND_TOKEN";
/// Its value, once; empty afterwards, and if there is none. Invalid: it cannot stand in a header.
Outcome<Secret> takeBackendTokenVariable();

} // namespace jetbridge::cli
