// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/Complaint.h"
#include "support/Strangers.h"
#include "support/TestMain.h"

#include <QSet>
#include <QTest>

using namespace jetbridge;

/// Tests that the OpenAPI 3.1 description covers everything that is served, and nothing else.
class OpenApiTest : public QObject, private Served {
    Q_OBJECT

private:
    QSet<QByteArray> described()
    {
        QSet<QByteArray> operations;
        const QJsonObject paths = description()["paths"].toObject();
        for (const QString& path : paths.keys())
            for (const QString& method : paths[path].toObject().keys())
                operations.insert(method.toUpper().toLatin1() + ' ' + path.toLatin1());
        return operations;
    }
    /// Requests everything at least once, with successful answers and refusals.
    void tour()
    {
        const Answer app = registerApp("REDIRECT", true);
        const QJsonObject own{{"clientId", "c"}, {"clientSecret", "s"}};
        post("/_simulator/apps", {});
        tokenRequest("grant_type=client_credentials");
        tokenRequest("grant_type=x&client_id=a&client_id=b");
        confirm(app, own);
        confirm(app, own, "nobody");
        get(setupPath(app, "/setup"));
        send("POST", setupPath(app, "/cancel"));
        post("/_simulator/grants", {{"appId", app.text("appId")}, {"companyId", "globex"}});
        post("/_simulator/grants", {{"appId", "none"}, {"companyId", "globex"}});
        const Answer customer = confirm(app, own);
        confirm(app, own);
        const QByteArray token =
            this->token(customer.text("clientId"), customer.text("clientSecret"));
        post("/apps-integrations/partner-api/integrations", {}, token);
        get("/");
        get("/companies/globex/apps-and-integrations");
        for (const char* page : {"/complete", "/status", "/setup"})
            get(setupPath(app, page));
        for (const char* file : {"portal.css", "portal.js", "icon.svg"})
            get(QString::fromLatin1("/portal/") + QLatin1String(file));
        tourOfTheApi();
        send("POST", setupPath(app, "/disable"));
        post("/_simulator/integrations/none/disable", {});
        const Answer again = connected(app, {{"clientId", "d"}, {"clientSecret", "s"}}, "initech");
        post("/_simulator/integrations/" + again.text("integrationId") + "/disable", {});
        post("/_simulator/apps/" + app.text("appId") + "/review",
            {{"decision", "adjustScopes"}, {"message", "fewer"}});
        tourOfTheControls();
    }
    void tourOfTheApi()
    {
        const QByteArray token = customerToken(
            {"company_read", "configuration_read", "jobs_read", "users_read", "candidates_read"});
        const QByteArray narrow = customerToken({"company_read"});
        const auto settle = [this] {
            post("/_simulator/clock", {{"advanceSeconds", 2}});
        };
        get("/configuration/company", token);
        get("/v1/companies/globex/postings?limit=100");
        get("/v1/companies/nobody/postings");
        for (const char* list : {"/configuration/departments", "/jobs", "/users", "/candidates"}) {
            settle();
            const QString path = QLatin1String(list);
            const Answer page = get(path + "?limit=100", token);
            QVERIFY(page.json()["content"].toArray().size() > 5);
            get(path + '/' + page.json()["content"].toArray().at(0)["id"].toString(), token);
            get(path + "/none", token);
            get(path + "?limit=many", token);
            get(path);
            get(path, narrow);
        }
        for (int i = 0; i < 12; ++i)
            get("/jobs", token);
    }
    void tourOfTheControls()
    {
        post("/_simulator/companies", {{"companyId", "new"}});
        post("/_simulator/companies", {{"companyId", 5}});
        get("/_simulator/companies?limit=3");
        setFaults(
            R"([{"match":{"path":["/none","/no*"],"method":"GET"},"times":1,"do":{"status":500}}])");
        get("/_simulator/faults");
        post("/_simulator/clock", {{"freezeAt", "2027-01-01T00:00:00Z"}});
        get("/_simulator/clock");
        get("/_simulator/requests?limit=50");
        get("/_simulator/requests?limit=x");
        post("/_simulator/requests/verify",
            {{"expected",
                QJsonArray{QJsonObject{{"path", "/none"}}, QJsonObject{{"path", "/jobs"}}}}});
        get("/_simulator/settings");
        send("PUT", "/_simulator/settings", R"({"timeoutMs":500})");
        get("/_simulator/state");
        get("/_simulator/apps");
        send("DELETE", "/_simulator/faults");
        send("DELETE", "/_simulator/requests");
        send("POST", "/_simulator/reset");
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        stop();
        takeAnswers();
        QCOMPARE(takeUndescribed(), QString());
    }

    void whatIsServedIsDescribedAndTheOtherWayRound()
    {
        const QByteArrayList routes = simulator->routes();
        const QSet<QByteArray> served(routes.begin(), routes.end());
        QVERIFY(served.size() > 40);
        const QByteArrayList missing = (served - described()).values();
        const QByteArrayList invented = (described() - served).values();
        QVERIFY2(missing.isEmpty(), ("served, not described: " + missing.join(", ")).constData());
        QVERIFY2(invented.isEmpty(), ("described, not served: " + invented.join(", ")).constData());
    }

    void everyAnswerIsWhatItsSchemaSays()
    {
        tour();
        QSet<QByteArray> seen{"GET /_simulator/openapi.json"};
        const QJsonArray answers = takeAnswers();
        for (const QJsonValue& answer : answers)
            seen.insert(answer["method"].toString().toUpper().toLatin1() + ' '
                + answer["pattern"].toString().toLatin1());
        const QByteArrayList left = (described() - seen).values();
        QVERIFY2(left.isEmpty(), ("not asked for: " + left.join(", ")).constData());
        const QJsonObject all{{"description", description()}, {"answers", answers}};
        QCOMPARE(complaintOf(test::debianPython(), {QFINDTESTDATA("clients/check_description.py")},
                     QJsonDocument(all).toJson()),
            QByteArray());
    }

    void aPublicValidatorFindsItValid()
    {
        const QString npm = test::npmWith("@seriousme/openapi-schema-validator");
        if (npm.isEmpty())
            QSKIP("npm's @seriousme/openapi-schema-validator is not there: packaging/npm");
        QCOMPARE(complaintOf("node", {QFINDTESTDATA("clients/validate_description.mjs"), npm},
                     QJsonDocument(description()).toJson()),
            QByteArray());
    }
};

JETBRIDGE_TEST(OpenApiTest)
#include "OpenApiTest.moc"
