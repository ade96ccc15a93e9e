// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/CommandSink.h"

#include "delivery/Document.h"
#include "process/Process.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::delivery {

namespace {

using How = process::Ended::How;

Outcome<Done> checkProgram(const CommandSettings& settings)
{
    const QFileInfo file(settings.program);
    if (!file.isAbsolute() || !file.isFile())
        return failed(FailureKind::Unreachable,
            u"There is no program \"%1\": give its whole path."_s.arg(settings.program));
    if (!file.isExecutable())
        return failed(FailureKind::Unreachable,
            u"\"%1\" may not be executed: give it the permission (chmod +x)."_s.arg(
                settings.program));
    return settings.check();
}

Outcome<QStringList> argumentsFor(const CommandSettings& settings, const Parcel& parcel)
{
    const bool isUndo = !handsOver(parcel.delivery.event) && !settings.undoArguments.isEmpty();
    QStringList filled;
    for (const QString& argument : isUndo ? settings.undoArguments : settings.arguments) {
        const auto one = filledPlaceholders(argument, parcel.delivery, parcel.environment.name);
        if (!one)
            return passOn(one);
        filled.append(*one);
    }
    return filled;
}

Task<Outcome<Secret>> inputFor(Encryption& encryption, CommandSettings settings, Parcel parcel)
{
    if (handsOver(parcel.delivery.event))
        co_return co_await documentOf(encryption, settings.format, parcel);
    co_return Secret(eventDocument(parcel.delivery, parcel.environment.name));
}

Outcome<Done> outcomeOf(const process::Ended& ended, const CommandSettings& settings)
{
    const QString& program = settings.program;
    switch (ended.how) {
    case How::Exited:
        if (ended.exitCode == 0)
            return Done{};
        return failed(FailureKind::BadReply,
            u"\"%1\" ended with exit code %2, so it has not taken it."_s.arg(program).arg(
                ended.exitCode));
    case How::Crashed:
        return failed(FailureKind::BadReply,
            u"\"%1\" was ended by %2, so whether it has taken it is not known: it is run again."_s
                .arg(program, ended.reason));
    case How::NotStarted:
        return failed(FailureKind::Unreachable,
            u"\"%1\" cannot be started (%2): look at its first line and its permissions."_s.arg(
                program, ended.reason));
    case How::TooLate:
        return failed(FailureKind::TimedOut,
            u"\"%1\" did not end within %2 seconds and was killed: whether it has taken it is not "
            "known, so it is run again."_s.arg(program)
                .arg(settings.seconds));
    case How::Aborted:
        return failed(FailureKind::Cancelled, u"\"%1\" was stopped."_s.arg(program));
    }
    Q_UNREACHABLE();
}

/// Returns the program and its arguments as one line for people.
QString commandLine(const QString& program, const QStringList& arguments)
{
    QStringList words{program};
    for (const QString& argument : arguments) {
        const bool isPlain =
            !argument.isEmpty() && std::none_of(argument.begin(), argument.end(), [](QChar c) {
                return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char('\'');
            });
        words.append(isPlain ? argument : QLatin1Char('"') + argument + QLatin1Char('"'));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

QProcessEnvironment environmentOf(const CommandSettings& settings)
{
    static const QStringList common{u"PATH"_s, u"HOME"_s, u"USER"_s, u"LOGNAME"_s, u"LANG"_s,
        u"LC_ALL"_s, u"LC_CTYPE"_s, u"TZ"_s, u"TMPDIR"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s,
        u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s};
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment given;
    for (const QString& name : common + settings.variables)
        if (own.contains(name))
            given.insert(name, own.value(name));
    return given;
}

Task<DeliveryResult> CommandSink::deliver(Sink sink, Parcel parcel)
{
    const CommandSettings settings = CommandSettings::fromJson(sink.settings);
    DeliveryResult result;
    result.place = settings.program;
    result.outcome = checkProgram(settings);
    if (!result.outcome)
        co_return result;
    const auto arguments = argumentsFor(settings, parcel);
    if (!arguments) {
        result.outcome = passOn(arguments);
        co_return result;
    }
    const auto input = co_await inputFor(m_encryption, settings, parcel);
    if (!input) {
        result.outcome = passOn(input);
        co_return result;
    }
    process::Program program;
    program.path = settings.program;
    program.arguments = *arguments;
    program.environment = environmentOf(settings);
    program.patience = std::chrono::seconds(settings.seconds);
    program.isAlone = true;
    program.isHeard = false;
    const process::Ended ended = co_await process::run(program, *input, &m_scope);
    result.outcome = outcomeOf(ended, settings);
    co_return result;
}

Task<Outcome<DeliveryPreview>> CommandSink::preview(Sink sink, Parcel parcel)
{
    const CommandSettings settings = CommandSettings::fromJson(sink.settings);
    if (const auto sound = checkProgram(settings); !sound)
        co_return failed(FailureKind::Invalid, sound.error().detail);
    const auto arguments = argumentsFor(settings, parcel);
    if (!arguments)
        co_return passOn(arguments);
    const auto input = co_await inputFor(m_encryption, settings, parcel);
    if (!input)
        co_return passOn(input);
    co_return DeliveryPreview{
        commandLine(settings.program, *arguments), input->reveal().toByteArray()};
}

} // namespace jetbridge::delivery
