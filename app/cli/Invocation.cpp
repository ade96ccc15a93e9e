// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Invocation.h"

#include "cli/DeliveryText.h"
#include "cli/Describe.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Deliveries.h"
#include "console/PartnerAccess.h"
#include "console/System.h"
#include "domain/Harmless.h"

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Time after which a command begins no further delivery before it ends.
constexpr std::chrono::seconds patienceForSinks(10);

/// Returns a simulator environment that no other process uses, although all processes share the
/// keychain.
Environment passingEnvironment()
{
    Environment environment = Environment::builtIn().constFirst();
    environment.name =
        u"demo-%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    return environment;
}

Secret takeVariable(const char* name)
{
    QByteArray value = qgetenv(name);
    qunsetenv(name);
    Secret secret{QByteArrayView(value)};
    wipe(value);
    return secret;
}

/// Values of the two variables. The object is never destroyed, because the memory for secrets may
/// be destroyed before it.
struct GivenSecrets {
    Secret masterCredentials;
    Secret backendToken;
};

GivenSecrets& givenSecrets()
{
    static auto* const given = new GivenSecrets;
    return *given;
}

/// Code of the failure for an output whose reader has seen enough, which needs no words.
constexpr auto readerGone = "reader_gone";

/// Explains why standard output did not take something; `error` is an errno.
Failure unwritten(FailureKind kind, const QString& what, int error)
{
    const bool isReaderGone = error == EPIPE;
    return {isReaderGone ? FailureKind::StorageUnavailable : kind, 0,
        isReaderGone ? QString::fromLatin1(readerGone) : u"standard_output"_s,
        Message::inWords(
            u"%1 could not be written to standard output: %2."_s.arg(what, qt_error_string(error))),
        {}};
}

/// Removes from text of others what controls a terminal.
QByteArray forTerminals(const QString& text)
{
    return harmless::lines(text).toUtf8();
}

/// Removes line breaks, too, so that text of others cannot add a line.
QByteArray oneLine(const QString& text)
{
    return harmless::line(text).toUtf8();
}

} // namespace

Invocation::Invocation(CommandLine line, Interruption& interruption)
    : m_line(std::move(line))
    , m_interruption(interruption)
{
}

Invocation::~Invocation() = default;

Task<ExitCode> Invocation::run()
{
    if (m_line.command->onInterrupt == Command::OnInterrupt::Abort)
        QObject::connect(&m_interruption, &Interruption::raised, &m_interruption, [this] {
            if (m_console)
                QCoro::connect(m_console->shutDown(), m_console.get(), [] {});
        });

    const auto outcome = co_await play();
    if (m_console) {
        co_await deliverNews();
        if (m_temporary)
            co_await sweepKeychain();
        co_await m_console->shutDown();
    }
    co_return finish(outcome);
}

Task<Done> Invocation::deliverNews()
{
    // `serve` and the window deliver all the time; what a short command has changed would wait for
    // them otherwise.
    if (!m_opened || !deliveries().hasNews())
        co_return Done{};
    QObject::connect(
        &deliveries(), &Deliveries::tried, &deliveries(), [this](const Delivery& delivery) {
            if (delivery.state != DeliveryState::Done)
                note(triedText(delivery));
        });
    if (!co_await deliveries().deliverNow(patienceForSinks))
        co_return Done{};
    const auto sinks = co_await deliveries().sinks().all();
    int left = 0;
    for (const Sink& sink : sinks.value_or(QList<Sink>()))
        left += (co_await deliveries().outbox().waiting(sink.number)).value_or(0);
    if (left > 0)
        note(u"Deliveries that wait: %1. `serve` and the window deliver them by themselves; "
             "`deliveries retry --all` does it now."_s.arg(left));
    co_return Done{};
}

