// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::simulator::SimulatorOptions;

namespace {

const QString tokenPath = u"/identity/oauth/token"_s;
const QString confirmPath = u"/apps-integrations/partner-api/integrations"_s;

/// The result of a plain socket: every byte until the other side closes.
struct Wire {
    QByteArray bytes;
    qint64 milliseconds = 0;
    QByteArray body() const { return bytes.mid(bytes.indexOf("\r\n\r\n") + 4); }
    int contentLength() const
    {
        const qsizetype at = bytes.toLower().indexOf("content-length: ");
        return at < 0 ? -1 : bytes.mid(at + 16, bytes.indexOf('\r', at) - at - 16).toInt();
    }
};

} // namespace

/// Tests every fault of a rule, the requests to which it applies and how often, and rules that are
/// invalid.
class FaultsTest : public QObject, private Served {
    Q_OBJECT

private:
    Answer m_app;

    void begin(const QByteArray& rules, SimulatorOptions options = {})
    {
        start(std::move(options));
        m_app = registerApp();
        const Answer set = setFaults(rules);
        QVERIFY2(set.status == 200, set.body.constData());
    }
    QByteArray form() const
    {
        return "grant_type=client_credentials&client_id=" + m_app.text("clientId").toLatin1()
            + "&client_secret=" + m_app.text("clientSecret").toLatin1();
    }
    Wire wire(const QByteArray& form)
    {
        Wire seen;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, simulator->port());
        QElapsedTimer time;
        time.start();
        socket.write("POST /identity/oauth/token HTTP/1.1\r\nHost: localhost:"
            + QByteArray::number(simulator->port())
            + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              "Content-Length: "
            + QByteArray::number(form.size()) + "\r\n\r\n" + form);
        while (socket.state() != QAbstractSocket::UnconnectedState && time.elapsed() < 20'000)
            socket.waitForReadyRead(1000);
        seen.bytes = socket.readAll();
        seen.milliseconds = time.elapsed();
        return seen;
    }
    QList<int> statuses(int count)
    {
        QList<int> seen;
        for (int i = 0; i < count; ++i)
            seen.append(tokenRequest(form()).status);
        return seen;
    }
    int integrations()
    {
        return int(get("/_simulator/state").json()["integrations"].toArray().size());
    }

private Q_SLOTS:
    void cleanup()
    {
        stop();
        QCOMPARE(takeUndescribed(), QString());
    }

