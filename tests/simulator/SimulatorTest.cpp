// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <QXmlStreamReader>

using namespace jetbridge;
using jetbridge::simulator::Simulator;
using jetbridge::simulator::SimulatorOptions;

namespace {

struct Answer {
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString code() const { return json()["errors"].toArray().at(0)["code"].toString(); }
    QString text(const char* field) const { return json()[QLatin1String(field)].toString(); }
};

/// A partner's backend: notes what arrives and answers with a token or 200.
class PartnerBackend : public QTcpServer {
public:
    PartnerBackend()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_pending[socket] += socket->readAll();
                const QByteArray all = m_pending[socket];
                const qsizetype end = all.indexOf("\r\n\r\n");
                const qsizetype length = all.toLower().indexOf("content-length: ");
                if (end < 0 || length < 0)
                    return;
                const int size =
                    all.mid(length + 16, all.indexOf('\r', length) - length - 16).toInt();
                if (all.size() < end + 4 + size)
                    return;
                requests.append(all);
                m_pending.remove(socket);
                const QByteArray body = all.startsWith("POST /token")
                    ? R"({"access_token":"partner-token","token_type":"Bearer","expires_in":60})"
                    : "{}";
                socket->write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
    }
    QString url(const char* path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1String(path));
    }
    QList<QByteArray> requests;

private:
    QHash<QTcpSocket*, QByteArray> m_pending;
};

QJsonObject application(const QString& mode, bool bidirectional, const PartnerBackend& backend)
{
    QJsonObject app{{"name", "Acme & Sons <Assess>"}, {"description", "Assessments"},
        {"scopes", QJsonArray{"company_read", "jobs_read", "candidates_read"}},
        {"consentUrl", backend.url("/consent?tenant=a%26b")}, {"consentDisplayMode", mode},
        {"callbackUrl", backend.url("/callback")}};
    if (bidirectional)
        app["oauthTokenUrl"] = backend.url("/token");
    return app;
}

} // namespace

class SimulatorTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Simulator> m_simulator;
    PartnerBackend m_backend;

    void start(SimulatorOptions options = {})
    {
        options.seed = options.seed == 0 ? 7 : options.seed;
        m_simulator = std::make_unique<Simulator>(std::move(options));
        QVERIFY(m_simulator->listen());
    }
    Answer send(const QByteArray& method, const QString& path, const QByteArray& body = {},
        const QByteArray& token = {}, const QByteArray& type = "application/json")
    {
        QNetworkRequest request(QUrl(m_simulator->portalUrl().toString() + path));
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(10'000);
        if (!body.isEmpty() || method != "GET")
            request.setRawHeader("Content-Type", type);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        // A connection of its own for each request, as different programs would have.
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(
            network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait(12'000);
        Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->readAll(), {}};
        for (const auto& [name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        return answer;
    }
    Answer post(const QString& path, const QJsonObject& body, const QByteArray& token = {})
    {
        return send("POST", path, QJsonDocument(body).toJson(), token);
    }
    QByteArray token(const QString& id, const QString& secret)
    {
        QUrlQuery form{
            {"grant_type", "client_credentials"}, {"client_id", id}, {"client_secret", secret}};
        return send("POST", "/identity/oauth/token", form.toString(QUrl::FullyEncoded).toLatin1(),
            {}, "application/x-www-form-urlencoded")
            .text("access_token")
            .toLatin1();
    }
    QString setupPath(const Answer& app, const char* action, const QString& company = "globex")
    {
        return "/companies/" + company + "/integrations/" + app.text("appId") + action;
    }
    Answer registerApp(const QString& mode = "REDIRECT", bool bidirectional = false)
    {
        return post("/_simulator/apps", application(mode, bidirectional, m_backend));
    }
    QByteArray masterToken(const Answer& app)
    {
        return token(app.text("clientId"), app.text("clientSecret"));
    }
    Answer confirm(const Answer& app, QJsonObject more = {}, const QString& company = "globex")
    {
        more["appId"] = app.text("appId");
        more["companyId"] = company;
        return post("/apps-integrations/partner-api/integrations", more, masterToken(app));
    }
    static QHash<QString, QXmlStreamAttributes> idsOf(const QByteArray& page)
    {
        QHash<QString, QXmlStreamAttributes> ids;
        QXmlStreamReader xml(page);
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement
                && xml.attributes().hasAttribute("id"))
                ids.insert(xml.attributes().value("id").toString(), xml.attributes());
        return xml.hasError() ? QHash<QString, QXmlStreamAttributes>() : ids;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_simulator.reset();
        m_backend.requests.clear();
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

    void redirectModeSendsTheBrowserToConsentUrlWithAWayBack()
    {
        start();
        const Answer app = registerApp();
        const Answer granted = send("POST", setupPath(app, "/grant"));
        QCOMPARE(granted.status, 303);
        const QUrl target(QString::fromLatin1(granted.headers["location"]));
        const QUrlQuery query(target);
        QCOMPARE(query.queryItemValue("tenant", QUrl::FullyDecoded), "a&b");
        QCOMPARE(query.queryItemValue("companyId"), "globex");
        const QUrl back(query.queryItemValue("redirect", QUrl::FullyDecoded));
        QCOMPARE(back.host(), "localhost");
        QCOMPARE(confirm(app).status, 200);
        QCOMPARE(idsOf(send("GET", back.path()).body)["integration-status"]
                     .value("data-status")
                     .toString(),
            "enabled");
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

    void disablingTellsThePartnerWithATokenOfItsOwn()
    {
        start();
        const Answer app = registerApp("REDIRECT", true);
        send("POST", setupPath(app, "/grant"));
        const Answer connected =
            confirm(app, {{"clientId", "c:1"}, {"clientSecret", QString::fromUtf8("a:b% +&£€")}});
        const Answer disabled =
            post("/_simulator/integrations/" + connected.text("integrationId") + "/disable", {});
        QCOMPARE(disabled.status, 200);
        QCOMPARE(disabled.json()["notification"].toObject()["sent"].toBool(), true);
        QCOMPARE(m_backend.requests.size(), 2);
        QVERIFY(m_backend.requests[0].contains("client_secret=a%3Ab%25%20%2B%26%C2%A3%E2%82%AC"));
        QVERIFY(m_backend.requests[1].contains("Bearer partner-token"));
        QVERIFY(m_backend.requests[1].endsWith(R"({"eventType":"INTEGRATION_DISABLED"})"));
        QVERIFY(token(connected.text("clientId"), connected.text("clientSecret")).isEmpty());
    }

    void withoutOauthTokenUrlNothingIsSent()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer disabled =
            post("/_simulator/integrations/" + confirm(app).text("integrationId") + "/disable", {});
        QCOMPARE(disabled.json()["notification"].toObject()["sent"].toBool(true), false);
        QVERIFY(m_backend.requests.isEmpty());
    }

    void eachFaultDoesWhatItSays_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("bodyHas");
        QTest::newRow("status") << R"({"status":503})" << 503 << "SIMULATED_FAULT";
        QTest::newRow("status and body")
            << R"({"status":400,"body":{"error":"invalid_grant"}})" << 400 << "invalid_grant";
        QTest::newRow("text body") << R"({"status":502,"body":"<html>"})" << 502 << "<html>";
        QTest::newRow("delay") << R"({"delayMs":50})" << 200 << "access_token";
        QTest::newRow("drip") << R"({"dripBytesPerSecond":2000})" << 200 << "access_token";
        QTest::newRow("close before reply") << R"({"closeBeforeReply":true})" << 0 << "";
        QTest::newRow("close after commit") << R"({"closeAfterCommit":true})" << 0 << "";
        QTest::newRow("malformed") << R"({"malformedJson":true})" << 200 << "{";
        QTest::newRow("omitted") << R"({"omitFields":["access_token"]})" << 200 << "token_type";
        QTest::newRow("retry after") << R"({"retryAfter":3})" << 429 << "SIMULATED_FAULT";
        QTest::newRow("expires in") << R"({"expiresIn":-1})" << 200 << "\"expires_in\":-1";
        QTest::newRow("huge token") << R"({"hugeTokenBytes":16384})" << 200 << QString(1000, 'A');
        QTest::newRow("content type") << R"({"contentType":"text/html"})" << 200 << "access_token";
    }
    void eachFaultDoesWhatItSays()
    {
        QFETCH(QString, action);
        QFETCH(int, status);
        QFETCH(QString, bodyHas);
        // Qt sends a request again when a connection breaks before the answer: the rule must
        // outlast that.
        start();
        const Answer app = registerApp();
        const QByteArray rule = QJsonDocument(
            QJsonArray{QJsonObject{{"times", 9}, {"match", QJsonObject{{"path", "/identity/*"}}},
                {"do", QJsonDocument::fromJson(action.toUtf8()).object()}}})
                                    .toJson();
        QCOMPARE(send("PUT", "/_simulator/faults", rule).status, 200);
        const QByteArray form =
            "grant_type=client_credentials&client_id=" + app.text("clientId").toLatin1()
            + "&client_secret=" + app.text("clientSecret").toLatin1();
        const QByteArray type = "application/x-www-form-urlencoded";
        const Answer spoiled = send("POST", "/identity/oauth/token", form, {}, type);
        QCOMPARE(spoiled.status, status);
        QVERIFY2(spoiled.body.contains(bodyHas.toUtf8()), spoiled.body.left(300).constData());
        QCOMPARE(send("DELETE", "/_simulator/faults").status, 204);
        QCOMPARE(send("POST", "/identity/oauth/token", form, {}, type).status, 200);
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
            m_simulator.reset();
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
        m_simulator.reset();
        start(options);
        QVERIFY(!token(connected.text("clientId"), connected.text("clientSecret")).isEmpty());
        QCOMPARE(confirm(app).code(), "INTEGRATION_ALREADY_ENABLED");
        m_simulator.reset();
    }

    void afterAndTimesMakeASequence()
    {
        start();
        const QByteArray rules =
            R"([{"match":{"method":"GET"},"after":1,"times":2,"do":{"status":429}}])";
        QCOMPARE(send("PUT", "/_simulator/faults", rules).status, 200);
        QList<int> seen;
        for (int i = 0; i < 4; ++i)
            seen.append(send("GET", "/").status);
        QCOMPARE(seen, (QList<int>{200, 429, 429, 200}));
        QCOMPARE(send("PUT", "/_simulator/faults", R"([{"do":{"nonsense":1}}])").status, 422);
    }

    void aPageOfAnotherSiteCannotDisableOrSteer()
    {
        start();
        const Answer app = registerApp();
        QNetworkAccessManager network;
        QNetworkRequest request(
            QUrl(m_simulator->portalUrl().toString() + setupPath(app, "/grant")));
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

    void everyRouteOfTheDescriptionIsThere()
    {
        start();
        const QJsonObject paths =
            send("GET", "/_simulator/openapi.json").json()["paths"].toObject();
        QVERIFY(paths.size() > 20);
        for (const QString& path : paths.keys())
            if (paths[path].toObject().contains("get") && !path.contains('{'))
                QVERIFY2(send("GET", path).status != 404, qPrintable(path));
    }

    // --- The clauses marked M of the token endpoint, as seen through this server.
    void theTokenEndpointKeepsTheClauses_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::newRow("4 and 11: repeated parameter")
            << QByteArray("grant_type=client_credentials&grant_type=x&ID") << 400
            << "invalid_request";
        QTest::newRow("9: empty counts as omitted")
            << QByteArray("grant_type=&ID") << 400 << "invalid_request";
        QTest::newRow("10: unknown parameters ignored")
            << QByteArray("grant_type=client_credentials&colour=red&ID") << 200 << "";
        QTest::newRow("13: scope beyond the client's")
            << QByteArray("grant_type=client_credentials&scope=jobs_manage&ID") << 400
            << "invalid_scope";
        QTest::newRow("14: wrong grant")
            << QByteArray("grant_type=authorization_code&ID") << 400 << "unsupported_grant_type";
        QTest::newRow("14: missing grant") << QByteArray("ID") << 400 << "invalid_request";
        QTest::newRow("23: wrong client")
            << QByteArray("grant_type=client_credentials&client_id=x&client_secret=y") << 401
            << "invalid_client";
        QTest::newRow("38: password grant")
            << QByteArray("grant_type=password&username=a&password=b&ID") << 400
            << "unsupported_grant_type";
    }
    void theTokenEndpointKeepsTheClauses()
    {
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        QFETCH(QString, error);
        start();
        const Answer app = registerApp();
        form.replace("ID",
            "client_id=" + app.text("clientId").toLatin1()
                + "&client_secret=" + app.text("clientSecret").toLatin1());
        const Answer answer =
            send("POST", "/identity/oauth/token", form, {}, "application/x-www-form-urlencoded");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.text("error"), error);
        QCOMPARE(answer.headers["cache-control"], "no-store");
        QCOMPARE(answer.headers["pragma"], "no-cache");
        QVERIFY(!answer.json().contains("refresh_token"));
    }
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "SimulatorTest.moc"
