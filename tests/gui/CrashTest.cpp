// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// Aborts the real window with a customer's secret and token in its memory (RFC 6749 4.4, clause
/// 15), and searches what it leaves on the disk.
class CrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsInWhatAnAbortedWindowLeaves();
};

void CrashTest::noSecretIsInWhatAnAbortedWindowLeaves()
{
    Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    // A failed proof makes the next program that is opened verify the customer.
    const QString company = u"globex"_s;
    simulated.grantTo(company);
    simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/configuration/company"},"do":{"status":503}}])");
    const auto onboarded = program.run(
        {u"--json"_s, u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    const QString id = onboarded.json().value(u"integrationId"_s).toString();
    QVERIFY2(!id.isEmpty(), onboarded.err.constData());
    const auto shown = program.run({u"--json"_s, u"integrations"_s, u"show"_s, id, u"--reveal"_s});
    const QByteArray secret = shown.json().value(u"clientSecret"_s).toString().toUtf8();
    QVERIFY(!secret.isEmpty());
    const auto calls = [&simulated] {
        return simulated.ask("GET", u"/_simulator/requests?path=/configuration/company"_s)
            .json.value(u"matched"_s)
            .toInt();
    };
    simulated.ask("DELETE", u"/_simulator/requests"_s);

    // It would dump its memory beside its data, but the program allows no core file.
    QProcess window;
    window.setWorkingDirectory(program.folder());
    window.setProcessEnvironment(program.environment);
    window.start(u"/bin/sh"_s,
        {u"-c"_s, u"ulimit -c unlimited; exec \"$0\" --data \"$1\""_s,
            QStringLiteral(JETBRIDGE_WINDOW), program.folder()});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(calls() > 0, 120'000); // with the customer's token
    QFile limits(u"/proc/%1/limits"_s.arg(window.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromLatin1(limits.readAll())
                .contains(QRegularExpression(u"Max core file size +0 +0"_s)));
    ::kill(pid_t(window.processId()), SIGABRT);
    QVERIFY(window.waitForFinished(60'000));
    QCOMPARE(window.exitStatus(), QProcess::CrashExit);

    QCOMPARE(QDir(program.folder()).entryList({u"*core*"_s}, QDir::Files), QStringList());
    const QByteArray kept =
        program.everythingKept() + window.readAllStandardError() + window.readAllStandardOutput();
    QVERIFY(kept.contains("globex")); // This shows that the search works.
    for (const QByteArray& hidden : {secret, simulated.masterSecret()})
        QVERIFY(!kept.contains(hidden));
    QCOMPARE(program.run({u"integrations"_s, u"forget"_s, id}).exitCode, 0);
}

JETBRIDGE_TEST(CrashTest)
#include "CrashTest.moc"
