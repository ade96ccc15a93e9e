// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

} // namespace

/// Tests `jetbridge-cli simulate`, as a partner's test suite starts, stops and kills it.
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
        return u"company-%1"_s.arg(number + 1, 5, 10, QLatin1Char('0'));
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
    /// Returns the content of a state file by kind ("grant", "integration", ...).
    static QHash<QString, QJsonArray> stateIn(const QString& path)
    {
        QHash<QString, QJsonArray> state;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase("QSQLITE", "state");
            file.setDatabaseName(path);
            QSqlQuery rows(file);
            if (file.open() && rows.exec("SELECT kind, document FROM entries"))
                while (rows.next())
                    state[rows.value(0).toString()].append(
                        QJsonDocument::fromJson(rows.value(1).toByteArray()).object());
        }
        QSqlDatabase::removeDatabase("state");
        return state;
    }
    static bool change(const QString& path, const QString& sql)
    {
        bool isDone = false;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase("QSQLITE", "state");
            file.setDatabaseName(path);
            isDone = file.open() && QSqlQuery(file).exec(sql);
        }
        QSqlDatabase::removeDatabase("state");
        return isDone;
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
    void healthSaysWhetherAServerAnswers()
    {
        const Program program;
        QProcess simulator;
        program.start(simulator, words("simulate --port 0"));
        const QString url = readyLine(simulator).value("apiUrl").toString();
        QVERIFY(!url.isEmpty());
        const Program::Run healthy = program.run({"health", url});
        QCOMPARE(healthy.out, QByteArray("ok\n"));
        QCOMPARE(healthy.exitCode, 0);
        const Program::Run other = program.run({"health", url + "/companies"});
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains("/companies/health answered with status 404"), other.err.constData());
        QCOMPARE(stop(simulator), 0);
        QCOMPARE(program.run({"health", url}).exitCode, 4);
        QCOMPARE(program.run({"health", "http://example.com"}).exitCode, 2);
        QCOMPARE(program.run({"health", "localhost:43110"}).exitCode, 2);
    }

    void theStateOutlivesAKill()
    {
        const Program program;
        QProcess first;
        program.start(first, simulate(program));
        const QJsonObject ready = readyLine(first);
        QCOMPARE(grant(ready, "globex"), QString());
        QCOMPARE(stateIn(stateFile(program))["grant"].size(), 1);
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
        // The consent from before is valid: the portal waits for the application.
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
            // Some requests are answered, and one more is under way when the process is killed.
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
            QStringList kept;
            const auto state = stateIn(stateFile(program));
            for (const QJsonValue& entry : state["grant"])
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
        // Root can write to any folder, so the folder is removed.
        QVERIFY(QDir(folder).removeRecursively());
        const QString refusal = grant(ready, "globex");
        QVERIFY2(refusal.contains(folder + "/state.json"), qPrintable(refusal));
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(grant(ready, "initech"), QString());
        auto state = stateIn(folder + "/state.json");
        QCOMPARE(state["grant"].size(), 1); // What was refused was not done.
        QCOMPARE(state["app"].size(), 1); // the complete state, not only what has changed
        QCOMPARE(grant(ready, "globex"), QString());
        state = stateIn(folder + "/state.json");
        QCOMPARE(state["grant"].size(), 2);
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
        // It cannot be written through a link either.
        const QString link = program.folder() + "/link.json";
        QVERIFY(QFile::link(stateFile(program), link));
        const auto third = program.run(words("simulate --port 0 --state " + link));
        QCOMPARE(third.exitCode, 1);
        QVERIFY2(third.err.contains("Another simulator"), third.err.constData());
        QCOMPARE(stop(first), 0);
    }

    void aStateOfTheFirstVersionIsTakenOverAndAChangeCostsWhatItChanges()
    {
        const Program program;
        QJsonArray grants;
        for (int i = 0; i < 3; ++i)
            grants.append(QJsonObject{{"appId", "app"}, {"companyId", companyId(i)},
                {"scopes", "company_read"}, {"at", "2026-01-05T00:00:00.000Z"}});
        const QJsonObject app{{"appId", "app"},
            {"master", QJsonObject{{"clientId", "m"}, {"clientSecret", "s"}}},
            {"application",
                QJsonObject{{"name", "Acme"}, {"consentUrl", "https://partner.example/consent"},
                    {"scopes", QJsonArray{"company_read"}}}},
            {"companies", QJsonArray()}, {"reviewMessage", ""}};
        const QByteArray old = QJsonDocument(
            QJsonObject{{"format", 1}, {"key", QString(64, u'a')}, {"dataDate", "2026-01-05"},
                {"settings", QJsonObject()},
                {"companies", QJsonArray{QJsonObject{{"generate", 2000}}}},
                {"apps", QJsonArray{app}}, {"grants", grants},
                {"integrations",
                    QJsonArray()}}).toJson();
        QFile file(stateFile(program));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
        file.close();
        QVERIFY(QFile::link(stateFile(program), program.folder() + "/link.json"));
        QProcess process;
        program.start(
            process, words("simulate --port 0 --state " + program.folder() + "/link.json"));
        QVERIFY2(!readyLine(process).isEmpty(), process.readAllStandardError().constData());
        QCOMPARE(stop(process), 0);
        const auto state = stateIn(stateFile(program));
        QCOMPARE(state["grant"].size(), 3);
        QCOMPARE(state["app"].size(), 2); // the demo application, too
        QVERIFY(QFileInfo(program.folder() + "/link.json").isSymLink());
        QFile backup(stateFile(program) + ".backup-json");
        QVERIFY(backup.open(QIODevice::ReadOnly));
        QCOMPARE(backup.readAll(), old);
    }

    void aDatabaseThatCannotBeIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("of a later version") << "PRAGMA user_version = 99" << QByteArray("newer");
        QTest::newRow("of another program")
            << "PRAGMA application_id = 1" << QByteArray("another program");
        QTest::newRow("no JSON") << "UPDATE entries SET document = 'x' WHERE kind = 'app'"
                                 << QByteArray("not a JSON object");
        QTest::newRow("of no kind") << "UPDATE entries SET kind = 'thing' WHERE kind = 'app'"
                                    << QByteArray("not a kind of entry");
        QTest::newRow("of the wrong type")
            << "UPDATE entries SET document = json_set(document, '$.master', 7) WHERE kind = 'app'"
            << QByteArray("master must");
        QTest::newRow("a grant of no application")
            << "INSERT INTO entries VALUES ('grant', 'x', 0, '{\"appId\": \"x\", \"companyId\": "
               "\"globex\", \"scopes\": \"a\", \"at\": \"2026-01-05T00:00:00.000Z\"}')"
            << QByteArray("must be that of an application");
    }
    void aDatabaseThatCannotBeIsRefusedAndLeftAlone()
    {
        QFETCH(QString, sql);
        QFETCH(QByteArray, said);
        const Program program;
        QProcess process;
        program.start(process, simulate(program));
        QVERIFY(!readyLine(process).isEmpty());
        QCOMPARE(stop(process), 0);
        QVERIFY(change(stateFile(program), sql));
        QFile file(stateFile(program));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto run = program.run(simulate(program));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said) && run.err.contains(stateFile(program).toUtf8()),
            run.err.constData());
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void aDamagedDatabaseIsRefusedAndLeftAlone()
    {
        const Program program;
        QProcess process;
        program.start(process, simulate(program));
        QVERIFY(!readyLine(process).isEmpty());
        QCOMPARE(stop(process), 0);
        QFile file(stateFile(program));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        file.write(QByteArray(int(file.size()) - 4096, 'x'));
        file.close();
        const auto run = program.run(simulate(program));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(stateFile(program).toUtf8()), run.err.constData());
        QVERIFY(file.open(QIODevice::ReadOnly) && file.seek(4096));
        QCOMPARE(file.read(1), QByteArray("x"));
    }

    void aStateThatCannotBeIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no JSON") << QByteArray("hello") << QByteArray("not a state file");
        const auto row = [](const char* name, const char* said, const QJsonObject& changes,
                             int format = 1) {
            QJsonObject state{
                {"format", format}, {"dataDate", "2026-01-05"}, {"key", QString(64, u'a')}};
            for (auto change = changes.begin(); change != changes.end(); ++change)
                state.insert(change.key(), change.value());
            QTest::newRow(name) << QJsonDocument(state).toJson() << QByteArray(said);
        };
        row("of a later program", "newer simulator", {}, 2);
        row("applications that are no list", "apps must be a list", {{"apps", QJsonObject()}});
        row("a grant that is no object", "grants[0] must be an object",
            {{"grants", QJsonArray{7}}});
        row("a grant of no application", "must be that of an application",
            {{"grants",
                QJsonArray{QJsonObject{{"appId", "a"}, {"companyId", "b"}, {"scopes", "c"},
                    {"at", "2026-01-05T00:00:00.000Z"}}}}});
        row("half a key", "key must be 64", {{"key", "ab"}});
        row("no day", "dataDate must be", {{"dataDate", 5}});
        row("an application without credentials", "apps[0].master must have",
            {{"apps", QJsonArray{QJsonObject{{"appId", "a"}}}}});
        row("an integration without an id", "integrations[0].integrationId is missing",
            {{"integrations", QJsonArray{QJsonObject{{"appId", "a"}}}}});
        row("a moment that is none", "grants[0].at must be a time such as",
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

    void othersCallItByItsNameAndMayHaveNoTls()
    {
        const Program program;
        QProcess process;
        program.start(process,
            words("simulate --port 0 --listen 0.0.0.0 --host-name sim --http-host backend"));
        const QJsonObject ready = readyLine(process);
        const QUrl portal(ready.value("portalUrl").toString());
        QCOMPARE(portal.host(), "sim");
        QCOMPARE(ready.value("listening").toString(), "0.0.0.0:" + QString::number(portal.port()));
        const auto statusFor = [&](const QByteArray& host) {
            QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/"_s.arg(portal.port())));
            request.setRawHeader("Host", host);
            const auto reply = jetbridge::test::answered(m_network.get(request));
            return QByteArray::number(jetbridge::test::statusOf(*reply)) + ' ' + reply->readAll();
        };
        QVERIFY(statusFor("sim:" + QByteArray::number(portal.port())).startsWith("200"));
        const QByteArray refused = statusFor("evil.example");
        QVERIFY2(refused.startsWith("421") && refused.contains("--host-name"), refused.constData());
        // The address is used, because this computer does not know the name.
        QJsonObject here = ready;
        here["apiUrl"] = u"http://127.0.0.1:%1"_s.arg(portal.port());
        QJsonObject app{{"name", "Acme"}, {"scopes", QJsonArray{"company_read"}},
            {"consentUrl", "http://backend:8080/consent"}};
        QVERIFY(send("POST", here, "/_simulator/apps", app).object().contains("appId"));
        app["consentUrl"] = "http://elsewhere:8080/consent";
        const QJsonObject elsewhere = send("POST", here, "/_simulator/apps", app).object();
        QVERIFY(!elsewhere.contains("appId"));
        QVERIFY(elsewhere.value("message").toString().contains("--http-host"));
        QCOMPARE(stop(process), 0);
        const auto open = program.run(words("simulate --port 0 --http-host www.example.com"));
        QCOMPARE(open.exitCode, 2);
        QVERIFY2(open.err.contains("not a private host"), open.err.constData());
    }

    void aHostThatIsMoreThanAHostIsRefused_data()
    {
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<QString>("host");
        for (const QByteArray option : {"host-name", "http-host"})
            for (const char* host : {"http://backend", "backend:8080", "backend/path", "fd00::1",
                     "me@backend", "back end", ""})
                QTest::addRow("%s %s", option.constData(), host)
                    << option << QString::fromLatin1(host);
    }
    void aHostThatIsMoreThanAHostIsRefused()
    {
        QFETCH(QByteArray, option);
        QFETCH(QString, host);
        const Program program;
        const auto run = program.run(
            {u"simulate"_s, u"--port"_s, u"0"_s, QString::fromLatin1("--" + option), host});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--" + option + " must be a host alone"), run.err.constData());
        QCOMPARE(run.out, QByteArray());
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

    void anApplicationIsShownToWhomItIsFor_data()
    {
        QTest::addColumn<QByteArray>("visibility"); // empty: the file says nothing
        QTest::addColumn<QString>("named");
        QTest::addColumn<QStringList>("seenBy"); // none: it does not start
        QTest::addColumn<QByteArray>("said");
        const QStringList both{"globex", "initech"};
        QTest::newRow("nothing said") << QByteArray() << "" << both << QByteArray();
        QTest::newRow("all") << QByteArray("all") << "" << both << QByteArray();
        QTest::newRow("selected, one named") << QByteArray("selected") << "--visible-to initech"
                                             << QStringList{"initech"} << QByteArray();
        QTest::newRow("selected, both named")
            << QByteArray("selected") << "--visible-to initech --visible-to globex" << both
            << QByteArray();
        QTest::newRow("selected, and that is everybody here")
            << QByteArray("selected") << "--visible-to *" << both << QByteArray();
        QTest::newRow("one named alone")
            << QByteArray() << "--visible-to initech" << QStringList{"initech"} << QByteArray();
        QTest::newRow("selected, and nobody said who")
            << QByteArray("selected") << "" << QStringList() << QByteArray("--visible-to COMPANY");
        QTest::newRow("all, and yet one named")
            << QByteArray("all") << "--visible-to initech" << QStringList()
            << QByteArray("--visible-to is for");
        QTest::newRow("a company that is not there")
            << QByteArray("selected") << "--visible-to inetech" << QStringList()
            << QByteArray("\"inetech\" names no company");
    }
    void anApplicationIsShownToWhomItIsFor()
    {
        QFETCH(QByteArray, visibility);
        QFETCH(QString, named);
        QFETCH(QStringList, seenBy);
        QFETCH(QByteArray, said);
        QJsonObject application{{"name", "Private"}, {"description", "For some"},
            {"logo", "https://partner.example/logo.png"},
            {"scopes", QJsonArray{QJsonObject{{"name", "company_read"}, {"reason", "Proof"}}}},
            {"consentUrl", "https://partner.example/consent"}};
        if (!visibility.isEmpty())
            application.insert("visibility", QString::fromLatin1(visibility));
        const Program program;
        const QStringList command = words("simulate --port 0 " + named + " --app "
            + write(program, QJsonDocument(application).toJson()));
        if (seenBy.isEmpty()) {
            const auto run = program.run(command);
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains(said), run.err.constData());
            return;
        }
        QProcess process;
        program.start(process, command);
        const QJsonObject ready = readyLine(process);
        for (const QString company : {"globex", "initech"}) {
            const QByteArray page = jetbridge::test::answered(
                ask("GET", ready, "/companies/" + company + "/apps-and-integrations", {}))
                                        ->readAll();
            QCOMPARE(page.contains(ready.value("appId").toString().toLatin1()),
                seenBy.contains(company));
        }
        const bool isForAll = seenBy.size() == 2 && named.isEmpty();
        QCOMPARE(send("GET", ready, "/_simulator/apps").array().at(0)["visibility"].toString(),
            isForAll ? "all" : "selected");
        QCOMPARE(stop(process), 0);
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
            QCOMPARE(process.readAllStandardOutput(), QByteArray()); // one line and nothing more
        }
    }
};

JETBRIDGE_TEST(SimulateTest)
#include "SimulateTest.moc"
