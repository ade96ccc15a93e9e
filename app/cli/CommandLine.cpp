// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"

#include "cli/Commands.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Takes over the global options that `parser` found.
Outcome<Done> readGlobals(const QCommandLineParser& parser, GlobalOptions& global)
{
    if (parser.isSet(u"data"_s))
        global.dataFolder = parser.value(u"data"_s);
    if (parser.isSet(u"environment"_s))
        global.environment = parser.value(u"environment"_s);
    if (parser.isSet(u"vault"_s)) {
        const QString vault = parser.value(u"vault"_s);
        if (vault == "memory"_L1)
            global.vault = ConsoleOptions::VaultKind::Memory;
        else if (vault == "keychain"_L1)
            global.vault = ConsoleOptions::VaultKind::Keychain;
        else
            return failed(FailureKind::Invalid,
                u"--vault must be keychain or memory, not \"%1\"."_s.arg(vault));
    }
    if (global.dataFolder && global.dataFolder->isEmpty())
        return failed(FailureKind::Invalid, u"--data needs a folder."_s);
    global.json |= parser.isSet(u"json"_s);
    global.help |= parser.isSet(u"help"_s);
    global.version |= parser.isSet(u"version"_s);
    return Done{};
}

/// Reads global options up to the first other word, and removes them.
Outcome<Done> skipGlobals(QStringList& rest, GlobalOptions& global)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOptions(globalOptions());
    // The parser expects the program's name first.
    if (!parser.parse(QStringList{QString()} + rest))
        return failed(FailureKind::Invalid, parser.errorText());
    rest = parser.positionalArguments();
    return readGlobals(parser, global);
}

const Command* find(const QString& name)
{
    const auto found = std::find_if(commands().begin(), commands().end(),
        [&name](const Command& command) { return command.name == name; });
    return found == commands().end() ? nullptr : &*found;
}

QStringList secondWords(const QString& first)
{
    QStringList words;
    for (const Command& command : commands())
        if (command.name.section(QLatin1Char(' '), 0, 0) == first)
            words.append(command.name.section(QLatin1Char(' '), 1));
    return words;
}

Outcome<Done> checkOperands(const Command& command, const QStringList& operands)
{
    const QStringList declared = command.operands.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = operands.size(); i < declared.size(); ++i)
        if (!declared.at(i).startsWith(QLatin1Char('[')))
            return failed(FailureKind::Invalid,
                u"\"%1\" needs %2."_s.arg(command.name, declared.at(i)), 0, command.name);
    if (operands.size() > declared.size())
        return failed(FailureKind::Invalid,
            u"\"%1\" does not take \"%2\"."_s.arg(command.name, operands.at(declared.size())), 0,
            command.name);
    return Done{};
}

} // namespace

QString Arguments::value(const char* option, const QString& fallback) const
{
    const QStringList given = values(option);
    return given.isEmpty() ? fallback : given.last();
}

Outcome<quint16> Arguments::port(const char* option, quint16 fallback) const
{
    if (!has(option))
        return fallback;
    bool ok = false;
    const quint16 port = value(option).toUShort(&ok);
    if (!ok)
        return failed(FailureKind::Invalid,
            u"--%1 must be a port from 0 (any free one) to 65535, not \"%2\"."_s.arg(
                QLatin1String(option), value(option)));
    return port;
}

Outcome<int> Arguments::number(const char* option) const
{
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok)
        return failed(FailureKind::Invalid,
            u"--%1 must be a whole number, not \"%2\"."_s.arg(
                QLatin1String(option), value(option)));
    return number;
}

Outcome<int> Arguments::number(const char* option, int fewest, int most) const
{
    const auto number = this->number(option);
    if (number && (*number < fewest || *number > most))
        return failed(FailureKind::Invalid,
            u"--%1 must be from %2 to %3, not %4."_s.arg(QLatin1String(option))
                .arg(fewest)
                .arg(most)
                .arg(*number));
    return number;
}

