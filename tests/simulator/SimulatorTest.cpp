// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"

#include <QTemporaryDir>
#include <QTest>

using namespace jetbridge;
using jetbridge::simulator::SimulatorOptions;

/// The simulator as partners and customers meet it: portal, rules, API, control interface.
class SimulatorTest : public QObject, private Served {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        stop();
        backend.requests.clear();
        QCOMPARE(takeUndescribed(), QString());
    }

    void everyPageIsWellFormedAndHasItsControls()
    {
        start();
        const Answer app = registerApp("POPUP");
        QCOMPARE(app.status, 201);
        QVERIFY(idsOf(send("GET", "/").body).contains("companies"));
        QVERIFY(
            idsOf(send("GET", "/companies/globex/apps-and-integrations").body).contains("setup"));
        const auto setup = idsOf(send("GET", setupPath(app, "/setup")).body);
        QVERIFY(setup.contains("grant") && setup.contains("cancel"));
        const auto frame = idsOf(send("POST", setupPath(app, "/grant")).body);
        const QString source = frame["consent-frame"].value("src").toString();
        QVERIFY2(source.endsWith("/consent?tenant=a%26b&companyId=globex"), qPrintable(source));
        QCOMPARE(confirm(app).status, 200);
        const auto enabled = idsOf(send("GET", setupPath(app, "/setup")).body);
        QCOMPARE(enabled["integration-status"].value("data-status").toString(), "enabled");
        QVERIFY(enabled.contains("disable"));
        QCOMPARE(send("GET", "/companies/nobody/apps-and-integrations").status, 404);
    }

    void theGuidesRulesOfConfirmationHold()
    {
        start();
        const Answer app = registerApp("REDIRECT", true);
        const QJsonObject own{{"clientId", "c-1"}, {"clientSecret", "s-1"}};
        const QString integrations = "/apps-integrations/partner-api/integrations";
        QCOMPARE(confirm(app, own).code(), "COMPANY_CONSENT_MISSING");
        QCOMPARE(confirm(app, own, "nobody").status, 404);
        send("POST", setupPath(app, "/grant"));
        QCOMPARE(
            post(integrations, {{"appId", "x"}, {"companyId", "globex"}}, masterToken(app)).code(),
            "APP_ID_MISMATCH");
        QCOMPARE(post(integrations, {{"appId", app.text("appId")}}, masterToken(app)).status, 400);
        QCOMPARE(confirm(app).code(), "CREDENTIALS_REQUIRED");
        QCOMPARE(confirm(app, {{"clientId", "c-1"}}).code(), "CREDENTIALS_INCOMPLETE");
        const Answer connected = confirm(app, own);
        QCOMPARE(connected.status, 200);
        QCOMPARE(confirm(app, own).code(), "INTEGRATION_ALREADY_ENABLED");
        send("POST", setupPath(app, "/grant", "initech"));
        QCOMPARE(confirm(app, own, "initech").code(), "CLIENT_ID_NOT_UNIQUE");
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        const Answer wrong =
            post(integrations, {{"appId", app.text("appId")}, {"companyId", "initech"}}, customer);
        QCOMPARE(wrong.status, 403);
        QCOMPARE(wrong.code(), "MASTER_CREDENTIALS_REQUIRED");
        QCOMPARE(post(integrations, {}).status, 401);
    }

    void theApiAnswersWithinTheGrantedScopes()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer connected = confirm(app);
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        const Answer company = send("GET", "/configuration/company", {}, customer);
        QCOMPARE(company.text("identifier"), "globex");
        QCOMPARE(company.headers["x-ratelimit-limit"], "10");
        const Answer jobs = send("GET", "/jobs?limit=2&offset=1", {}, customer);
        QCOMPARE(jobs.json()["content"].toArray().size(), 2);
        const QString id = jobs.json()["content"].toArray().at(0)["id"].toString();
        QCOMPARE(send("GET", "/jobs/" + id, {}, customer).text("id"), id);
        QCOMPARE(send("GET", "/users", {}, customer).status, 403);
        QCOMPARE(send("GET", "/jobs", {}, masterToken(app)).status, 403);
        QCOMPARE(send("GET", "/jobs").status, 401);
    }

    void moreThanTenRequestsASecondAreRefused()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer connected = confirm(app);
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        post("/_simulator/clock",
            {{"freezeAt", QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}});
        for (int i = 0; i < 10; ++i)
            QCOMPARE(send("GET", "/jobs", {}, customer).status, 200);
        QCOMPARE(send("GET", "/jobs", {}, customer).status, 429);
        post("/_simulator/clock", {{"advanceSeconds", 1}});
        QCOMPARE(send("GET", "/jobs", {}, customer).status, 200);
    }

    void theSameSeedGivesTheSameTranscript()
    {
        QList<QByteArray> first;
        for (int run = 0; run < 2; ++run) {
            start();
            post("/_simulator/clock", {{"freezeAt", "2026-03-01T12:00:00Z"}});
            const Answer app = registerApp();
            send("POST", setupPath(app, "/grant"));
            const Answer connected = confirm(app);
            const QByteArray customer =
                token(connected.text("clientId"), connected.text("clientSecret"));
            const QList<QByteArray> transcript{app.body, connected.body, customer,
                send("GET", "/configuration/company", {}, customer).body,
                send("GET", "/candidates?limit=5", {}, customer).body};
            if (run == 0)
                first = transcript;
            else
                QCOMPARE(transcript, first);
            stop();
        }
    }

    void aTokenEndsWhenTheClockIsAdvanced()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer connected = confirm(app);
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        QCOMPARE(send("GET", "/jobs", {}, customer).status, 200);
        post("/_simulator/clock", {{"advanceSeconds", 3601}});
        QCOMPARE(send("GET", "/jobs", {}, customer).status, 401);
    }

    void aSecretInAUrlIsSeenAndNeverLogged()
    {
        start();
        const Answer app = registerApp();
        send("GET", "/jobs?x=" + app.text("clientSecret"));
        const Answer log = send("GET", "/_simulator/requests?path=/jobs");
        QCOMPARE(log.json()["secretsInUrls"].toInt(), 1);
        QCOMPARE(log.json()["matched"].toInt(), 1);
        QVERIFY(!log.body.contains(app.text("clientSecret").toUtf8()));
    }

    void theStateFileBringsEverythingBack()
    {
        const QTemporaryDir folder;
        SimulatorOptions options;
        options.stateFile = folder.filePath("state.json");
        start(options);
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer connected = confirm(app);
        stop();
        start(options);
        QVERIFY(!token(connected.text("clientId"), connected.text("clientSecret")).isEmpty());
        QCOMPARE(confirm(app).code(), "INTEGRATION_ALREADY_ENABLED");
        stop();
    }

    void aPageOfAnotherSiteCannotDisableOrSteer()
    {
        start();
        const Answer app = registerApp();
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(simulator->portalUrl().toString() + setupPath(app, "/grant")));
        request.setRawHeader("Origin", "https://evil.example");
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray("a=b")));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 403);
        QCOMPARE(confirm(app).code(), "COMPANY_CONSENT_MISSING");
    }

    void unknownPathsAndMethodsAreLoggedWithTheirAnswers()
    {
        start();
        QCOMPARE(send("GET", "/nothing/here").status, 404);
        const Answer wrongMethod = send("GET", "/identity/oauth/token");
        QCOMPARE(wrongMethod.status, 405);
        QCOMPARE(wrongMethod.headers["allow"], "POST");
        QCOMPARE(send("GET", "/_simulator/requests?status=404").json()["matched"].toInt(), 1);
        QCOMPARE(send("GET", "/_simulator/requests?status=405").json()["matched"].toInt(), 1);
        const Answer verdict = post("/_simulator/requests/verify",
            {{"expected", QJsonArray{QJsonObject{{"method", "POST"}, {"path", "/jobs"}}}},
                {"allowOthers", true}});
        QCOMPARE(verdict.json()["ok"].toBool(true), false);
        QCOMPARE(verdict.json()["missing"].toArray().size(), 1);
    }

    void manyCompaniesAreServedAPageAtATime()
    {
        SimulatorOptions options;
        options.companies = {
            QJsonObject{{"companyId", "big"}, {"candidates", 100'000}, {"name", "Big"}},
            QJsonObject{{"generate", 10'000}}};
        start(options);
        QVERIFY(idsOf(send("GET", "/").body).contains("companies"));
        QVERIFY(send("GET", "/companies/company-10000/apps-and-integrations").status == 200);
        QCOMPARE(send("GET", "/companies/company-10001/apps-and-integrations").status, 404);
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant", "big"));
        const Answer connected = confirm(app, {}, "big");
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        const Answer last = send("GET", "/candidates?offset=99999&limit=10", {}, customer);
        QCOMPARE(last.json()["totalFound"].toInt(), 100'000);
        QCOMPARE(last.json()["content"].toArray().size(), 1);
    }

    void anApplicationWhoseScopesMustBeAdjustedConnectsNobody()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer reviewed = post("/_simulator/apps/" + app.text("appId") + "/review",
            {{"decision", "adjustScopes"}, {"message", "candidates_read is not needed"}});
        QCOMPARE(reviewed.text("state"), "adjustScopes");
        QCOMPARE(confirm(app).code(), "APP_NOT_APPROVED");
        post("/_simulator/apps/" + app.text("appId") + "/review", {{"decision", "approve"}});
        QCOMPARE(confirm(app).status, 200);
    }
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "SimulatorTest.moc"