Task<Outcome<Report>> Invocation::play()
{
    if (m_line.command->needs != Command::Needs::Nothing) {
        m_opened = co_await openConsole();
        const bool mayGoOn = m_line.command->needs == Command::Needs::ConsoleIfPossible && !m_opened
            && m_opened.error().kind == FailureKind::StorageUnavailable;
        if (!m_opened && !mayGoOn)
            co_return passOn(m_opened);
        if (m_interruption.wasRaised())
            co_return failed(FailureKind::Cancelled, u"Interrupted."_s);
    }
    co_return co_await m_line.command->run(*this);
}

Task<Outcome<Done>> Invocation::openConsole()
{
    if (global().vault == ConsoleOptions::VaultKind::Memory)
        note(u"Secrets are kept in memory: they are gone when this process ends."_s);
    if (m_line.command->needs == Command::Needs::PassingConsole && !global().dataFolder)
        co_return co_await openPassingConsole();

    ConsoleOptions options;
    options.dataFolder = QDir(global().dataFolder.value_or(defaultDataFolder())).absolutePath();
    options.environment = global().environment;
    options.vault = global().vault;
    m_console = std::make_unique<Console>(options);
    const auto ready = co_await m_console->ready();
    if (!ready)
        co_return passOn(ready);
    if (m_console->dataFolder().isNewCopy())
        note(u"This data folder is a copy of \"%1\". From now on it has items of its own in the "
             "keychain, copied from there when they are first used: what is changed or forgotten "
             "in one folder stays as it is in the other."_s.arg(
                 m_console->dataFolder().copiedFrom()));
    if (m_line.command->needs == Command::Needs::MasterCredentials)
        co_return co_await takeMasterFromEnvironment();
    co_return Done{};
}

Task<Outcome<Done>> Invocation::openPassingConsole()
{
    if (global().environment != GlobalOptions().environment)
        co_return failed(FailureKind::Invalid,
            u"Without --data this runs in an environment of its own; --environment "
            "goes with --data."_s);
    m_temporary = std::make_unique<QTemporaryDir>();
    if (!m_temporary->isValid())
        co_return failed(FailureKind::StorageUnavailable, m_temporary->errorString());

    ConsoleOptions options;
    options.dataFolder = m_temporary->path();
    options.isPassing = true;
    options.vault = global().vault;
    const Environment environment = passingEnvironment();
    {
        Console founding(options);
        const auto ready = co_await founding.ready();
        if (!ready)
            co_return passOn(ready);
        const auto saved = co_await founding.current().environments().save(environment);
        if (!saved)
            co_return passOn(saved);
        co_await founding.shutDown();
    }
    options.environment = environment.name;
    m_console = std::make_unique<Console>(options);
    co_return co_await m_console->ready();
}

Task<Outcome<Done>> Invocation::takeMasterFromEnvironment()
{
    // A keychain already holds the credentials, which were checked and stored once; a memory vault
    // starts empty in every process.
    if (global().vault != ConsoleOptions::VaultKind::Memory)
        co_return Done{};
    const Secret given = takeMasterCredentialsVariable();
    if (given.isEmpty())
        co_return Done{};
    const auto credentials = MasterCredentials::fromJson(given.reveal().toByteArray());
    if (!credentials)
        co_return passOn(credentials);
    const auto proved = co_await m_console->partnerAccess().connectPartner(*credentials);
    if (!proved)
        co_return passOn(proved);
    co_return Done{};
}

Task<Done> Invocation::sweepKeychain()
{
    // This is done as far as possible: a keychain that fails now has already been reported.
    const auto rows = co_await m_console->customers().integrations().page({});
    if (rows)
        for (const Integration& row : rows->rows)
            disregard(co_await m_console->customers().forget(row.id));
    disregard(co_await m_console->partnerAccess().forgetMasterCredentials());
    disregard(co_await m_console->dataFolder().vault().remove(VaultKey::mark()));
    co_return Done{};
}

