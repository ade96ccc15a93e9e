// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Manual.h"

#include "cli/CommandLine.h"
#include "cli/Commands.h"
#include "cli/Help.h"
#include "cli/Invocation.h"

#include <QStringList>

namespace jetbridge::cli {

namespace {

const auto program = QStringLiteral("jetbridge-cli");

/// Escapes text for roff: hyphens can be copied into a shell, and no line is read as a request.
QString plain(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\e"));
    text.replace(QLatin1Char('-'), QLatin1String("\\-"));
    if (text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('\'')))
        text.prepend(QLatin1String("\\&"));
    return text;
}

QString bold(const QString& text)
{
    return QLatin1String("\\fB") + plain(text) + QLatin1String("\\fR");
}

QString italic(const QString& text)
{
    return QLatin1String("\\fI") + plain(text) + QLatin1String("\\fR");
}

QString line(const QString& text)
{
    return text + QLatin1Char('\n');
}

QString section(const char* title)
{
    return QStringLiteral(".SH %1\n").arg(QLatin1String(title));
}

/// Returns an entry: what to type, and its meaning below.
QString entry(const QString& left, const QString& right)
{
    return QStringLiteral(".TP\n%1\n%2\n").arg(left, plain(right));
}

QString head(const QString& name, const QString& purpose)
{
    return line(QStringLiteral(".\\\" SPDX-License-Identifier: GPL-3.0-or-later"))
        + QStringLiteral(".TH %1 1 \"\" \"Jetbridge " JETBRIDGE_VERSION "\" \"User Commands\"\n")
              .arg(plain(name.toUpper()))
        + section("NAME") + QStringLiteral("%1 \\- %2\n").arg(plain(name), plain(purpose));
}

QString invocation(const QString& command, const QString& operands)
{
    QString text = bold(program) + QStringLiteral(" [") + italic(QStringLiteral("options"))
        + QStringLiteral("] ") + bold(command);
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
            names.append(
                bold((name.size() == 1 ? QLatin1String("-") : QLatin1String("--")) + name));
        QString left = names.join(QStringLiteral(", "));
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
            QStringLiteral(
                "The master credentials, as {\"appId\",\"clientId\",\"clientSecret\"}, for "
                "--vault memory. It is read once and removed from the program's own "
                "environment."))
        + entry(bold(QLatin1String(backendTokenVariable)),
            QStringLiteral("A bearer token for your own backend, where notifications are sent on "
                           "to."))
        + section("EXIT STATUS") + line(plain(exitCodesText().simplified())) + section("SEE ALSO");
    QStringList pages;
    for (const QString& page : related)
        pages.append(bold(page) + QStringLiteral("(1)"));
    return text + line(pages.join(QStringLiteral(",\n")));
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
    QString text = head(program, QStringLiteral("onboarding console of a SmartRecruiters partner"))
        + section("SYNOPSIS") + line(invocation(QStringLiteral("COMMAND"), {}))
        + section("DESCRIPTION")
        + line(plain(QStringLiteral(
            "Brings the customers of a SmartRecruiters partner on board, plays SmartRecruiters for "
            "the partner's backend, and serves the partner's endpoints. Secrets enter by standard "
            "input or by the environment, never by an argument, and are kept in the keychain.")))
        + section("COMMANDS");
    for (const Command& command : commands())
        text += entry(bold(command.name)
                + (command.operands.isEmpty() ? QString()
                                              : QLatin1Char(' ') + italic(command.operands)),
            command.summary);
    text += section("OPTIONS") + options(globalOptions()) + section("FILES")
        + entry(italic(QStringLiteral("~/.local/share/jetbridge")),
            QStringLiteral(
                "Customers, settings and notifications, without secrets; shared with the "
                "window, and another folder with --data."))
        + section("EXAMPLES") + QStringLiteral(".nf\n");
    for (const auto* example : {"jetbridge-cli demo", "jetbridge-cli app import application.json",
             "jetbridge-cli credentials set-master < master.json",
             "jetbridge-cli onboard --company globex --consented-by \"Ana Admin\"",
             "jetbridge-cli integrations list", "jetbridge-cli simulate --port 0"})
        text += line(plain(QLatin1String(example)));
    text += QStringLiteral(".fi\n");
    QStringList related{QStringLiteral("jetbridge")};
    for (const QString& word : words)
        related.append(pageOf(word));
    return {program, (text + foot(related)).toUtf8()};
}

ManualPage commandPage(const QString& word, const QList<Command>& subcommands)
{
    const bool isGroup = subcommands.size() > 1;
    QString synopsis, body;
    for (const Command& command : subcommands) {
        synopsis += (synopsis.isEmpty() ? QString() : QStringLiteral(".br\n"))
            + line(invocation(command.name, command.operands));
        if (isGroup)
            body += QStringLiteral(".SS %1\n").arg(plain(command.name));
        body += line(plain(command.summary));
        if (!command.options.isEmpty())
            body += (isGroup ? QString() : section("OPTIONS")) + options(command.options);
    }
    const QString purpose = isGroup
        ? QStringLiteral("the commands of jetbridge-cli that begin with %1").arg(word)
        : QStringLiteral("the command %1 of jetbridge-cli").arg(word);
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
