// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "console/Console.h"
#include "domain/Explanation.h"

#include <QHash>
#include <QStringList>

namespace jetbridge::cli {

/// The options that every command knows.
struct GlobalOptions {
    std::optional<QString> dataFolder; ///< nullopt: the platform's.
    QString environment = QStringLiteral("simulator");
    ConsoleOptions::VaultKind vault = ConsoleOptions::VaultKind::Keychain;
    bool json = false;
    bool help = false;
    bool version = false;
};

/// What was written after a command's name.
class Arguments {
public:
    QStringList operands;

    void add(const QString& option, const QStringList& values) { m_options.insert(option, values); }
    bool has(const char* option) const { return m_options.contains(QLatin1String(option)); }
    /// The last value, or `fallback` if the option was not given.
    QString value(const char* option, const QString& fallback = {}) const;
    QStringList values(const char* option) const { return m_options.value(QLatin1String(option)); }
    /// A port 0-65535, or `fallback` if the option was not given.
    Outcome<quint16> port(const char* option, quint16 fallback) const;
    /// A whole number, within bounds; Invalid: something else was given.
    Outcome<int> number(const char* option) const;
    Outcome<int> number(const char* option, int fewest, int most) const;
    /// The operand as a number of what `list` listed; Invalid: it is none.
    Outcome<qint64> listedNumber(const char* list) const;

private:
    QHash<QString, QStringList> m_options;
};

/// A command line, understood.
struct CommandLine {
    GlobalOptions global;
    QString words; ///< The command's name as far as it was given; for --help.
    const Command* command = nullptr; ///< nullptr: help or version was asked for.
    Arguments arguments;
};

/// Where a failure of this command happened, for its explanation.
Where whereOf(const CommandLine& line);

/// The global options, for parsing and for the help.
const QList<QCommandLineOption>& globalOptions();

/// Invalid: unknown command or option, missing or superfluous operand; `code` holds the words to
/// get help for.
Outcome<CommandLine> parseCommandLine(const QStringList& arguments);

} // namespace jetbridge::cli
