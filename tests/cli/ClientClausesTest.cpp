// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

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
        program.start(simulator, {u"simulate"_s, u"--port"_s, u"0"_s});
        const QJsonObject ready = readyLine(simulator);
        const QByteArray secret = ready.value(u"clientSecret"_s).toString().toUtf8();
        QVERIFY(!secret.isEmpty());
        const QString name = u"cli-clause15"_s;
        const auto run = [&](const QString& line, const QByteArray& input = {}) {
            return program.run(
                QStringList{u"--environment"_s, name} + line.split(QLatin1Char(' ')), input);
        };
        const auto made = program.run({u"environment"_s, u"set"_s, name, u"--kind"_s,
            u"simulator"_s, u"--api-url"_s, ready.value(u"apiUrl"_s).toString()});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const auto set = run(u"credentials set-master"_s, QJsonDocument(ready).toJson());
        QVERIFY2(set.exitCode == 0, set.err.constData());
        const auto token = run(u"token --reveal"_s);
        QCOMPARE(token.exitCode, 0);
        const QByteArray bearer = token.out.trimmed().split(' ').last();
        QVERIFY(bearer.size() > 20);

        QProcess serve;
        program.start(serve, {u"--environment"_s, name, u"serve"_s, u"--port"_s, u"0"_s});
        QVERIFY(!readyLine(serve).isEmpty());
        const QString process = u"/proc/%1/"_s.arg(serve.processId());
        for (const char* file : {"cmdline", "environ"})
            QVERIFY(!contentOf(process + QLatin1String(file)).contains(secret));
        const QByteArray limits = contentOf(process + u"limits"_s);
        const qsizetype core = limits.indexOf("Max core file size");
        QVERIFY(core >= 0);
        QCOMPARE(limits.mid(core + 18, 40).simplified().split(' ').first(), QByteArray("0"));
        QCOMPARE(stop(serve), 0);

        QVERIFY(!set.out.contains(secret) && !set.err.contains(secret));
        QVERIFY(!serve.readAllStandardError().contains(secret));
        for (const QByteArray& hidden : {secret, bearer})
            QVERIFY(!program.everythingKept().contains(hidden));
        QCOMPARE(run(u"credentials forget"_s).exitCode, 0);
        QCOMPARE(stop(simulator), 0);
    }
};

JETBRIDGE_TEST(ClientClausesTest)
#include "ClientClausesTest.moc"
