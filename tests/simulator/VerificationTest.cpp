// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::simulator::SimulatorOptions;

/// Tests what a partner's test asks the simulator afterwards: which requests came, in which order,
/// which are missing or unexpected, and whether a secret was in a URL. Also tests that two runs
/// with the same seed are identical.
class VerificationTest : public QObject, private Served {
    Q_OBJECT

private:
    Answer m_app;
    Answer m_customer;

    /// Does one onboarding and one call, as a partner's backend does.
    void journey()
    {
        m_app = registerApp("REDIRECT", true);
        m_customer = connected(m_app, {{"clientId", "c"}, {"clientSecret", "s"}});
        get("/jobs", token(m_customer.text("clientId"), m_customer.text("clientSecret")));
        post("/_simulator/integrations/" + m_customer.text("integrationId") + "/disable", {});
    }
    QJsonObject verdict(const QByteArray& expectation)
    {
        return send("POST", "/_simulator/requests/verify", expectation).json();
    }
    int matched(const QString& query)
    {
        return get("/_simulator/requests?" + query).json()["matched"].toInt();
    }

private Q_SLOTS:
    void cleanup()
    {
        stop();
        backend.requests.clear();
        QCOMPARE(takeUndescribed(), QString());
    }

    void theLogIsFiltered()
    {
        start();
        journey();
        const QString client = m_customer.text("clientId");
        QCOMPARE(matched("path=/identity/oauth/token"), 2);
        QCOMPARE(matched("path=/identity/oauth/token&company=globex"), 1);
        QCOMPARE(matched("client=" + client), 2);
        QCOMPARE(matched("method=get&path=/jobs&status=200"), 1);
        QCOMPARE(matched("status=418"), 0);
        QCOMPARE(matched("direction=out"), 2);
        QCOMPARE(matched("path=/companies/*/grant"), 1);
        const QJsonObject all = get("/_simulator/requests?limit=2").json();
        QCOMPARE(all["requests"].toArray().size(), 2);
        QVERIFY(all["matched"].toInt() > 6);
        const int second = all["requests"][1]["number"].toInt();
        QCOMPARE(get(u"/_simulator/requests?limit=1&after=%1"_s.arg(second))
                     .json()["requests"][0]["number"]
                     .toInt(),
            second + 1);
        QCOMPARE(send("DELETE", "/_simulator/requests").status, 204);
        QCOMPARE(matched("path=/jobs"), 0);
    }

