// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Help.h"

#include "cli/CommandLine.h"
#include "cli/Commands.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Returns two columns: what to type, and its meaning.
QString row(const QString& left, const QString& right)
{
    static constexpr int width = 34;
    const QString indented = u"  "_s + left;
    return indented.size() < width ? indented.leftJustified(width) + right + QLatin1Char('\n')
                                   : indented + QLatin1Char('\n') + QString(width, QLatin1Char(' '))
            + right + QLatin1Char('\n');
}

QString options(const QList<QCommandLineOption>& list)
{
    QString text;
    for (const QCommandLineOption& option : list) {
        QStringList names;
        for (const QString& name : option.names())
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        QString left = names.join(u", "_s);
        if (!option.valueName().isEmpty())
            left += QLatin1Char(' ') + option.valueName();
        text += row(left, option.description());
    }
    return text;
}

QString signature(const Command& command)
{
    return command.operands.isEmpty() ? command.name
                                      : command.name + QLatin1Char(' ') + command.operands;
}

} // namespace

QString exitCodesText()
{
    return u"  0 done; 1 a check or result is negative; 2 wrong usage or invalid input;\n"
           "  3 credentials refused; 4 unreachable or timed out; 5 outcome unknown;\n"
           "  6 vault unavailable; 7 interrupted\n"_s;
}

QString helpText(const QString& words)
{
    QString list;
    for (const Command& command : commands()) {
        if (!words.isEmpty() && command.name == words)
            return u"Usage: jetbridge-cli [options] "
                   "%1\n\n%2\n\nOptions:\n%3\nOptions of every command:\n%4"_s.arg(
                       signature(command), command.summary,
                       command.options.isEmpty() ? u"  none\n"_s : options(command.options),
                       options(globalOptions()));
        if (words.isEmpty() || command.name.startsWith(words + QLatin1Char(' ')))
            list += row(signature(command), command.summary);
    }
    return u"Usage: jetbridge-cli [options] COMMAND\n\n"
           "The onboarding console of a SmartRecruiters partner, without a window.\n\n"
           "Commands (--help after one tells more):\n%1\n"
           "Options:\n%2\n"
           "Exit codes:\n%3"_s.arg(list, options(globalOptions()), exitCodesText());
}

} // namespace jetbridge::cli