Outcome<qint64> Arguments::listedNumber(const char* list) const
{
    bool ok = false;
    const qint64 number = operands.constFirst().toLongLong(&ok);
    if (!ok || number < 1)
        return failed(FailureKind::Invalid,
            u"N must be a number of `%1`, not \"%2\"."_s.arg(
                QLatin1String(list), operands.constFirst()));
    return number;
}

const QList<QCommandLineOption>& globalOptions()
{
    static const QList<QCommandLineOption> options{
        {u"data"_s,
            u"Where customers and settings are kept (default: the platform's data folder)."_s,
            u"DIR"_s},
        {u"environment"_s, u"Which environment to work in (default: simulator)."_s, u"NAME"_s},
        {u"vault"_s,
            u"Where secrets are kept: keychain (default), or memory, for this process only."_s,
            u"keychain|memory"_s},
        {u"json"_s, u"One JSON document on stdout, nothing else."_s},
        {{u"h"_s, u"help"_s}, u"This help."_s},
        {u"version"_s, u"Which version this is."_s},
    };
    return options;
}

Outcome<CommandLine> parseCommandLine(const QStringList& arguments)
{
    CommandLine line;
    QStringList rest = arguments;
    if (const auto ok = skipGlobals(rest, line.global); !ok)
        return passOn(ok);
    if (rest.isEmpty()) {
        if (line.global.help || line.global.version)
            return line;
        return failed(FailureKind::Invalid, u"Which command?"_s);
    }

    line.words = rest.takeFirst();
    const Command* command = find(line.words);
    if (!command) {
        const QStringList choices = secondWords(line.words);
        if (choices.isEmpty())
            return failed(FailureKind::Invalid, u"There is no command \"%1\"."_s.arg(line.words));
        if (const auto ok = skipGlobals(rest, line.global); !ok)
            return passOn(ok);
        const QString second = rest.isEmpty() ? QString() : rest.takeFirst();
        if (second.isEmpty() && line.global.help)
            return line;
        command = find(line.words + QLatin1Char(' ') + second);
        if (!command)
            return failed(FailureKind::Invalid,
                u"\"%1\" is followed by one of: %2."_s.arg(line.words, choices.join(u", "_s)), 0,
                line.words);
        line.words = command->name;
    }

    QCommandLineParser parser;
    parser.addOptions(globalOptions());
    parser.addOptions(command->options);
    if (!parser.parse(QStringList{QString()} + rest))
        return failed(FailureKind::Invalid, parser.errorText(), 0, command->name);
    if (const auto ok = readGlobals(parser, line.global); !ok)
        return passOn(ok);
    if (line.global.help || line.global.version)
        return line;
    for (const QCommandLineOption& option : command->options)
        if (parser.isSet(option))
            line.arguments.add(option.names().constLast(), parser.values(option));
    line.arguments.operands = parser.positionalArguments();
    if (const auto ok = checkOperands(*command, line.arguments.operands); !ok)
        return passOn(ok);
    line.command = command;
    return line;
}

Where whereOf(const CommandLine& line)
{
    static const QHash<QString, Where> table{
        {u"demo"_s, Errand::Simulator},
        {u"credentials set-master"_s, Step::Token},
        {u"credentials rotate"_s, Step::Token},
        {u"token"_s, Step::Token},
        {u"onboard"_s, Step::Confirm},
        {u"bulk"_s, Step::Confirm},
        {u"integrations resolve"_s, Step::Confirm},
        {u"integrations verify"_s, Step::Prove},
        {u"integrations import"_s, Step::Prove},
        {u"integrations handover"_s, Step::HandedOver},
        {u"integrations forget"_s, Step::Removed},
        {u"inbox replay"_s, Errand::Backend},
        {u"sinks add"_s, Errand::Backend},
        {u"deliveries test"_s, Errand::Backend},
    };
    // With --company, the token is one of the customer.
    if (line.command && line.command->name == "token"_L1 && line.arguments.has("company"))
        return Step::Prove;
    return line.command ? table.value(line.command->name, Errand::Here) : Where(Errand::Here);
}

} // namespace jetbridge::cli
