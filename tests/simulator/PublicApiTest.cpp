// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/TestMain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QStringList lists{"/configuration/departments", "/jobs", "/users", "/candidates"};
const QStringList allScopes{
    "company_read", "configuration_read", "jobs_read", "users_read", "candidates_read"};

bool hasTheFourHeaders(const Answer& answer)
{
    for (const char* name : {"x-ratelimit-limit", "x-ratelimit-remaining",
             "x-ratelimit-concurrent-limit", "x-ratelimit-concurrent-remaining"})
        if (!answer.headers.contains(name))
            return false;
    return true;
}

} // namespace

/// Tests the API for customer-level credentials: realistic data, within scopes and limits.
class PublicApiTest : public QObject, private Served {
    Q_OBJECT

private:
    QByteArray m_token;

    void unlimited() { send("PUT", "/_simulator/settings", R"({"requestsPerSecond":0})"); }
    /// Returns every record of a list, page by page.
    QJsonArray all(const QString& list, int limit = 100)
    {
        QJsonArray records;
        int total = 1;
        while (records.size() < total) {
            const Answer page =
                get(u"%1?limit=%2&offset=%3"_s.arg(list).arg(limit).arg(records.size()), m_token);
            if (page.status != 200 || page.json()["content"].toArray().isEmpty())
                return {};
            total = page.json()["totalFound"].toInt();
            for (const QJsonValue& record : page.json()["content"].toArray())
                records.append(record);
        }
        return records;
    }
    /// Sends `count` requests at once and returns the sorted statuses.
    QList<int> together(int count, const QString& path)
    {
        // Each manager opens few connections.
        std::vector<std::unique_ptr<QNetworkAccessManager>> networks;
        QList<QNetworkReply*> replies;
        for (int i = 0; i < count; ++i) {
            networks.push_back(std::make_unique<QNetworkAccessManager>());
            QNetworkRequest request(at(path));
            request.setRawHeader("Authorization", "Bearer " + m_token);
            replies.append(networks.back()->get(request));
        }
        QList<int> statuses;
        for (QNetworkReply* reply : replies) {
            if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000))
                return {};
            statuses.append(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
        }
        std::sort(statuses.begin(), statuses.end());
        return statuses;
    }

