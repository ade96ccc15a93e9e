// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Manual.h"

#include "cli/CommandLine.h"
#include "cli/Commands.h"
#include "cli/Help.h"
#include "cli/Invocation.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

const auto program = u"jetbridge-cli"_s;

/// Escapes text for roff: hyphens can be copied into a shell, and no line is read as a request.
QString plain(QString text)
{
    text.replace(QLatin1Char('\\'), "\\e"_L1);
    text.replace(QLatin1Char('-'), "\\-"_L1);
    if (text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('\'')))
        text.prepend("\\&"_L1);
    return text;
}

QString bold(const QString& text)
{
    return "\\fB"_L1 + plain(text) + "\\fR"_L1;
}

QString italic(const QString& text)
{
    return "\\fI"_L1 + plain(text) + "\\fR"_L1;
}

QString line(const QString& text)
{
    return text + QLatin1Char('\n');
}

QString section(const char* title)
{
    return u".SH %1\n"_s.arg(QLatin1String(title));
}

/// Returns an entry: what to type, and its meaning below.
QString entry(const QString& left, const QString& right)
{
    return u".TP\n%1\n%2\n"_s.arg(left, plain(right));
}

QString head(const QString& name, const QString& purpose)
{
    return line(u".\\\" SPDX-License-Identifier: GPL-3.0-or-later"_s)
        + u".TH %1 1 \"\" \"Jetbridge " JETBRIDGE_VERSION
          "\" \"User Commands\"\n"_s.arg(plain(name.toUpper()))
        + section("NAME") + u"%1 \\- %2\n"_s.arg(plain(name), plain(purpose));
}

QString invocation(const QString& command, const QString& operands)
{
    QString text = bold(program) + u" ["_s + italic(u"options"_s) + u"] "_s + bold(command);
    if (!operands.isEmpty())
        text += QLatin1Char(' ') + italic(operands);
    return text;
}

QString options(const QList<QCommandLineOption>& list)
{
    QString text;
    for (const QCommandLineOption& option : list) {
        QStringList names;
        for (const QString& name : option.names())
            names.append(bold((name.size() == 1 ? "-"_L1 : "--"_L1) + name));
        QString left = names.join(u", "_s);
        if (!option.valueName().isEmpty())
            left += QLatin1Char(' ') + italic(option.valueName());
        text += entry(left, option.description());
    }
    return text;
}

/// Returns the end of each page: what applies to every command, and related pages.
QString foot(const QStringList& related)
{
    QString text = section("ENVIRONMENT")
        + entry(bold(QLatin1String(masterCredentialsVariable)),
            u"The master credentials, as {\"appId\",\"clientId\",\"clientSecret\"}, for "
            "--vault memory. It is read once and removed from the program's own "
            "environment."_s)
        + entry(bold(QLatin1String(backendTokenVariable)),
            u"A bearer token for your own backend, where notifications are sent on "
            "to."_s)
        + section("EXIT STATUS") + line(plain(exitCodesText().simplified())) + section("SEE ALSO");
    QStringList pages;
    for (const QString& page : related)
        pages.append(bold(page) + u"(1)"_s);
    return text + line(pages.join(u",\n"_s));
}

QString firstWord(const Command& command)
{
    return command.name.section(QLatin1Char(' '), 0, 0);
}

QString pageOf(const QString& word)
{
    return program + QLatin1Char('-') + word;
}

ManualPage programPage(const QStringList& words)
{
    QString text = head(program, u"onboarding console of a SmartRecruiters partner"_s)
        + section("SYNOPSIS") + line(invocation(u"COMMAND"_s, {})) + section("DESCRIPTION")
        + line(plain(
            u"Brings the customers of a SmartRecruiters partner on board, plays SmartRecruiters "
            u"for "
            "the partner's backend, and serves the partner's endpoints. Secrets enter by standard "
            "input or by the environment, never by an argument, and are kept in the keychain."_s))
        + section("COMMANDS");
    for (const Command& command : commands())
        text += entry(bold(command.name)
                + (command.operands.isEmpty() ? QString()
                                              : QLatin1Char(' ') + italic(command.operands)),
            command.summary);
    text += section("OPTIONS") + options(globalOptions()) + section("FILES")
        + entry(italic(u"~/.local/share/jetbridge"_s),
            u"Customers, settings and notifications, without secrets; shared with the "
            "window, and another folder with --data."_s)
        + section("EXAMPLES") + u".nf\n"_s;
    for (const auto* example : {"jetbridge-cli demo", "jetbridge-cli app import application.json",
             "jetbridge-cli credentials set-master < master.json",
             "jetbridge-cli onboard --company globex --consented-by \"Ana Admin\"",
             "jetbridge-cli integrations list", "jetbridge-cli simulate --port 0"})
        text += line(plain(QLatin1String(example)));
    text += u".fi\n"_s;
    QStringList related{u"jetbridge"_s};
    for (const QString& word : words)
        related.append(pageOf(word));
    return {program, (text + foot(related)).toUtf8()};
}

ManualPage commandPage(const QString& word, const QList<Command>& subcommands)
{
    const bool isGroup = subcommands.size() > 1;
    QString synopsis, body;
    for (const Command& command : subcommands) {
        synopsis += (synopsis.isEmpty() ? QString() : u".br\n"_s)
            + line(invocation(command.name, command.operands));
        if (isGroup)
            body += u".SS %1\n"_s.arg(plain(command.name));
        body += line(plain(command.summary));
        if (!command.options.isEmpty())
            body += (isGroup ? QString() : section("OPTIONS")) + options(command.options);
    }
    const QString purpose = isGroup
        ? u"the commands of jetbridge-cli that begin with %1"_s.arg(word)
        : u"the command %1 of jetbridge-cli"_s.arg(word);
    return {pageOf(word),
        (head(pageOf(word), purpose) + section("SYNOPSIS") + synopsis + section("DESCRIPTION")
            + body + section("OPTIONS OF EVERY COMMAND") + options(globalOptions())
            + foot({program}))
            .toUtf8()};
}

} // namespace

QList<ManualPage> manualPages()
{
    QStringList words;
    QHash<QString, QList<Command>> byWord;
    for (const Command& command : commands()) {
        if (!words.contains(firstWord(command)))
            words.append(firstWord(command));
        byWord[firstWord(command)].append(command);
    }
    QList<ManualPage> pages{programPage(words)};
    for (const QString& word : words)
        pages.append(commandPage(word, byWord.value(word)));
    return pages;
}

} // namespace jetbridge::cli
