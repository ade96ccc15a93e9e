// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "console/Console.h"
#include "domain/Explanation.h"

#include <QHash>
#include <QStringList>

namespace jetbridge::cli {

/// Options that every command accepts.
struct GlobalOptions {
    std::optional<QString> dataFolder; ///< Data folder; nullopt for the platform's default.
    QString environment = QStringLiteral("simulator");
    ConsoleOptions::VaultKind vault = ConsoleOptions::VaultKind::Keychain;
    bool json = false;
    bool help = false;
    bool version = false;
};

/// Options and operands after a command's name.
class Arguments {
public:
    QStringList operands;

    void add(const QString& option, const QStringList& values) { m_options.insert(option, values); }
    bool has(const char* option) const { return m_options.contains(QLatin1String(option)); }
    /// Returns the last value of an option, or `fallback` if it was not given.
    QString value(const char* option, const QString& fallback = {}) const;
    QStringList values(const char* option) const { return m_options.value(QLatin1String(option)); }
    /// Returns a port 0-65535, or `fallback` if the option was not given.
    Outcome<quint16> port(const char* option, quint16 fallback) const;
    /// Returns a whole number, within bounds if there are any. Invalid: something else was given.
    Outcome<int> number(const char* option) const;
    Outcome<int> number(const char* option, int fewest, int most) const;
    /// Returns the operand as a number that `list` has printed. Invalid: it is not a number.
    Outcome<qint64> listedNumber(const char* list) const;

private:
    QHash<QString, QStringList> m_options;
};

/// A parsed command line.
struct CommandLine {
    GlobalOptions global;
    QString words; ///< The command's name, as far as it was given; used by --help.
    const Command* command = nullptr; ///< The command; nullptr if help or version was requested.
    Arguments arguments;
};

/// Returns where a failure of this command happened, for its explanation.
Where whereOf(const CommandLine& line);

/// Returns the global options, for parsing and for the help.
const QList<QCommandLineOption>& globalOptions();

/// Parses a command line. Invalid: unknown command or option, missing or superfluous operand;
/// `code` holds the words for which to show the help.
Outcome<CommandLine> parseCommandLine(const QStringList& arguments);

} // namespace jetbridge::cli