ExitCode Invocation::finish(const Outcome<Report>& outcome)
{
    ExitCode code = outcome ? outcome->exitCode : exitCodeFor(outcome.error());
    if (!outcome) {
        if (outcome.error().code != QLatin1String(readerGone))
            sayFailure(outcome.error(), whereOf(m_line), global().json);
    } else if (outcome->json) {
        print(global().json ? documentLine(*outcome->json) : forTerminals(outcome->text));
    }
    for (const QString& line : std::as_const(m_advice))
        note(line);
    const bool wasAborted =
        m_interruption.wasRaised() && m_line.command->onInterrupt == Command::OnInterrupt::Abort;
    // It is more important that the outcome is unknown, or that credentials were not stored, than
    // why it ended.
    const bool saysMore = code == ExitCode::Unknown || code == ExitCode::VaultUnavailable;
    if (wasAborted && code != ExitCode::Done && !saysMore)
        code = ExitCode::Interrupted;
    if (m_stdoutError != 0) {
        sayUnwritten(m_stdoutError);
        if (code == ExitCode::Done)
            code = ExitCode::Negative;
    }
    return code;
}

void Invocation::say(const QString& line)
{
    if (!global().json)
        print(oneLine(line) + '\n');
}

Outcome<Done> Invocation::announce(const QJsonObject& object)
{
    const int error = writeStandardOutput(documentLine(object));
    if (error == 0)
        return Done{};
    // A program that waits for this line would wait for ever.
    return tl::unexpected<Failure>(
        unwritten(FailureKind::Invalid, u"The line with the addresses"_s, error));
}

Outcome<Done> Invocation::answer(const QJsonObject& json, const QString& text)
{
    const int error = writeStandardOutput(global().json ? documentLine(json) : forTerminals(text));
    if (error == 0)
        return Done{};
    return tl::unexpected<Failure>(
        unwritten(FailureKind::StorageUnavailable, u"The answer"_s, error));
}

void Invocation::note(const QString& line)
{
    QTextStream(stderr) << "jetbridge-cli: " << oneLine(line) << '\n';
}

void Invocation::print(const QByteArray& bytes)
{
    if (const int error = writeStandardOutput(bytes); error != 0)
        m_stdoutError = error;
}

QByteArray documentLine(const QJsonObject& object)
{
    return harmless::json(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n';
}

void sayUnwritten(int error)
{
    const Failure failure = unwritten(FailureKind::StorageUnavailable, u"The answer"_s, error);
    if (failure.code != QLatin1String(readerGone))
        QTextStream(stderr) << "jetbridge-cli: " << oneLine(failure.detail) << '\n';
}

void sayFailure(const Failure& failure, const Where& where, bool json)
{
    QTextStream(stderr) << "jetbridge-cli: " << oneLine(failure.detail) << '\n';
    if (const QString cause = likelyCause(failure, where); !cause.isEmpty())
        QTextStream(stderr) << "jetbridge-cli: " << cause << '\n';
    if (const QString next = nextStep(failure, where); !next.isEmpty())
        QTextStream(stderr) << "jetbridge-cli: " << next << '\n';
    if (json)
        QTextStream(stdout) << documentLine(
            {{u"ok"_s, false}, {u"error"_s, describe(failure, where)}});
}

void takeSecretVariables()
{
    givenSecrets() = {takeVariable(masterCredentialsVariable), takeVariable(backendTokenVariable)};
}

Secret takeMasterCredentialsVariable()
{
    return std::exchange(givenSecrets().masterCredentials, Secret());
}

Outcome<Secret> takeBackendTokenVariable()
{
    const Secret token = std::exchange(givenSecrets().backendToken, Secret());
    const QByteArrayView bytes = token.reveal();
    // RFC 6750 2.1: visible ASCII only.
    if (!std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > ' ' && c < 0x7F; }))
        return failed(FailureKind::Invalid,
            u"%1 holds a character that no bearer token has (a space or line break?)."_s.arg(
                QLatin1String(backendTokenVariable)));
    return token;
}

} // namespace jetbridge::cli
