// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// RFC 6749 4.4: only the client knows its secret (clause 15). The test searches everything that
/// the program leaves where others can read it.
class ClientClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause15NoSecretIsInFilesArgumentsLogsOrCrashDumps()
    {
        const Program program;
        QProcess simulator;
        program.start(
            simulator, {QStringLiteral("simulate"), QStringLiteral("--port"), QStringLiteral("0")});
        const QJsonObject ready = readyLine(simulator);
        const QByteArray secret = ready.value(QStringLiteral("clientSecret")).toString().toUtf8();
        QVERIFY(!secret.isEmpty());
        const QString name = QStringLiteral("cli-clause15");
        const auto run = [&](const QString& line, const QByteArray& input = {}) {
            return program.run(
                QStringList{QStringLiteral("--environment"), name} + line.split(QLatin1Char(' ')),
                input);
        };
        const auto made = program.run({QStringLiteral("environment"), QStringLiteral("set"), name,
            QStringLiteral("--kind"), QStringLiteral("simulator"), QStringLiteral("--api-url"),
            ready.value(QStringLiteral("apiUrl")).toString()});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const auto set =
            run(QStringLiteral("credentials set-master"), QJsonDocument(ready).toJson());
        QVERIFY2(set.exitCode == 0, set.err.constData());
        const auto token = run(QStringLiteral("token --reveal"));
        QCOMPARE(token.exitCode, 0);
        const QByteArray bearer = token.out.trimmed().split(' ').last();
        QVERIFY(bearer.size() > 20);

        QProcess serve;
        program.start(serve,
            {QStringLiteral("--environment"), name, QStringLiteral("serve"),
                QStringLiteral("--port"), QStringLiteral("0")});
        QVERIFY(!readyLine(serve).isEmpty());
        const QString process = QStringLiteral("/proc/%1/").arg(serve.processId());
        for (const char* file : {"cmdline", "environ"})
            QVERIFY(!contentOf(process + QLatin1String(file)).contains(secret));
        const QByteArray limits = contentOf(process + QStringLiteral("limits"));
        const qsizetype core = limits.indexOf("Max core file size");
        QVERIFY(core >= 0);
        QCOMPARE(limits.mid(core + 18, 40).simplified().split(' ').first(), QByteArray("0"));
        QCOMPARE(stop(serve), 0);

        QVERIFY(!set.out.contains(secret) && !set.err.contains(secret));
        QVERIFY(!serve.readAllStandardError().contains(secret));
        for (const QByteArray& hidden : {secret, bearer})
            QVERIFY(!program.everythingKept().contains(hidden));
        QCOMPARE(run(QStringLiteral("credentials forget")).exitCode, 0);
        QCOMPARE(stop(simulator), 0);
    }
};

JETBRIDGE_TEST(ClientClausesTest)
#include "ClientClausesTest.moc"
