// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

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

    QJsonDocument send(const QByteArray& method, const QJsonObject& ready, const QString& path,
        const QJsonObject& body = {})
    {
        QNetworkRequest request(QUrl(ready.value("apiUrl").toString() + path));
        request.setTransferTimeout(20'000);
        request.setRawHeader("Content-Type", "application/json");
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(
            request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 25'000))
            return {};
        return QJsonDocument::fromJson(reply->readAll());
    }
    QString grant(const QJsonObject& ready, const QString& company)
    {
        const QJsonDocument refusal = send("POST", ready, "/_simulator/grants",
            {{"appId", ready.value("appId")}, {"companyId", company}});
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
        QTRY_COMPARE_WITH_TIMEOUT(stateIn(program).value("grants").toArray().size(), 1, 10'000);
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

    void aKillAtAnyMomentSpoilsNothing()
    {
        constexpr int kills = 12;
        const Program program;
        for (int round = 0; round < kills; ++round) {
            QProcess process;
            program.start(process,
                simulate(program, "--companies " + write(program, R"([{"generate":2000}])")));
            const QJsonObject ready = readyLine(process);
            QVERIFY2(!ready.isEmpty(), process.readAllStandardError().constData());
            for (int i = 0; i < 40; ++i)
                grant(ready,
                    QStringLiteral("company-%1").arg(round * 40 + i + 1, 5, 10, QLatin1Char('0')));
            QTest::qWait(QRandomGenerator::global()->bounded(250));
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(stateIn(program).value("format").toInt(), 1);
        }
        QVERIFY(stateIn(program).value("grants").toArray().size() >= (kills - 1) * 40 / 2);
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

QTEST_GUILESS_MAIN(SimulateTest)
#include "SimulateTest.moc"
