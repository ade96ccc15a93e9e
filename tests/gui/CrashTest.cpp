// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

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
    const QString company = QStringLiteral("globex");
    simulated.grantTo(company);
    simulated.ask("PUT", QStringLiteral("/_simulator/faults"),
        R"([{"match":{"path":"/configuration/company"},"do":{"status":503}}])");
    const auto onboarded = program.run(
        {QStringLiteral("--json"), QStringLiteral("onboard"), QStringLiteral("--company"), company,
            QStringLiteral("--consented-by"), QStringLiteral("Ana")});
    const QString id = onboarded.json().value(QStringLiteral("integrationId")).toString();
    QVERIFY2(!id.isEmpty(), onboarded.err.constData());
    const auto shown = program.run({QStringLiteral("--json"), QStringLiteral("integrations"),
        QStringLiteral("show"), id, QStringLiteral("--reveal")});
    const QByteArray secret =
        shown.json().value(QStringLiteral("clientSecret")).toString().toUtf8();
    QVERIFY(!secret.isEmpty());
    const auto calls = [&simulated] {
        return simulated
            .ask("GET", QStringLiteral("/_simulator/requests?path=/configuration/company"))
            .json.value(QStringLiteral("matched"))
            .toInt();
    };
    simulated.ask("DELETE", QStringLiteral("/_simulator/requests"));

    // It would dump its memory beside its data, but the program allows no core file.
    QProcess window;
    window.setWorkingDirectory(program.folder());
    window.setProcessEnvironment(program.environment);
    window.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited; exec \"$0\" --data \"$1\""),
            QStringLiteral(JETBRIDGE_WINDOW), program.folder()});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(calls() > 0, 120'000); // with the customer's token
    QFile limits(QStringLiteral("/proc/%1/limits").arg(window.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromLatin1(limits.readAll())
                .contains(QRegularExpression(QStringLiteral("Max core file size +0 +0"))));
    ::kill(pid_t(window.processId()), SIGABRT);
    QVERIFY(window.waitForFinished(60'000));
    QCOMPARE(window.exitStatus(), QProcess::CrashExit);

    QCOMPARE(
        QDir(program.folder()).entryList({QStringLiteral("*core*")}, QDir::Files), QStringList());
    const QByteArray kept =
        program.everythingKept() + window.readAllStandardError() + window.readAllStandardOutput();
    QVERIFY(kept.contains("globex")); // This shows that the search works.
    for (const QByteArray& hidden : {secret, simulated.masterSecret()})
        QVERIFY(!kept.contains(hidden));
    QCOMPARE(
        program.run({QStringLiteral("integrations"), QStringLiteral("forget"), id}).exitCode, 0);
}

JETBRIDGE_TEST(CrashTest)
#include "CrashTest.moc"
