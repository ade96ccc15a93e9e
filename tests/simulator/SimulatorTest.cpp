// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "simulator/World.h"
#include "support/Answered.h"
#include "support/ReverseProxy.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::simulator::SimulatorOptions;

/// Tests the simulator as partners and customers meet it: portal, rules, API, control interface.
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

    void everyLinkAndFormOfThePortalHoldsBehindAReverseProxy_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("at the root") << QByteArray();
        QTest::newRow("below a path") << QByteArray("/tools/sr");
    }
    void everyLinkAndFormOfThePortalHoldsBehindAReverseProxy()
    {
        QFETCH(QByteArray, prefix);
        start();
        const Answer app = registerApp("POPUP");
        test::ReverseProxy proxy({simulator->port(), prefix, true,
            "127.0.0.1:" + QByteArray::number(simulator->port())});
        QNetworkAccessManager network;
        const auto visit = [&network](const QByteArray& method, const QUrl& url) {
            QNetworkRequest request(url);
            request.setAttribute(
                QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
            request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
            return test::answered(network.sendCustomRequest(request, method));
        };
        // Checks every address on a page, by its attribute: href, src, action and the URLs that
        // scripts request.
        const auto everythingThereIs = [&](const QUrl& url, const QByteArray& method = "GET") {
            const auto page = visit(method, url);
            QCOMPARE(test::statusOf(*page), 200);
            const QByteArray body = page->readAll();
            static const QRegularExpression address(
                "(href|src|action|data-status-url|data-setup-url)=\"([^\"#]+)\"");
            int links = 0;
            for (const auto& found : address.globalMatch(QString::fromUtf8(body))) {
                const QUrl target = url.resolved(QUrl(found.captured(2)));
                if (target.port() == int(backend.serverPort()))
                    continue; // These addresses are the partner's own.
                QVERIFY2(target.toString().startsWith(proxy.at("/").toString()),
                    qPrintable(target.toString()));
                if (found.captured(1) == "action")
                    continue;
                QVERIFY2(test::statusOf(*visit("GET", target)) == 200,
                    qPrintable(url.path() + " -> " + target.path()));
                ++links;
            }
            QVERIFY(links >= 3);
        };
        const QUrl setup = proxy.at(setupPath(app, "/setup"));
        everythingThereIs(proxy.at("/"));
        everythingThereIs(proxy.at("/companies/globex/apps-and-integrations"));
        everythingThereIs(setup);
        everythingThereIs(proxy.at(setupPath(app, "/grant")), "POST");
        QCOMPARE(confirm(app).status, 200);
        everythingThereIs(proxy.at(setupPath(app, "/complete")));
        everythingThereIs(setup);
        const auto leadsTo = [&](const char* action) {
            const QUrl url = proxy.at(setupPath(app, action));
            const auto reply = visit("POST", url);
            return url.resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
        };
        QCOMPARE(leadsTo("/grant"), setup); // It was enabled meanwhile.
        QCOMPARE(leadsTo("/disable"), setup);
        QCOMPARE(leadsTo("/cancel"), proxy.at("/companies/globex/apps-and-integrations"));
        const auto lost = visit("GET", proxy.at("/companies/nobody/apps-and-integrations"));
        QVERIFY(lost->readAll().contains("href=\"../../\""));
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

    void aNotificationThatAKillCutShortIsNotWaitedForAfterwards()
    {
        const QTemporaryDir folder;
        SimulatorOptions options;
        options.stateFile = folder.filePath("state.json");
        start(options);
        QTcpServer silent; // Accepts the connection and never answers.
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QJsonObject asked = application("REDIRECT", true, backend);
        asked["oauthTokenUrl"] = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
        const Answer app = post("/_simulator/apps", asked);
        const QJsonObject own{{"clientId", "c"}, {"clientSecret", "s"}};
        QCOMPARE(connected(app, own).status, 200);
        QCOMPARE(send("POST", setupPath(app, "/disable")).status, 303);
        QTRY_VERIFY(silent.hasPendingConnections());
        // The state after a kill: disabled, which is stored before the partner is notified, and
        // nothing more.
        options.stateFile = folder.filePath("copy.json");
        QVERIFY(QFile::copy(folder.filePath("state.json"), options.stateFile));
        stop();
        start(options);
        const QJsonObject after = get("/_simulator/state").json()["integrations"][0].toObject();
        QCOMPARE(after["status"].toString(), "disabled");
        QCOMPARE(after["notification"]["sent"].toBool(true), false);
        QVERIFY(get(setupPath(app, "/setup")).body.contains("The partner was not told"));
        stop();
    }

    void aChangeIsAsLargeAsWhatItChanges()
    {
        simulator::Seed seed(7);
        simulator::SimulatedClock clock;
        simulator::World world(seed, clock);
        QVERIFY(world.loadCompanies({QJsonObject{{"generate", 1000}}}));
        const auto read =
            Application::fromJson(QJsonDocument(application("REDIRECT", false, backend)).toJson());
        const auto app = world.registerApp({*read, {}, {}, std::nullopt});
        QVERIFY(app);
        const auto idOf = [](int i) {
            return u"company-%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        };
        IntegrationId last;
        for (int i = 1; i <= 1000; ++i) {
            QVERIFY(world.grant(app->id, idOf(i)));
            if (i == 1000)
                break;
            last = world.confirm(app->master.clientId, {app->id, idOf(i), std::nullopt})->id;
        }
        world.takeChanges();
        QVERIFY(world.disable(last));
        QCOMPARE(world.takeChanges().size(), 1);
        QVERIFY(world.confirm(app->master.clientId, {app->id, idOf(1000), std::nullopt}));
        const auto changes = world.takeChanges();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(std::count_if(changes.begin(), changes.end(),
                     [](const auto& entry) { return entry.document.isEmpty(); }),
            1); // The grant is used up.
        QCOMPARE(world.entries().size(), 1 + 1 + 1000);
        QVERIFY(world.reset());
        QCOMPARE(world.takeChanges().size(), 1000);
    }

    void aPageOfAnotherSiteCannotDisableOrSteer()
    {
        start();
        const Answer app = registerApp();
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(simulator->portalUrl().toString() + setupPath(app, "/grant")));
        request.setRawHeader("Origin", "https://evil.example");
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        QCOMPARE(test::statusOf(*test::answered(network.post(request, QByteArray("a=b")))), 403);
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
        QVERIFY(get("/?search=COMPANY-09876").body.contains("company-09876"));
        const QJsonArray named = get("/_simulator/companies?search=energy&limit=10000").list();
        QVERIFY(named.size() > 500 && named.size() < 2000);
        for (const QJsonValue& company : named)
            QVERIFY(company["name"].toString().contains("Energy"));
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant", "big"));
        const Answer connected = confirm(app, {}, "big");
        const QByteArray customer =
            token(connected.text("clientId"), connected.text("clientSecret"));
        const Answer last = send("GET", "/candidates?offset=99999&limit=10", {}, customer);
        QCOMPARE(last.json()["totalFound"].toInt(), 100'000);
        QCOMPARE(last.json()["content"].toArray().size(), 1);
    }
};

JETBRIDGE_TEST(SimulatorTest)
#include "SimulatorTest.moc"
