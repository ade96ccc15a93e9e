// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Returns the words after "jetbridge-cli" of each command in the blocks of README, each once, and
/// without what is the shell's.
QList<QStringList> commandsOf(QString readme)
{
    static const QRegularExpression call(u"(?:^|&& )jetbridge-cli ([^#<>|&;]*)"_s);
    readme.replace("\\\n"_L1, " "_L1);
    QList<QStringList> commands;
    bool isInBlock = false;
    const QStringList lines = readme.split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (line.startsWith("```"_L1))
            isInBlock = !isInBlock;
        else if (isInBlock)
            for (const QRegularExpressionMatch& match : call.globalMatch(line)) {
                const QStringList words = QProcess::splitCommand(
                    match.captured(1).replace(QLatin1Char('\''), QLatin1Char('"')));
                if (!commands.contains(words))
                    commands.append(words);
            }
    }
    return commands;
}

} // namespace

/// Tests that README's commands are those of the program.
class ReadmeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsAcceptedAsItIsPrinted_data()
    {
        QTest::addColumn<QStringList>("words");
        QFile readme(QFINDTESTDATA("../../README.md"));
        QVERIFY2(readme.open(QIODevice::ReadOnly), qPrintable(readme.fileName()));
        const QList<QStringList> commands = commandsOf(QString::fromUtf8(readme.readAll()));
        QVERIFY2(commands.size() > 40, "README's blocks were not found");
        for (const QStringList& words : commands)
            QTest::addRow("%s", qPrintable(words.join(QLatin1Char(' ')))) << words;
    }
    void everyCommandIsAcceptedAsItIsPrinted()
    {
        QFETCH(QStringList, words);
        // With --help the whole line is read, and nothing is done.
        const auto read = Program().run(words << u"--help"_s);
        QVERIFY2(read.exitCode == 0, read.err.constData());
    }
};

JETBRIDGE_TEST(ReadmeTest)
#include "ReadmeTest.moc"