    // --- The effects of a rule, one test each
    void statusAnswersAndNothingIsDone()
    {
        begin(R"([{"match":{"path":"/apps-integrations*"},"do":{"status":503}}])");
        const Answer refused = connected(m_app);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), "SIMULATED_FAULT");
        QCOMPARE(integrations(), 0);
    }

    void statusWithABody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("object") << QByteArray(R"({"id":"x","httpCode":502})")
                                << QByteArray("application/json");
        QTest::newRow("list") << QByteArray("[1,2]") << QByteArray("application/json");
        QTest::newRow("text") << QByteArray("<html>Bad gateway</html>")
                              << QByteArray("text/plain; charset=utf-8");
    }
    void statusWithABody()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const bool isText = body.startsWith('<');
        begin(R"([{"do":{"status":502,"body":)" + (isText ? '"' + body + '"' : body) + "}}]");
        const Answer answer = get("/jobs");
        QCOMPARE(answer.status, 502);
        QCOMPARE(answer.headers["content-type"], type);
        if (isText)
            QCOMPARE(answer.body, body);
        else
            QCOMPARE(QJsonDocument::fromJson(answer.body), QJsonDocument::fromJson(body));
    }

    void anAnswerThatHasNoBodyLeavesTheNextOneAlone()
    {
        begin(R"([{"match":{"path":"/jobs"},"times":1,"do":{"status":204}}])");
        const Answer answer = get("/jobs");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(get("/").status, 200);
    }

    void delayMsHoldsTheAnswerAndNobodyElses()
    {
        begin(R"([{"match":{"path":"/identity*"},"do":{"delayMs":400}}])");
        QElapsedTimer time;
        time.start();
        QCOMPARE(statuses(1), QList<int>{200});
        QVERIFY(time.elapsed() >= 400);
        QCOMPARE(get("/").status, 200);
    }

    void dripBytesPerSecondSendsItDropByDrop()
    {
        begin(R"([{"match":{"path":"/identity*"},"do":{"dripBytesPerSecond":800}}])");
        const Wire slow = wire(form());
        QVERIFY2(slow.milliseconds >= 250, qPrintable(QString::number(slow.milliseconds)));
        QVERIFY(QJsonDocument::fromJson(slow.body()).object().contains("access_token"));
    }

    void closeBeforeReplyDoesNothing()
    {
        begin(R"([{"match":{"path":"/apps-integrations*"},"do":{"closeBeforeReply":true}}])");
        QCOMPARE(connected(m_app).status, 0);
        QCOMPARE(integrations(), 0);
        QVERIFY(get("/_simulator/requests?path=/apps-integrations*")
                    .json()["requests"][0]["faulty"]
                    .toBool());
    }

    void closeAfterCommitDoesTheWorkAndCutsTheConnection()
    {
        begin(R"([{"match":{"path":"/apps-integrations*"},"do":{"closeAfterCommit":true}}])");
        QCOMPARE(connected(m_app).status, 0);
        QCOMPARE(integrations(), 1);
        setFaults("[]");
        QCOMPARE(confirm(m_app).code(), "INTEGRATION_ALREADY_ENABLED");
    }

    void truncateAtCutsTheBody()
    {
        begin(R"([{"match":{"path":"/identity*"},"do":{"truncateAt":20}}])");
        const Wire cut = wire(form());
        QCOMPARE(cut.body().size(), 20);
        QVERIFY(cut.contentLength() > 20);
    }

    void malformedJsonIsNoJson()
    {
        begin(R"([{"match":{"path":"/identity*"},"do":{"malformedJson":true}}])");
        const Answer answer = tokenRequest(form());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.startsWith('{'));
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    }

    void omitFieldsLeavesThemOut()
    {
        begin(R"([{"match":{"path":"/identity*"},"do":{"omitFields":["access_token","scope"]}}])");
        const QJsonObject answer = tokenRequest(form()).json();
        QCOMPARE(answer.keys(), (QStringList{"expires_in", "token_type"}));
    }

    void retryAfterIsA429UnlessAStatusIsSaid()
    {
        begin(R"([{"times":1,"do":{"retryAfter":3}},{"do":{"status":503,"retryAfter":"60"}}])");
        const Answer first = get("/jobs");
        QCOMPARE(first.status, 429);
        QCOMPARE(first.headers["retry-after"], "3");
        const Answer second = get("/jobs");
        QCOMPARE(second.status, 503);
        QCOMPARE(second.headers["retry-after"], "60");
    }

    void expiresInHoldsInTruth()
    {
        start();
        const Answer app = registerApp();
        const Answer customer = connected(app);
        setFaults(R"([{"match":{"path":"/identity*"},"do":{"expiresIn":5}}])");
        const QByteArray brief = token(customer.text("clientId"), customer.text("clientSecret"));
        setFaults("[]");
        QCOMPARE(get("/jobs", brief).status, 200);
        post("/_simulator/clock", {{"advanceSeconds", 6}});
        QCOMPARE(get("/jobs", brief).status, 401);
        QCOMPARE(tokenRequest("grant_type=client_credentials&client_id="
                     + customer.text("clientId").toLatin1()
                     + "&client_secret=" + customer.text("clientSecret").toLatin1())
                     .json()["expires_in"],
            QJsonValue(1800));
    }

    void hugeTokenBytesGivesALongTokenThatWorks()
    {
        start();
        const Answer customer = connected(registerApp());
        setFaults(R"([{"match":{"path":"/identity*"},"do":{"hugeTokenBytes":16384}}])");
        const QByteArray huge = token(customer.text("clientId"), customer.text("clientSecret"));
        QCOMPARE(huge.size(), 16384);
        QCOMPARE(get("/jobs", huge).status, 200);
        QCOMPARE(get("/jobs", huge.chopped(1)).status, 401);
    }

    void contentTypeIsSaidWhateverItIs()
    {
        begin(R"([{"do":{"contentType":"text/html; charset=iso-8859-1"}}])");
        const Answer answer = tokenRequest(form());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers["content-type"], "text/html; charset=iso-8859-1");
        QVERIFY(answer.json().contains("access_token"));
    }

    void severalAtOnce()
    {
        begin(R"([{"do":{"status":500,"body":{"a":1,"b":2},"omitFields":["a"],"delayMs":200,
                  "contentType":"application/problem+json"}}])");
        QElapsedTimer time;
        time.start();
        const Answer answer = get("/jobs");
        QVERIFY(time.elapsed() >= 200);
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.json().keys(), QStringList{"b"});
        QCOMPARE(answer.headers["content-type"], "application/problem+json");
    }

    // --- The requests to which it applies
    void aRuleActsOnWhatItMatches_data()
    {
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<QList<bool>>("acts"); // Token, jobs, one job, setup page, grant by form.
        QTest::newRow("everything")
            << QByteArray("{}") << QList<bool>{true, true, true, true, true};
        QTest::newRow("method") << QByteArray(R"({"method":"POST"})")
                                << QList<bool>{true, false, false, false, true};
        QTest::newRow("path") << QByteArray(R"({"path":"/jobs"})")
                              << QList<bool>{false, true, false, false, false};
        QTest::newRow("pattern") << QByteArray(R"({"path":"/jobs*"})")
                                 << QList<bool>{false, true, true, false, false};
        QTest::newRow("pattern in the middle") << QByteArray("{\"path\":\"/companies/*/setup\"}")
                                               << QList<bool>{false, false, false, true, false};
        QTest::newRow("several paths") << QByteArray(R"({"path":["/identity*","/jobs/1*"]})")
                                       << QList<bool>{true, false, true, false, false};
        QTest::newRow("company") << QByteArray(R"({"company":"globex"})")
                                 << QList<bool>{true, true, true, true, true};
        QTest::newRow("another company") << QByteArray(R"({"company":"initech"})")
                                         << QList<bool>{false, false, false, false, false};
        QTest::newRow("method and company") << QByteArray(R"({"method":"GET","company":"globex"})")
                                            << QList<bool>{false, true, true, true, false};
    }
    void aRuleActsOnWhatItMatches()
    {
        QFETCH(QByteArray, match);
        QFETCH(QList<bool>, acts);
        start();
        const Answer app = registerApp();
        const Answer customer = connected(app);
        const QByteArray token =
            this->token(customer.text("clientId"), customer.text("clientSecret"));
        setFaults(R"([{"match":)" + match + R"(,"do":{"status":599}}])");
        const QList<bool> seen{tokenRequest("grant_type=client_credentials&client_id="
                                   + customer.text("clientId").toLatin1() + "&client_secret=x")
                                   .status
                == 599,
            get("/jobs", token).status == 599, get("/jobs/1", token).status == 599,
            get(setupPath(app, "/setup")).status == 599,
            send("POST", setupPath(app, "/grant")).status == 599};
        QCOMPARE(seen, acts);
    }

    void theConfirmCallIsMatchedByTheCompanyInItsBody()
    {
        begin(R"([{"match":{"company":"initech"},"do":{"status":500}}])");
        QCOMPARE(confirm(m_app, {}, "initech").status, 500);
        QCOMPARE(connected(m_app).status, 200);
    }

    void noFaultActsOnTheControlInterface()
    {
        begin(R"([{"do":{"status":500}}])");
        QCOMPARE(get("/_simulator/state").status, 200);
        QCOMPARE(send("DELETE", "/_simulator/faults").status, 204);
        QCOMPARE(statuses(1), QList<int>{200});
    }

    // --- How often it applies
    void sequences_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QList<int>>("seen");
        QTest::newRow("401 then OK")
            << QByteArray(R"([{"times":1,"do":{"status":401}}])") << QList<int>{401, 200, 200};
        QTest::newRow("429 twice then OK") << QByteArray(R"([{"times":2,"do":{"retryAfter":1}}])")
                                           << QList<int>{429, 429, 200, 200};
        QTest::newRow("after two")
            << QByteArray(R"([{"after":2,"do":{"status":500}}])") << QList<int>{200, 200, 500, 500};
        QTest::newRow("after one, twice")
            << QByteArray(R"([{"after":1,"times":2,"do":{"status":500}}])")
            << QList<int>{200, 500, 500, 200};
        QTest::newRow("401, then 500 twice, then OK")
            << QByteArray(R"([{"times":1,"do":{"status":401}},{"times":2,"do":{"status":500}}])")
            << QList<int>{401, 500, 500, 200};
        QTest::newRow("never") << QByteArray(R"([{"probability":0,"do":{"status":500}}])")
                               << QList<int>{200, 200, 200};
        QTest::newRow("always") << QByteArray(R"([{"probability":1,"do":{"status":500}}])")
                                << QList<int>{500, 500, 500};
    }
    void sequences()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QList<int>, seen);
        begin(rules);
        QCOMPARE(statuses(int(seen.size())), seen);
    }

    void aProbabilityIsDrawnFromTheSeed()
    {
        QList<QList<int>> runs;
        for (const quint64 seed : {11, 11, 12}) {
            SimulatorOptions options;
            options.seed = seed;
            begin(R"([{"probability":0.3,"do":{"status":500}}])", options);
            runs.append(statuses(60));
        }
        QCOMPARE(runs[0], runs[1]);
        QVERIFY(runs[0] != runs[2]);
        const auto hits = runs[0].count(500);
        QVERIFY2(hits > 8 && hits < 30, qPrintable(QString::number(hits)));
    }

    void rulesSayHowOftenTheyActedAndCanBeSetAgainAsTheyAreRead()
    {
        begin(R"([{"match":{"path":"/identity*"},"times":1,"do":{"status":500}}])");
        statuses(3);
        const Answer rules = get("/_simulator/faults");
        QCOMPARE(rules.list().at(0)["done"].toInt(), 1);
        QCOMPARE(setFaults(rules.body).status, 200);
        QCOMPARE(get("/_simulator/faults").list().at(0)["done"].toInt(-1), 0);
        QCOMPARE(statuses(2), (QList<int>{500, 200}));
    }

    void rulesCanComeWithTheOptions()
    {
        SimulatorOptions options;
        options.faults = QJsonDocument::fromJson(R"([{"times":1,"do":{"status":418}}])").array();
        start(options);
        QCOMPARE(get("/").status, 418);
        QCOMPARE(get("/").status, 200);
    }

    // --- Invalid rules: 400 with the place, and nothing is changed
    void aBadRuleIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const char* rules, const char* place) {
            QTest::newRow(name) << QByteArray(rules) << QByteArray(place);
        };
        row("no JSON", "[{]", "at byte");
        row("a text", R"(["x"])", "faults[0] must be an object");
        row("nothing to do", R"([{"match":{}}])", "faults[0].do is missing");
        row("an empty do", R"([{"do":{}}])", "faults[0].do must be");
        row("do is a list", R"([{"do":[]}])", "faults[0].do must be");
        row("the second rule", R"([{"do":{"status":500}},{"do":{"status":99}}])",
            "faults[1].do.status must be a whole number from 200 to 599");
        row("status is a text", R"([{"do":{"status":"500"}}])", "faults[0].do.status");
        row("an unknown action", R"([{"do":{"explode":true}}])",
            "faults[0].do.explode is not a known field");
        row("an unknown field", R"([{"do":{"status":500},"time":1}])",
            "faults[0].time is not a known field");
        row("an unknown match", R"([{"match":{"url":"/"},"do":{"status":500}}])",
            "faults[0].match.url is not a known field");
        row("match is a text", R"([{"match":"/","do":{"status":500}}])", "faults[0].match must be");
        row("an unknown method", R"([{"match":{"method":"FETCH"},"do":{"status":500}}])",
            "faults[0].match.method must be one of: GET");
        row("a path that can never be", R"([{"match":{"path":"jobs"},"do":{"status":500}}])",
            "faults[0].match.path must be a path");
        row("times 0", R"([{"times":0,"do":{"status":500}}])", "faults[0].times");
        row("half a time", R"([{"times":1.5,"do":{"status":500}}])", "faults[0].times");
        row("probability 2", R"([{"probability":2,"do":{"status":500}}])",
            "faults[0].probability must be a number from 0 to 1");
        row("probability is a text", R"([{"probability":"often","do":{"status":500}}])",
            "faults[0].probability");
        row("a body without a status", R"([{"do":{"body":{}}}])", "faults[0].do.body requires");
        row("a body that is a number", R"([{"do":{"status":500,"body":5}}])", "faults[0].do.body");
        row("two ways to answer", R"([{"do":{"status":500,"closeAfterCommit":true}}])",
            "cannot be combined: a rule may have only one of");
        row("fields that are no names", R"([{"do":{"omitFields":[1]}}])",
            "faults[0].do.omitFields");
        row("a header of two lines", R"([{"do":{"contentType":"a\r\nX: y"}}])",
            "faults[0].do.contentType must be one line");
        row("a negative wait", R"([{"do":{"retryAfter":-1}}])", "faults[0].do.retryAfter");
        row("nothing, in many words",
            R"([{"do":{"closeBeforeReply":false,"omitFields":[],"delayMs":0}}])",
            "faults[0].do must be");
        row("a body that cannot be", R"([{"do":{"status":204,"body":"x"}}])",
            "faults[0].do.body cannot be combined with status 204");
        row("a path of the control interface",
            R"([{"match":{"path":"/_simulator/state"},"do":{"status":500}}])",
            "faults[0].match.path");
        row("half a surrogate pair", R"([{"match":{"company":"\ud800"},"do":{"status":500}}])",
            "faults[0].match.company must be");
        row("no such token error", R"([{"do":{"error":"server_error"}}])",
            "faults[0].do.error must be one of: invalid_request");
    }
    void aBadRuleIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, place);
        begin(R"([{"match":{"path":"/jobs"},"do":{"status":418}}])");
        const Answer refused = setFaults(rules);
        QCOMPARE(refused.status, 400);
        QVERIFY2(
            refused.text("message").contains(QString::fromLatin1(place)), refused.body.constData());
        QCOMPARE(get("/jobs").status, 418);
    }
};

JETBRIDGE_TEST(FaultsTest)
#include "FaultsTest.moc"