private Q_SLOTS:
    void init()
    {
        start();
        m_token = customerToken(allScopes);
    }
    void cleanup()
    {
        stop();
        QCOMPARE(takeUndescribed(), QString());
    }

    void eachEndpointNeedsItsScope_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("scope");
        QTest::newRow("company") << "/configuration/company"
                                 << "company_read";
        QTest::newRow("departments") << "/configuration/departments"
                                     << "configuration_read";
        QTest::newRow("jobs") << "/jobs"
                              << "jobs_read";
        QTest::newRow("users") << "/users"
                               << "users_read";
        QTest::newRow("candidates") << "/candidates"
                                    << "candidates_read";
    }
    void eachEndpointNeedsItsScope()
    {
        QFETCH(QString, path);
        QFETCH(QString, scope);
        QStringList others = allScopes;
        others.removeAll(scope);
        QCOMPARE(get(path, customerToken({scope})).status, 200);
        const Answer refused = get(path, customerToken(others));
        QCOMPARE(refused.status, 403);
        // The format of SmartRecruiters' customer API.
        QCOMPARE(refused.json().keys(), (QStringList{"errors", "message"}));
        QCOMPARE(refused.code(), "INSUFFICIENT_SCOPE");
        QVERIFY(hasTheFourHeaders(refused));
        QCOMPARE(get(path).status, 401);
    }

    void masterCredentialsSeeNoCustomersData()
    {
        const Answer refused = get("/configuration/company", masterToken(registerApp()));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), "CUSTOMER_CREDENTIALS_REQUIRED");
    }

    void aPageFollowsTheOther()
    {
        unlimited();
        for (const QString& list : lists) {
            const QJsonArray large = all(list, 100);
            QVERIFY(!large.isEmpty());
            QCOMPARE(all(list, 7).size(), large.size());
            QCOMPARE(all(list, 7), large);
            QSet<QString> ids;
            for (const QJsonValue& record : large)
                ids.insert(record["id"].toString());
            QCOMPARE(ids.size(), large.size());
        }
        const Answer beyond = get("/jobs?offset=1000000", m_token);
        QCOMPARE(beyond.json()["content"].toArray().size(), 0);
        QCOMPARE(get("/jobs", m_token).json()["content"].toArray().size(), 10);
        for (const char* wrong :
            {"limit=101", "limit=-1", "limit=many", "offset=-1", "limit=1&limit=2"}) {
            const Answer refused = get("/jobs?" + QString::fromLatin1(wrong), m_token);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.code(), "INVALID_PARAMETER");
        }
        QCOMPARE(get("/jobs?colour=red", m_token).status, 200);
    }

    void aRecordIsTheSameByItsId()
    {
        unlimited();
        for (const QString& list : lists) {
            const QJsonObject listed = get(list + "?offset=3&limit=1", m_token)
                                           .json()["content"]
                                           .toArray()
                                           .at(0)
                                           .toObject();
            QCOMPARE(get(list + '/' + listed["id"].toString(), m_token).json(), listed);
            for (const char* wrong :
                {"none", "00000000-0000-4000-8000-000000000000", "%F0%9F%98%80"})
                QCOMPARE(get(list + '/' + QLatin1String(wrong), m_token).status, 404);
        }
        // Another company's records are not found.
        const QString mine =
            get("/jobs?limit=1", m_token).json()["content"].toArray().at(0)["id"].toString();
        const Answer initech = connected(registerApp(), {}, "initech");
        QCOMPARE(get("/jobs/" + mine, token(initech.text("clientId"), initech.text("clientSecret")))
                     .status,
            404);
    }

    void theDataHangsTogether()
    {
        unlimited();
        const auto idsOf = [](const QJsonArray& records) {
            QSet<QString> ids;
            for (const QJsonValue& record : records)
                ids.insert(record["id"].toString());
            return ids;
        };
        const QJsonArray departments = all("/configuration/departments");
        const QJsonArray jobs = all("/jobs");
        const QJsonArray users = all("/users");
        const QSet<QString> departmentIds = idsOf(departments);
        const QSet<QString> jobIds = idsOf(jobs);
        for (const QJsonValue& job : jobs) {
            QVERIFY(departmentIds.contains(job["department"]["id"].toString()));
            QVERIFY(!job["title"].toString().trimmed().isEmpty());
        }
        for (const QJsonValue& candidate : all("/candidates"))
            QVERIFY(jobIds.contains(candidate["primaryAssignment"]["job"]["id"].toString()));
        QSet<QString> addresses;
        for (const QJsonValue& user : users) {
            QVERIFY2(user["email"].toString().endsWith("@globex.example"),
                qPrintable(user["email"].toString()));
            addresses.insert(user["email"].toString());
        }
        QCOMPARE(addresses.size(), users.size());
        QVERIFY(std::any_of(users.begin(), users.end(),
            [](const QJsonValue& user) { return user["role"].toString() == "ADMINISTRATOR"; }));
        const Answer postings = get("/v1/companies/globex/postings?limit=5");
        QCOMPARE(postings.json()["content"].toArray().at(0)["company"]["identifier"].toString(),
            "globex");
        QCOMPARE(get("/v1/companies/nobody/postings").status, 404);
    }

    void theFourHeadersAreOnEveryAnswer()
    {
        const Answer first = get("/jobs", m_token);
        QCOMPARE(first.headers["x-ratelimit-limit"], "10");
        QCOMPARE(first.headers["x-ratelimit-remaining"], "9");
        QCOMPARE(first.headers["x-ratelimit-concurrent-limit"], "8");
        QCOMPARE(get("/candidates", m_token).headers["x-ratelimit-concurrent-limit"], "1");
        for (const char* path : {"/jobs/none", "/jobs?limit=x", "/configuration/company"})
            QVERIFY2(hasTheFourHeaders(get(path, m_token)), path);
    }

    void moreThanTenASecondAreRefused()
    {
        post("/_simulator/clock", {{"freezeAt", "2027-01-01T00:00:00Z"}});
        m_token = customerToken(allScopes);
        Answer refused;
        for (int i = 0; i < 200 && refused.status != 429; ++i)
            refused = get("/jobs", m_token);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), "TOO_MANY_REQUESTS");
        QCOMPARE(refused.headers["x-ratelimit-remaining"], "0");
        QVERIFY(hasTheFourHeaders(refused));
        // Another credential has ten requests of its own.
        QCOMPARE(get("/jobs", customerToken({"jobs_read"})).status, 200);
        post("/_simulator/clock", {{"advanceSeconds", 1}});
        QCOMPARE(get("/jobs", m_token).status, 200);
    }

    void aUsedLimitEndsWhateverIsDoneToTheClock_data()
    {
        QTest::addColumn<QJsonObject>("move");
        QTest::newRow("stopped") << QJsonObject{{"freezeAt", "2027-01-01T00:00:00Z"}};
        QTest::newRow("moved back") << QJsonObject{{"freezeAt", "1999-01-01T00:00:00Z"}};
        QTest::newRow("stopped elsewhere and moved on")
            << QJsonObject{{"freezeAt", "1999-01-01T00:00:00Z"}, {"advanceSeconds", 5}};
    }
    void aUsedLimitEndsWhateverIsDoneToTheClock()
    {
        QFETCH(QJsonObject, move);
        post("/_simulator/clock", {{"advanceSeconds", 303 * 24 * 3600}});
        m_token = customerToken(allScopes);
        send("PUT", "/_simulator/settings", R"({"requestsPerSecond":1})");
        int status = 200;
        for (int i = 0; i < 200 && status != 429; ++i)
            status = get("/jobs", m_token).status;
        QCOMPARE(status, 429);
        post("/_simulator/clock", move);
        // One request per turn: QTRY_COMPARE would send another one after its success.
        QTRY_VERIFY_WITH_TIMEOUT(
            status == 200 || (status = get("/jobs", m_token).status) == 200, 5000);
    }

    void moreThanEightAtATimeAreRefusedAndTwoForCandidates()
    {
        setFaults(R"([{"match":{"method":"GET"},"do":{"delayMs":1500}}])");
        QCOMPARE(together(9, "/jobs"), (QList<int>{200, 200, 200, 200, 200, 200, 200, 200, 429}));
        post("/_simulator/clock", {{"advanceSeconds", 2}});
        QCOMPARE(together(2, "/candidates"), (QList<int>{200, 429}));
        // A stopped clock does not keep requests from finishing.
        post("/_simulator/clock", {{"freezeAt", "2027-01-01T00:00:00Z"}});
        setFaults(R"([{"match":{"method":"GET"},"times":2,"do":{"delayMs":50}}])");
        m_token = customerToken({"candidates_read"});
        QCOMPARE(get("/candidates", m_token).status, 200);
        QCOMPARE(get("/candidates", m_token).status, 200);
    }

    void limitsCanBeChangedAndSwitchedOff()
    {
        post("/_simulator/clock", {{"freezeAt", "2027-01-01T00:00:00Z"}});
        send("PUT", "/_simulator/settings", R"({"requestsPerSecond":2})");
        m_token = customerToken({"jobs_read"});
        QList<int> statuses;
        for (int i = 0; i < 3; ++i)
            statuses.append(get("/jobs", m_token).status);
        QCOMPARE(statuses, (QList<int>{200, 200, 429}));
        send("PUT", "/_simulator/settings", R"({"requestsPerSecond":0,"concurrentRequests":0})");
        for (int i = 0; i < 30; ++i)
            QCOMPARE(get("/jobs", m_token).status, 200);
        QVERIFY(!hasTheFourHeaders(get("/jobs", m_token)));
    }
};

JETBRIDGE_TEST(PublicApiTest)
#include "PublicApiTest.moc"
