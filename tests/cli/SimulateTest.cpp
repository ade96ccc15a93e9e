// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTest>

namespace {

QStringList words(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// `jetbridge-cli simulate` as a partner's test suite starts, stops and kills it.
class SimulateTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    QNetworkReply* ask(const QByteArray& method, const QJsonObject& ready, const QString& path,
        const QJsonObject& body)
    {
        QNetworkRequest request(QUrl(ready.value("apiUrl").toString() + path));
        request.setTransferTimeout(20'000);
        request.setRawHeader("Content-Type", "application/json");
        return m_network.sendCustomRequest(
            request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson());
    }
    QJsonDocument send(const QByteArray& method, const QJsonObject& ready, const QString& path,
        const QJsonObject& body = {})
    {
        return QJsonDocument::fromJson(
            jetbridge::test::answered(ask(method, ready, path, body))->readAll());
    }
    static QJsonObject grantOf(const QJsonObject& ready, const QString& company)
    {
        return {{"appId", ready.value("appId")}, {"companyId", company}};
    }
    static QString companyId(int number)
    {
        return QStringLiteral("company-%1").arg(number + 1, 5, 10, QLatin1Char('0'));
    }
    QString grant(const QJsonObject& ready, const QString& company)
    {
        const QJsonDocument refusal =
            send("POST", ready, "/_simulator/grants", grantOf(ready, company));
        return refusal.object().value("message").toString();
    }
    QStringList simulate(const Program& program, const QString& more = {}) const
    {
        return words("simulate --port 0 --state " + stateFile(program) + ' ' + more);
    }
    static QString stateFile(const Program& program) { return program.folder() + "/state.json"; }
    static QJsonObject stateIn(const Program& program)
    {
        QFile file(stateFile(program));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    static QString write(const Program& program, const QByteArray& content)
    {
        const QString path = program.folder() + "/input.json";
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The input file cannot be written.");
        return path;
    }

private Q_SLOTS:
    void theStateOutlivesAKill()
    {
        const Program program;
        QProcess first;
        program.start(first, simulate(program));
        const QJsonObject ready = readyLine(first);
        QCOMPARE(grant(ready, "globex"), QString());
        QCOMPARE(stateIn(program).value("grants").toArray().size(), 1);
        QCOMPARE(QFile::permissions(stateFile(program))
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        first.kill();
        QVERIFY(first.waitForFinished());

        QProcess second;
        program.start(second, simulate(program));
        const QJsonObject again = readyLine(second);
        for (const char* kept : {"appId", "clientId", "clientSecret"})
            QCOMPARE(again.value(QLatin1String(kept)), ready.value(QLatin1String(kept)));
        // The consent from before counts: the portal waits for the application.
        QNetworkRequest page(QUrl(again.value("portalUrl").toString()
            + "/companies/globex/integrations/" + again.value("appId").toString() + "/setup"));
        const std::unique_ptr<QNetworkReply> reply(m_network.get(page));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->readAll().contains(R"(data-status="pending")"));
        QCOMPARE(stop(second), 0);
        QCOMPARE(second.readAllStandardError(), QByteArray());
    }

    void aKillAtAnyMomentLosesNothingThatWasAnswered()
    {
        constexpr int kills = 12;
        const Program program;
        QStringList answered;
        for (int round = 0; round < kills; ++round) {
            QProcess process;
            program.start(process,
                simulate(program, "--companies " + write(program, R"([{"generate":2000}])")));
            const QJsonObject ready = readyLine(process);
            QVERIFY2(!ready.isEmpty(), process.readAllStandardError().constData());
            // Some are answered, and one more is under way when it dies.
            const int whole = QRandomGenerator::global()->bounded(1, 30);
            for (int i = 0; i < whole; ++i) {
                answered.append(companyId(round * 100 + i));
                QCOMPARE(grant(ready, answered.constLast()), QString());
            }
            const std::unique_ptr<QNetworkReply> last(ask(
                "POST", ready, "/_simulator/grants", grantOf(ready, companyId(round * 100 + 99))));
            QTest::qWait(QRandomGenerator::global()->bounded(5));
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(stateIn(program).value("format").toInt(), 1);
            QStringList kept;
            for (const QJsonValue& entry : stateIn(program).value("grants").toArray())
                kept.append(entry["companyId"].toString());
            for (const QString& company : std::as_const(answered))
                QVERIFY2(kept.contains(company), qPrintable(company));
        }
    }

    void aStateThatCannotBeWrittenIsNotAcknowledged()
    {
        const Program program;
        const QString folder = program.folder() + "/state";
        QVERIFY(QDir().mkpath(folder));
        QProcess process;
        program.start(process, words("simulate --port 0 --state " + folder + "/state.json"));
        const QJsonObject ready = readyLine(process);
        QVERIFY(!ready.isEmpty());
        // Root may write where nobody may: so the folder goes.
        QVERIFY(QDir(folder).removeRecursively());
        const QString refusal = grant(ready, "globex");
        QVERIFY2(refusal.contains(folder + "/state.json"), qPrintable(refusal));
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(grant(ready, "initech"), QString());
        QFile file(folder + "/state.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll())["grants"].toArray().size(), 2);
        QCOMPARE(stop(process), 0);
    }

    void twoDoNotShareAState()
    {
        const Program program;
        QProcess first;
        program.start(first, simulate(program));
        QVERIFY(!readyLine(first).isEmpty());
        const auto second = program.run(simulate(program));
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains("Another simulator"), second.err.constData());
        QCOMPARE(stop(first), 0);
    }

    void aStateThatCannotBeIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no JSON") << QByteArray("hello") << QByteArray("no state file");
        const auto row = [](const char* name, const char* said, const QJsonObject& changes,
                             int format = 1) {
            QJsonObject state{
                {"format", format}, {"dataDate", "2026-01-05"}, {"key", QString(64, u'a')}};
            for (auto change = changes.begin(); change != changes.end(); ++change)
                state.insert(change.key(), change.value());
            QTest::newRow(name) << QJsonDocument(state).toJson() << QByteArray(said);
        };
        row("of a later program", "no state file", {}, 2);
        row("half a key", "key must be 64", {{"key", "ab"}});
        row("no day", "dataDate must be", {{"dataDate", 5}});
        row("an application without credentials", "apps[0].master must have",
            {{"apps", QJsonArray{QJsonObject{{"appId", "a"}}}}});
        row("an integration without an id", "integrations[0].integrationId is missing",
            {{"integrations", QJsonArray{QJsonObject{{"appId", "a"}}}}});
        row("a moment that is none", "grants[0].at must be a moment",
            {{"grants",
                QJsonArray{QJsonObject{
                    {"appId", "a"}, {"companyId", "b"}, {"scopes", "c"}, {"at", "noon"}}}}});
        row("a setting out of range", "timeoutMs must be",
            {{"settings", QJsonObject{{"timeoutMs", -1}}}});
    }
    void aStateThatCannotBeIsRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, said);
        const Program program;
        const QString path = write(program, content);
        const auto run = program.run(words("simulate --port 0 --state " + path));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said) && run.err.contains(path.toUtf8()), run.err.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aStateOfAnotherSeedIsNotReseeded()
    {
        const Program program;
        QProcess first;
        program.start(first, simulate(program, "--seed 5"));
        const QJsonObject ready = readyLine(first);
        QCOMPARE(stop(first), 0);
        const auto other = program.run(simulate(program, "--seed 6"));
        QCOMPARE(other.exitCode, 2);
        QVERIFY2(other.err.contains("another seed"), other.err.constData());
        QProcess same;
        program.start(same, simulate(program, "--seed 5"));
        QCOMPARE(readyLine(same).value("clientSecret"), ready.value("clientSecret"));
        QCOMPARE(stop(same), 0);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const Program program;
        const auto run =
            program.run(words("simulate --port 0 --state " + program.folder() + "/no/state.json"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("/no/state.json"), run.err.constData());
    }

    void anInputFileIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("faults") << "--faults" << QByteArray(R"([{"do":{"delayMs":"long"}}])")
                                << QByteArray("faults[0].do.delayMs");
        QTest::newRow("faults, no JSON")
            << "--faults" << QByteArray("[") << QByteArray("not valid JSON at byte");
        QTest::newRow("companies")
            << "--companies" << QByteArray(R"([{"companyId":"a"},{"companyId":"b","jobs":-1}])")
            << QByteArray("companies[1].jobs");
        QTest::newRow("application")
            << "--app" << QByteArray(R"({"name":"x"})") << QByteArray("scopes");
    }
    void anInputFileIsRefusedWithItsPlace()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, said);
        const Program program;
        const auto run =
            program.run(words("simulate --port 0 " + option + ' ' + write(program, content)));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said), run.err.constData());
    }

    void faultsOfAFileAct()
    {
        const Program program;
        QProcess process;
        program.start(process,
            words("simulate --port 0 --faults "
                + write(program, R"([{"match":{"path":"/jobs"},"times":1,"do":{"status":418}}])")));
        const QJsonObject ready = readyLine(process);
        send("GET", ready, "/jobs");
        send("GET", ready, "/jobs");
        const QJsonArray requests = send("GET", ready, "/_simulator/requests?path=/jobs")
                                        .object()
                                        .value("requests")
                                        .toArray();
        QCOMPARE(requests.at(0)["status"].toInt(), 418);
        QCOMPARE(requests.at(1)["status"].toInt(), 401);
        QCOMPARE(stop(process), 0);
    }

    void severalRunAtOnceAndEachEndsWhenItIsTold()
    {
        const Program program;
        std::array<QProcess, 3> processes;
        QSet<QString> addresses;
        for (QProcess& process : processes) {
            program.start(process, words("simulate --port 0"));
            const QJsonObject ready = readyLine(process);
            addresses.insert(ready.value("listening").toString());
            QCOMPARE(ready.keys(),
                (QStringList{"apiUrl", "appId", "clientId", "clientSecret", "integrationsUrl",
                    "listening", "portalUrl", "tokenUrl"}));
            QVERIFY(send("GET", ready, "/_simulator/state").isObject());
        }
        QCOMPARE(addresses.size(), 3);
        for (QProcess& process : processes) {
            QCOMPARE(stop(process), 0);
            QCOMPARE(process.readAllStandardOutput(), QByteArray()); // one line and no more
        }
    }
};

JETBRIDGE_TEST(SimulateTest)
#include "SimulateTest.moc"
