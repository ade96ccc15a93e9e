// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using simulator::SimulatorOptions;

/// Tests the guide's rules as a partner meets them who breaks them.
class RulesTest : public QObject, private Served {
    Q_OBJECT

private:
    Answer confirmWith(const QByteArray& token, const QJsonObject& body)
    {
        return post("/apps-integrations/partner-api/integrations", body, token);
    }
    /// Connects globex, disables the integration, and returns the result of the notification.
    QJsonObject notified(const QJsonObject& settings, const QList<int>& refusals)
    {
        if (!settings.isEmpty())
            send("PUT", "/_simulator/settings", QJsonDocument(settings).toJson());
        const Answer customer =
            connected(registerApp("REDIRECT", true), {{"clientId", "c:1"}, {"clientSecret", "s%"}});
        backend.refusals = refusals;
        return post("/_simulator/integrations/" + customer.text("integrationId") + "/disable", {})
            .json()["notification"]
            .toObject();
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        stop();
        backend.requests.clear();
        backend.refusals.clear();
        QCOMPARE(takeUndescribed(), QString());
    }

    // --- Confirming an integration (guide, 3)
    void aConfirmationThatBreaksARuleIsRefused_data()
    {
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<bool>("granted");
        // Changes of the valid call; null removes a field.
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QJsonValue none = QJsonValue::Null;
        QTest::newRow("nothing wrong, both ways") << true << true << QJsonObject{} << 200 << "";
        QTest::newRow("nothing wrong, one way")
            << false << true << QJsonObject{{"clientId", none}, {"clientSecret", none}} << 200
            << "";
        QTest::newRow("one way may have credentials, too")
            << false << true << QJsonObject{} << 200 << "";
        QTest::newRow("the company did not grant")
            << true << false << QJsonObject{} << 403 << "COMPANY_CONSENT_MISSING";
        QTest::newRow("no such company")
            << true << true << QJsonObject{{"companyId", "nobody"}} << 404 << "COMPANY_NOT_FOUND";
        QTest::newRow("no company")
            << true << true << QJsonObject{{"companyId", none}} << 400 << "FIELD_MISSING";
        QTest::newRow("no application")
            << true << true << QJsonObject{{"appId", none}} << 400 << "FIELD_MISSING";
        QTest::newRow("another application")
            << true << true << QJsonObject{{"appId", "other"}} << 403 << "APP_ID_MISMATCH";
        QTest::newRow("no credentials though bi-directional")
            << true << true << QJsonObject{{"clientId", none}, {"clientSecret", none}} << 422
            << "CREDENTIALS_REQUIRED";
        QTest::newRow("an id alone") << true << true << QJsonObject{{"clientSecret", none}} << 422
                                     << "CREDENTIALS_INCOMPLETE";
        QTest::newRow("a secret alone")
            << false << true << QJsonObject{{"clientId", ""}} << 422 << "CREDENTIALS_INCOMPLETE";
        QTest::newRow("an id that is a number")
            << true << true << QJsonObject{{"clientId", 5}} << 422 << "INVALID_FIELD";
    }
    void aConfirmationThatBreaksARuleIsRefused()
    {
        QFETCH(bool, bidirectional);
        QFETCH(bool, granted);
        QFETCH(QJsonObject, changes);
        QFETCH(int, status);
        QFETCH(QString, code);
        const Answer app = registerApp("REDIRECT", bidirectional);
        if (granted)
            send("POST", setupPath(app, "/grant"));
        QJsonObject body{{"appId", app.text("appId")}, {"companyId", "globex"}, {"clientId", "c-1"},
            {"clientSecret", "s-1"}};
        for (auto change = changes.begin(); change != changes.end(); ++change)
            body[change.key()] = change.value();
        const Answer answer = confirmWith(masterToken(app), body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        if (status != 200) {
            QVERIFY(!answer.text("message").isEmpty());
            QCOMPARE(get("/_simulator/state").json()["integrations"].toArray().size(), 0);
        }
    }

    void onlyMasterCredentialsConfirm()
    {
        const Answer app = registerApp();
        const Answer customer = connected(app);
        send("POST", setupPath(app, "/grant", "initech"));
        const QJsonObject body{{"appId", app.text("appId")}, {"companyId", "initech"}};
        const Answer byCustomer =
            confirmWith(token(customer.text("clientId"), customer.text("clientSecret")), body);
        QCOMPARE(byCustomer.status, 403);
        QCOMPARE(byCustomer.code(), "MASTER_CREDENTIALS_REQUIRED");
        QCOMPARE(confirmWith({}, body).status, 401);
        QCOMPARE(confirmWith(masterToken(registerApp()), body).code(), "APP_ID_MISMATCH");
        QCOMPARE(confirmWith(masterToken(app), body).status, 200);
    }

    void everyIntegrationHasCredentialsOfItsOwn()
    {
        const Answer app = registerApp();
        QSet<QString> seen;
        for (const char* company : {"globex", "initech"}) {
            const Answer first = connected(app, {}, company);
            post("/_simulator/integrations/" + first.text("integrationId") + "/disable", {});
            const Answer second = connected(app, {}, company);
            QCOMPARE(second.status, 200);
            for (const Answer& answer : {first, second})
                for (const char* field : {"clientId", "clientSecret", "integrationId"})
                    seen.insert(answer.text(field));
            QVERIFY(token(first.text("clientId"), first.text("clientSecret")).isEmpty());
            QVERIFY(!token(second.text("clientId"), second.text("clientSecret")).isEmpty());
        }
        QCOMPARE(seen.size(), 12);
    }

    void scopesAreBoundWhenTheyAreGranted()
    {
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        QJsonObject wider = application("REDIRECT", false, backend);
        wider["appId"] = app.text("appId");
        wider["scopes"] = QJsonArray{"company_read", "users_read"};
        QCOMPARE(post("/_simulator/apps", wider).text("clientId"), app.text("clientId"));
        const Answer customer = confirm(app);
        const QByteArray bearer = token(customer.text("clientId"), customer.text("clientSecret"));
        QCOMPARE(get("/users", bearer).status, 403);
        QCOMPARE(get("/jobs", bearer).status, 200);
    }

    // --- Visibility and review (guide, 1)
    void aPrivateApplicationIsSeenByItsCompaniesOnly()
    {
        QJsonObject asked = application("REDIRECT", false, backend);
        asked["companies"] = QJsonArray{"initech"};
        const Answer app = post("/_simulator/apps", asked);
        const auto sees = [&](const QString& company) {
            return get("/companies/" + company + "/apps-and-integrations")
                .body.contains(app.text("appId").toLatin1());
        };
        QVERIFY(sees("initech") && !sees("globex"));
        QCOMPARE(get(setupPath(app, "/setup")).status, 404);
        QCOMPARE(send("POST", setupPath(app, "/grant")).status, 404);
        QCOMPARE(connected(app).code(), "COMPANY_CONSENT_MISSING");
        QCOMPARE(connected(app, {}, "initech").status, 200);
    }

    // --- Invalid requests to the control interface: 400 with the place, and nothing is changed
    void anApplicationCanBeRegisteredAgainAsItIsRead()
    {
        SimulatorOptions options;
        options.application =
            Application::fromJson(QJsonDocument(application("REDIRECT", true, backend)).toJson())
                .value();
        options.application->visibility = Visibility::SelectedCustomers;
        options.visibleTo = QStringList{"initech"};
        start(options);
        const QString appId = get("/_simulator/apps").list().at(0)["appId"].toString();
        QCOMPARE(post("/_simulator/apps/" + appId + "/review",
                     {{"decision", "adjustScopes"}, {"message", "fewer"}})
                     .status,
            200);
        QJsonObject again = get("/_simulator/apps").list().at(0).toObject();
        QCOMPARE(again["visibility"].toString(), "selected");
        QCOMPARE(again["companies"].toArray(), QJsonArray{"initech"});
        again["clientSecret"] = "another";
        again["clientId"] = "another-id";
        QCOMPARE(post("/_simulator/apps", again).status, 201);
        QCOMPARE(get("/_simulator/apps").list().size(), 1);
    }

    void whatMakesNoSenseIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* path, const char* body,
                             const char* said) {
            QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(body)
                                << QString::fromLatin1(said);
        };
        row("a company that no page can have", "companies", R"({"companyId":"a/b"})",
            "companies[0].companyId must be");
        row("a company that browsers leave out", "companies", R"({"companyId":".."})",
            "companies[0].companyId must be");
        row("a company of control characters", "companies", R"({"companyId":"a\u0000"})",
            "companies[0].companyId must be");
        row("a company of nothing but a space", "companies", R"({"companyId":" "})",
            "companies[0].companyId must be");
        row("half a surrogate pair", "companies", R"({"companyId":"a","name":"\ud800"})",
            "companies[0].name must be a text");
        row("an application that no page can have", "apps",
            R"({"name":"x","scopes":["a"],"consentUrl":"http://127.0.0.1/","appId":"a/b"})",
            "appId must be");
        row("a field of another spelling", "apps",
            R"({"name":"x","scopes":["a"],"consentUrl":"http://127.0.0.1/","callbackURL":"y"})",
            "callbackURL is not a known field");
        row("a grant for nothing", "grants", R"({"companyId":"globex"})", "appId is missing");
        row("a grant of nobody", "grants", R"({"appId":"x"})", "companyId is missing");
        row("a day is no moment", "clock", R"({"freezeAt":"2026-01-31"})", "freezeAt must be");
        row("a moment of no time zone", "clock", R"({"freezeAt":"2026-01-31T12:00:00"})",
            "freezeAt must be");
        row("before the clock began", "clock", R"({"freezeAt":"1969-12-31T23:59:59Z"})",
            "freezeAt must be");
        row("beyond the last year", "clock",
            R"({"freezeAt":"9999-12-31T00:00:00Z","advanceSeconds":86400})", "advanceSeconds");
    }
    void whatMakesNoSenseIsRefusedWithItsPlace()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        post("/_simulator/clock", {{"freezeAt", "2026-03-01T12:00:00Z"}});
        const QJsonObject before = get("/_simulator/state").json();
        const Answer refused = send("POST", "/_simulator/" + path, body);
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.text("message").startsWith(said), refused.body.constData());
        QJsonObject after = get("/_simulator/state").json();
        after["requests"] = before["requests"];
        QCOMPARE(after, before);
    }

    void visibilityAndTheListOfCompaniesGoTogether_data()
    {
        QTest::addColumn<QJsonObject>("asked");
        QTest::addColumn<QString>("refusal"); // Empty: it is registered.
        QTest::addColumn<QString>("visibility");
        const QJsonArray some{"initech"};
        QTest::newRow("nothing said") << QJsonObject{} << ""
                                      << "all";
        QTest::newRow("all") << QJsonObject{{"visibility", "all"}} << ""
                             << "all";
        QTest::newRow("a list alone") << QJsonObject{{"companies", some}} << ""
                                      << "selected";
        QTest::newRow("selected, with a list")
            << QJsonObject{{"visibility", "selected"}, {"companies", some}} << ""
            << "selected";
        QTest::newRow("selected, and nobody said who")
            << QJsonObject{{"visibility", "selected"}}
            << "companies must list the companies that see it"
            << "";
        QTest::newRow("selected, with nobody on the list")
            << QJsonObject{{"visibility", "selected"}, {"companies", QJsonArray{}}}
            << "companies must list the companies that see it"
            << "";
        QTest::newRow("all, and yet a list")
            << QJsonObject{{"visibility", "all"}, {"companies", some}} << "visibility"
            << "";
        QTest::newRow("neither all nor selected")
            << QJsonObject{{"visibility", "some"}} << "visibility"
            << "";
    }
    void visibilityAndTheListOfCompaniesGoTogether()
    {
        QFETCH(QJsonObject, asked);
        QFETCH(QString, refusal);
        QFETCH(QString, visibility);
        QJsonObject body = application("REDIRECT", false, backend);
        for (auto field = asked.begin(); field != asked.end(); ++field)
            body[field.key()] = field.value();
        const Answer app = post("/_simulator/apps", body);
        if (!refusal.isEmpty()) {
            QCOMPARE(app.status, 400);
            QVERIFY2(app.text("message").contains(refusal), app.body.constData());
            QVERIFY(get("/_simulator/apps").list().isEmpty());
            return;
        }
        QCOMPARE(app.status, 201);
        QCOMPARE(get("/_simulator/apps").list().at(0)["visibility"].toString(), visibility);
        QVERIFY(get("/companies/initech/apps-and-integrations")
                    .body.contains("Available to " + visibility.toLatin1() + " customers"));
    }

    void anApplicationToBeAdjustedConnectsNobodyUntilItIsApproved()
    {
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const QString review = "/_simulator/apps/" + app.text("appId") + "/review";
        const Answer adjust = post(
            review, {{"decision", "adjustScopes"}, {"message", "candidates_read is too much"}});
        QCOMPARE(adjust.text("state"), "adjustScopes");
        QCOMPARE(adjust.text("reviewMessage"), "candidates_read is too much");
        QCOMPARE(confirm(app).code(), "APP_NOT_APPROVED");
        QVERIFY(!get("/companies/initech/apps-and-integrations")
                     .body.contains(app.text("appId").toLatin1()));
        QCOMPARE(post(review, {{"decision", "approve"}}).text("state"), "approved");
        QCOMPARE(confirm(app).status, 200);
        QCOMPARE(post(review, {{"decision", "perhaps"}}).status, 400);
        QCOMPARE(post("/_simulator/apps/none/review", {{"decision", "approve"}}).status, 404);
    }

    // --- Notifying callbackUrl (guide, 1)
    void theTokenIsAskedForAsTheSettingSays_data()
    {
        QTest::addColumn<bool>("basic");
        QTest::newRow("in the body") << false;
        QTest::newRow("by Basic") << true;
    }
    void theTokenIsAskedForAsTheSettingSays()
    {
        QFETCH(bool, basic);
        const QJsonObject outcome =
            notified({{"clientAuthentication", basic ? "basic" : "body"}}, {});
        QVERIFY(outcome["sent"].toBool());
        QCOMPARE(backend.requests.size(), 2);
        const QByteArray request = backend.requests[0];
        QCOMPARE(request.toLower().contains(
                     "authorization: basic " + QByteArray("c%3A1:s%25").toBase64().toLower()),
            basic);
        QCOMPARE(request.contains("&client_id=c%3A1&client_secret=s%25"), !basic);
        QVERIFY(request.contains("grant_type=client_credentials"));
    }

    /// Whether SmartRecruiters asks for a token when an integration is enabled is unknown: a
    /// setting.
    void afterEnablingATokenIsAskedForAsTheSettingSays_data()
    {
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QList<int>>("refusals");
        QTest::addColumn<int>("requests");
        QTest::addColumn<bool>("got");
        QTest::newRow("never") << QJsonObject{} << QList<int>{} << 0 << false;
        QTest::newRow("at once, by body")
            << QJsonObject{{"firstTokenAfterMs", 0}} << QList<int>{} << 1 << true;
        QTest::newRow("later, by Basic, with a scope") << QJsonObject{{"firstTokenAfterMs", 50},
            {"clientAuthentication", "basic"}, {"tokenScope", "candidates:read"}}
                                                       << QList<int>{} << 1 << true;
        QTest::newRow("it gets none")
            << QJsonObject{{"firstTokenAfterMs", 0}} << QList<int>{401} << 1 << false;
    }
    void afterEnablingATokenIsAskedForAsTheSettingSays()
    {
        QFETCH(QJsonObject, settings);
        QFETCH(QList<int>, refusals);
        QFETCH(int, requests);
        QFETCH(bool, got);
        send("PUT", "/_simulator/settings", QJsonDocument(settings).toJson());
        backend.refusals = refusals;
        connected(registerApp("REDIRECT", true), {{"clientId", "c:1"}, {"clientSecret", "s%"}});
        const auto told = [this] {
            return get("/_simulator/state")
                .json()["integrations"]
                .toArray()
                .at(0)["firstToken"]
                .toObject();
        };
        if (requests == 0) {
            QVERIFY(told().isEmpty());
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), 20'000);
        QCOMPARE(told()["got"].toBool(!got), got);
        QCOMPARE(backend.requests.size(), requests);
        const QByteArray request = backend.requests[0];
        QVERIFY(request.contains("grant_type=client_credentials"));
        QCOMPARE(request.contains("&client_id="), !settings.contains("clientAuthentication"));
        QCOMPARE(request.contains("&scope=candidates%3Aread"), settings.contains("tokenScope"));
        const QByteArray logged =
            get("/_simulator/requests?direction=out").body; // the request log has it, too
        QVERIFY2(logged.contains("/token"), logged.constData());
    }

    /// The guide knows no address of a partner's API: a setting of the simulator.
    void withTheFirstTokenThePartnersApiIsCalled_data()
    {
        QTest::addColumn<QList<int>>("refusals"); // by the token endpoint and by the API
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("it takes the token")
            << QList<int>{} << 200 << QByteArray("API accepted it: 200.");
        QTest::newRow("it refuses the token")
            << QList<int>{200, 401} << 401 << QByteArray("API did not accept it: 401.");
    }
    void withTheFirstTokenThePartnersApiIsCalled()
    {
        QFETCH(QList<int>, refusals);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        const QJsonObject settings{
            {"firstTokenAfterMs", 0}, {"partnerApiUrl", backend.url("/candidates?limit=1")}};
        send("PUT", "/_simulator/settings", QJsonDocument(settings).toJson());
        backend.refusals = refusals;
        const Answer app = registerApp("REDIRECT", true);
        connected(app, {{"clientId", "c:1"}, {"clientSecret", "s%"}});
        const auto told = [this] {
            return get("/_simulator/state")
                .json()["integrations"]
                .toArray()
                .at(0)["firstToken"]
                .toObject();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), 20'000);
        QVERIFY(told()["got"].toBool());
        QCOMPARE(told()["api"].toObject()["status"].toInt(), status);
        QCOMPARE(backend.requests.size(), 2);
        const QByteArray call = backend.requests[1];
        QVERIFY(call.startsWith("GET /candidates?limit=1 HTTP/1.1\r\n"));
        QVERIFY(call.toLower().contains("authorization: bearer "));
        const QByteArray page = get(setupPath(app, "/setup")).body;
        QVERIFY2(page.contains(says), page.constData());
        const QByteArray logged = get("/_simulator/requests?direction=out&method=GET").body;
        QVERIFY2(logged.contains("/candidates"), logged.constData());
    }

    void anAddressOfTheApiThatOthersCouldReadIsRefused()
    {
        const QJsonObject settings{{"partnerApiUrl", "http://api.partner.example/"}};
        const Answer refused =
            send("PUT", "/_simulator/settings", QJsonDocument(settings).toJson());
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.contains("partnerApiUrl"));
        QVERIFY(get("/_simulator/settings").json()["partnerApiUrl"].toString().isEmpty());
    }

    void aFailedNotificationIsTriedAsOftenAsTheSettingSays_data()
    {
        QTest::addColumn<int>("retries");
        // Answers of token endpoint and callback, in their order.
        QTest::addColumn<QList<int>>("refusals");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no retry, no token")
            << 0 << QList<int>{500} << false << 1 << "oauthTokenUrl returned no token.";
        QTest::newRow("no retry, not taken") << 0 << QList<int>{200, 503} << false << 1
                                             << "callbackUrl did not accept the notification.";
        QTest::newRow("the third time lucky")
            << 2 << QList<int>{401, 200, 500, 200, 204} << true << 3 << "";
        QTest::newRow("one retry is not enough")
            << 1 << QList<int>{500, 500, 500} << false << 2 << "oauthTokenUrl returned no token.";
    }
    void aFailedNotificationIsTriedAsOftenAsTheSettingSays()
    {
        QFETCH(int, retries);
        QFETCH(QList<int>, refusals);
        QFETCH(bool, sent);
        QFETCH(int, attempts);
        QFETCH(QString, reason);
        const QJsonObject outcome =
            notified({{"notificationRetries", retries}, {"retryDelayMs", 5}}, refusals);
        QCOMPARE(outcome["sent"].toBool(), sent);
        QCOMPARE(outcome["attempts"].toInt(), attempts);
        QCOMPARE(outcome["reason"].toString(), reason);
    }

    void aPartnerThatSaysNothingIsNotWaitedForForEver()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        send("PUT", "/_simulator/settings", R"({"timeoutMs":100})");
        QJsonObject asked = application("REDIRECT", true, backend);
        asked["oauthTokenUrl"] = u"http://127.0.0.1:%1/token"_s.arg(silent.serverPort());
        const Answer customer =
            connected(post("/_simulator/apps", asked), {{"clientId", "c"}, {"clientSecret", "s"}});
        const QJsonObject outcome =
            post("/_simulator/integrations/" + customer.text("integrationId") + "/disable", {})
                .json()["notification"]
                .toObject();
        QCOMPARE(outcome["sent"].toBool(true), false);
        QCOMPARE(outcome["token"]["error"].toString(), "No answer within 100 ms.");
    }
};

JETBRIDGE_TEST(RulesTest)
#include "RulesTest.moc"