    void whatCameIsComparedWithWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("expectation");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<QStringList>("missing"); // Paths.
        QTest::addColumn<QStringList>("extra");
        const QStringList none;
        const QByteArray token = R"({"method":"POST","path":"/identity/oauth/token")";
        QTest::newRow("the whole journey, in order")
            << R"({"inOrder":true,"expected":[{"path":"*grant"},)" + token
                + R"(},{"path":"*integrations","status":200},)" + token
                + R"(},{"path":"/jobs","company":"globex"},
                    {"direction":"out","path":"/token"},{"direction":"out","path":"/callback"}]})"
            << true << none << none;
        QTest::newRow("too little expected") << R"({"expected":[{"path":"*grant"},)" + token
                + R"(,"times":2},{"path":"*integrations"},{"direction":"out","times":2}]})"
                                             << false << none << QStringList{"/jobs"};
        QTest::newRow("others are allowed")
            << R"({"allowOthers":true,"expected":[)" + token + "}]}" << true << none << none;
        QTest::newRow("never called") << QByteArray(
            R"({"allowOthers":true,"expected":[{"method":"GET","path":"/candidates"}]})")
                                      << false << QStringList{"/candidates"} << none;
        QTest::newRow("not often enough")
            << R"({"allowOthers":true,"expected":[)" + token + R"(,"times":3}]})" << false
            << QStringList{"/identity/oauth/token"} << none;
        QTest::newRow("must not have come")
            << QByteArray(R"({"allowOthers":true,"expected":[{"path":"/jobs","times":0}]})")
            << false << none << QStringList{"/jobs"};
        QTest::newRow("in another order")
            << R"({"inOrder":true,"allowOthers":true,"expected":[{"path":"/jobs"},)" + token + "}]}"
            << false << QStringList{"/identity/oauth/token"} << none;
    }
    void whatCameIsComparedWithWhatWasExpected()
    {
        QFETCH(QByteArray, expectation);
        QFETCH(bool, ok);
        QFETCH(QStringList, missing);
        QFETCH(QStringList, extra);
        start();
        journey();
        const QJsonObject said = verdict(expectation);
        const auto paths = [&said](const char* list) {
            QStringList found;
            for (const QJsonValue& entry : said[QLatin1String(list)].toArray())
                found.append(entry["path"].toString());
            return found;
        };
        QCOMPARE(paths("missing"), missing);
        QCOMPARE(paths("extra"), extra);
        QCOMPARE(said["ok"].toBool(!ok), ok);
    }

    void anExpectationThatMakesNoSenseIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("expectation");
        QTest::addColumn<QString>("said");
        QTest::newRow("no list") << QByteArray("{}") << "expected must be a list";
        QTest::newRow("a text in it")
            << QByteArray(R"({"expected":["x"]})") << "expected[0] must be an object";
        QTest::newRow("a status in words")
            << QByteArray(R"({"expected":[{},{"status":"ok"}]})") << "expected[1].status must be";
        QTest::newRow("an unknown field") << QByteArray(R"({"expected":[{"url":"/"}]})")
                                          << "expected[0].url is not a known field";
        QTest::newRow("an unknown way")
            << QByteArray(R"({"expected":[{"direction":"up"}]})") << "expected[0].direction";
    }
    void anExpectationThatMakesNoSenseIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, expectation);
        QFETCH(QString, said);
        start();
        const Answer refused = send("POST", "/_simulator/requests/verify", expectation);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.text("message").startsWith(said), refused.body.constData());
    }

    void aSecretInAnyUrlIsFoundMaskedAndFailsTheVerification_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("under its name") << "client_secret=anything";
        QTest::newRow("a token under its name") << "access_token=anything";
        QTest::newRow("the master secret under another name") << "x=MASTER";
        QTest::newRow("a customer's secret") << "y=1&x=CUSTOMER";
        QTest::newRow("a live token") << "x=TOKEN";
        QTest::newRow("the partner's secret") << "x=PARTNER";
        QTest::newRow("without a name") << "MASTER";
        QTest::newRow("in the path") << "/CUSTOMER/x";
    }
    void aSecretInAnyUrlIsFoundMaskedAndFailsTheVerification()
    {
        QFETCH(QString, query);
        start();
        m_app = registerApp("REDIRECT", true);
        m_customer = connected(m_app, {{"clientId", "c"}, {"clientSecret", "partner-secret"}});
        const QString live = QString::fromLatin1(masterToken(m_app));
        query.replace("MASTER", m_app.text("clientSecret"));
        query.replace("CUSTOMER", m_customer.text("clientSecret"));
        query.replace("TOKEN", live);
        query.replace("PARTNER", "partner-secret");
        const QByteArray expectation = R"({"allowOthers":true,"expected":[]})";
        QVERIFY(verdict(expectation)["ok"].toBool());
        get("/jobs" + (query.startsWith(u'/') ? query : u'?' + query));
        QCOMPARE(verdict(expectation)["ok"].toBool(true), false);
        QCOMPARE(verdict(expectation)["secretsInUrls"].toArray().size(), 1);
        const QByteArray log = get("/_simulator/requests").body;
        for (const QString& secret : {m_app.text("clientSecret"), m_customer.text("clientSecret"),
                 live, u"partner-secret"_s, u"anything"_s})
            QVERIFY(!log.contains(secret.toUtf8()));
    }

    void aSecretInAUrlThatThePartnerGaveIsFoundToo()
    {
        start();
        QJsonObject asked = application("REDIRECT", true, backend);
        asked["oauthTokenUrl"] = backend.url("/token?key=partner-secret");
        const Answer customer = connected(post("/_simulator/apps", asked),
            {{"clientId", "c"}, {"clientSecret", "partner-secret"}});
        post("/_simulator/integrations/" + customer.text("integrationId") + "/disable", {});
        const Answer log = get("/_simulator/requests?direction=out");
        QCOMPARE(log.json()["requests"][0]["secretInUrl"].toBool(), true);
        QVERIFY(!log.body.contains("partner-secret"));
    }

    void theLogIsBoundedAndForgetsTheOldest()
    {
        start();
        send("PUT", "/_simulator/settings", R"({"requestsKept":1000})");
        QNetworkAccessManager network;
        for (int i = 0; i < 1200; i += 200) {
            QList<QNetworkReply*> replies;
            for (int j = 0; j < 200; ++j)
                replies.append(network.get(QNetworkRequest(at("/nothing"))));
            QTRY_VERIFY_WITH_TIMEOUT(std::all_of(replies.begin(), replies.end(),
                                         [](QNetworkReply* reply) { return reply->isFinished(); }),
                60'000);
            qDeleteAll(replies);
        }
        const QJsonObject log = get("/_simulator/requests?limit=1").json();
        QVERIFY(log["total"].toInt() <= 1000);
        QVERIFY(log["requests"][0]["number"].toInt() > 200);
        QVERIFY(log["dropped"].toInt() >= 200);
        // Nobody knows whether a dropped request was of this kind.
        const auto verdictOn = [this](const QJsonObject& expected, bool allowOthers) {
            return post("/_simulator/requests/verify",
                {{"expected", QJsonArray{expected}}, {"allowOthers", allowOthers}})
                .json();
        };
        const QJsonObject never = verdictOn({{"path", "/jobs"}, {"times", 0}}, true);
        QCOMPARE(never["ok"].toBool(true), false);
        QVERIFY(never["reason"].toString().contains("were dropped"));
        QCOMPARE(verdictOn({{"path", "/nothing"}}, true)["ok"].toBool(), true);
        QCOMPARE(verdictOn({{"path", "/nothing"}}, false)["ok"].toBool(true), false);
        send("DELETE", "/_simulator/requests");
        QCOMPARE(verdictOn({{"path", "/jobs"}, {"times", 0}}, true)["ok"].toBool(), true);
        get("/" + QString(60'000, u'x'));
        QVERIFY(get("/_simulator/requests?status=404&path=/xxx*").body.size() < 10'000);
    }

    void resetForgetsARunAndKeepsWhatItStartedWith()
    {
        start();
        journey();
        setFaults(R"([{"do":{"status":500}}])");
        send("PUT", "/_simulator/settings", R"({"timeoutMs":500})");
        QCOMPARE(send("POST", "/_simulator/reset").status, 204);
        const QJsonObject state = get("/_simulator/state").json();
        QCOMPARE(state["integrations"].toArray().size(), 0);
        QCOMPARE(state["faults"].toArray().size(), 0);
        QCOMPARE(state["apps"].toArray().size(), 1);
        QCOMPARE(state["settings"]["timeoutMs"].toInt(), 500);
        QVERIFY(state["requests"].toInt() <= 1);
        QCOMPARE(connected(m_app, {{"clientId", "c"}, {"clientSecret", "s"}}).status, 200);
    }

    void resetEndsWhatWouldReachIntoTheNextTest()
    {
        start();
        QJsonObject asked = application("REDIRECT", true, backend);
        asked["oauthTokenUrl"] = "http://127.0.0.1:1/"; // Nobody listens there.
        const Answer app = post("/_simulator/apps", asked);
        send("PUT", "/_simulator/settings",
            R"({"notificationRetries":10,"retryDelayMs":1000,"requestsPerSecond":1})");
        const QJsonObject own{{"clientId", "c"}, {"clientSecret", "s"}};
        QCOMPARE(connected(app, own).status, 200);
        // Lockouts, a frozen clock, used-up limits, and a notification that is retried.
        QCOMPARE(send("POST", setupPath(app, "/disable")).status, 303);
        const QByteArray guess = "grant_type=client_credentials&client_secret=x&client_id="
            + app.text("clientId").toLatin1();
        for (int i = 0; i < 12; ++i)
            tokenRequest(guess);
        QCOMPARE(tokenRequest(guess).status, 429);
        post("/_simulator/clock", {{"freezeAt", "2027-01-01T00:00:00Z"}});
        QTRY_VERIFY(get("/_simulator/requests?direction=out").json()["matched"].toInt() > 0);

        QCOMPARE(send("POST", "/_simulator/reset").status, 204);
        QCOMPARE(get("/_simulator/clock").json()["frozen"].toBool(true), false);
        QVERIFY(!masterToken(app).isEmpty());
        QCOMPARE(connected(app, own).status, 200);
        QTest::qWait(1500); // Longer than until the next retry, if it had not ended.
        QCOMPARE(get("/_simulator/requests?direction=out").json()["matched"].toInt(), 0);
    }

    void twoRunsWithOneSeedAreAlike()
    {
        QList<QByteArrayList> transcripts;
        for (const quint64 seed : {21, 21, 22}) {
            SimulatorOptions options;
            options.seed = seed;
            options.companies = {
                QJsonObject{{"generate", 30}}, QJsonObject{{"companyId", "globex"}}};
            start(options);
            post("/_simulator/clock", {{"freezeAt", "2026-03-01T12:00:00Z"}});
            QByteArrayList transcript;
            const auto note = [&](const Answer& answer) {
                transcript.append(QByteArray::number(answer.status) + ' '
                    + QByteArray(answer.body).replace(at({}).toEncoded(), "BASE"));
            };
            journey();
            for (const Answer& answer : {m_app, m_customer})
                note(answer);
            send("PUT", "/_simulator/settings", R"({"requestsPerSecond":0})");
            const QByteArray bearer = customerToken({"company_read", "configuration_read",
                "jobs_read", "users_read", "candidates_read"});
            transcript.append(bearer);
            for (const char* path : {"/configuration/company", "/configuration/departments",
                     "/jobs", "/users", "/candidates", "/v1/companies/company-00007/postings", "/",
                     "/companies/company-00003/apps-and-integrations"})
                note(get(path, bearer));
            note(get(setupPath(m_app, "/setup")));
            setFaults(R"([{"probability":0.5,"do":{"status":500}}])");
            for (int i = 0; i < 20; ++i)
                transcript.append(QByteArray::number(get("/").status));
            note(get("/_simulator/faults"));
            note(get("/_simulator/state"));
            note(get("/_simulator/requests?after=1")); // The first request stopped the clock.
            transcripts.append(transcript);
            stop();
            backend.requests.clear();
        }
        QCOMPARE(transcripts[0], transcripts[1]);
        QVERIFY(transcripts[0] != transcripts[2]);
    }
};

JETBRIDGE_TEST(VerificationTest)
#include "VerificationTest.moc"
