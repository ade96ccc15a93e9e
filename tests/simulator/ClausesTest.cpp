// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/TestMain.h"

#include <QNetworkInterface>
#include <QRegularExpression>
#include <QSet>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using jetbridge::simulator::Simulator;

namespace {

const QByteArray grant = "grant_type=client_credentials";
const QString integrations = u"/apps-integrations/partner-api/integrations"_s;
const QString tokenPath = u"/identity/oauth/token"_s;

QByteArray inBody(const Answer& app)
{
    return "&client_id=" + app.text("clientId").toLatin1()
        + "&client_secret=" + app.text("clientSecret").toLatin1();
}

Served::Headers basic(const QByteArray& id, const QByteArray& secret)
{
    return {{"Authorization",
        "Basic " + (id.toPercentEncoding() + ':' + secret.toPercentEncoding()).toBase64()}};
}

Served::Headers basic(const Answer& app)
{
    return basic(app.text("clientId").toLatin1(), app.text("clientSecret").toLatin1());
}

} // namespace

/// Tests the clauses of the standards that apply to the simulator, by number, over HTTP as a
/// partner meets them.
class ClausesTest : public QObject, private Served {
    Q_OBJECT

private:
    /// Checks the error of a refusal, and that its format is that of RFC 6749 5.2.
    void isRefused(const Answer& answer, const QString& error, int status = 400)
    {
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.text("error"), error);
        QCOMPARE(answer.headers["cache-control"], "no-store");
        QCOMPARE(answer.headers["pragma"], "no-cache");
    }

private Q_SLOTS:
    void cleanup()
    {
        stop();
        backend.requests.clear();
        QCOMPARE(takeUndescribed(), QString());
    }

    void clause1BasicIsAccepted()
    {
        start();
        QCOMPARE(tokenRequest(grant, basic(registerApp())).status, 200);
    }

    void clause2OddCharactersRoundTrip()
    {
        start();
        const QString id = QString::fromUtf8("odd: id%1 £");
        const QString secret = QString::fromUtf8("a:b% +&= £€");
        QJsonObject app = application("REDIRECT", false, backend);
        app["clientId"] = id;
        app["clientSecret"] = secret;
        QCOMPARE(post("/_simulator/apps", app).status, 201);
        QCOMPARE(tokenRequest(grant, basic(id.toUtf8(), secret.toUtf8())).status, 200);
        QVERIFY(!token(id, secret).isEmpty());
    }

    void clause3CredentialsInTheBodyAreAcceptedAndInTheUriRefused()
    {
        start();
        const Answer app = registerApp();
        QCOMPARE(tokenRequest(grant + inBody(app)).status, 200);
        isRefused(send("POST", tokenPath + "?x=y" + QString::fromLatin1(inBody(app)), grant, {},
                      "application/x-www-form-urlencoded"),
            "invalid_request");
    }

    void clause4TwoMethodsAreRefused()
    {
        start();
        const Answer app = registerApp();
        isRefused(tokenRequest(grant + inBody(app), basic(app)), "invalid_request");
    }

    void clause5BruteForceIsSlowedThenRefusedAndShown()
    {
        start();
        const Answer app = registerApp();
        const Headers guess = basic(app.text("clientId").toLatin1(), "guess");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(tokenRequest(grant, guess).status, 401);
        const Answer slowed = tokenRequest(grant, basic(app));
        QCOMPARE(slowed.status, 429);
        const int wait = slowed.headers["retry-after"].toInt();
        QVERIFY(wait > 0);
        QCOMPARE(get("/_simulator/requests?status=429").json()["matched"].toInt(), 1);
        post("/_simulator/clock", {{"advanceSeconds", wait}});
        QCOMPARE(tokenRequest(grant, guess).status, 401);
        QVERIFY(tokenRequest(grant, guess).headers["retry-after"].toInt() > wait);
        post("/_simulator/clock", {{"advanceSeconds", 3600}});
        QCOMPARE(tokenRequest(grant, basic(app)).status, 200);
    }

    void clause6TheTokenEndpointTakesPostOnly()
    {
        start();
        for (const char* method : {"GET", "PUT", "DELETE"}) {
            const Answer answer = send(method, tokenPath);
            QCOMPARE(answer.status, 405);
            QCOMPARE(answer.headers["allow"], "POST");
        }
    }

    void clause9EmptyParametersCountAsOmitted()
    {
        start();
        const Answer app = registerApp();
        isRefused(tokenRequest("grant_type=" + inBody(app)), "invalid_request");
        QCOMPARE(tokenRequest(grant + "&scope=" + inBody(app)).status, 200);
    }

    void clause10UnknownParametersAreIgnored()
    {
        start();
        QCOMPARE(tokenRequest(grant + "&colour=red" + inBody(registerApp())).status, 200);
    }

    void clause11RepeatedParametersAreRefused()
    {
        start();
        const Answer app = registerApp();
        isRefused(tokenRequest(grant + '&' + grant + inBody(app)), "invalid_request");
        isRefused(tokenRequest(grant + inBody(app) + "&colour=red&colour=blue"), "invalid_request");
    }

    void clause12TheScopesGrammarIsKept()
    {
        start();
        const Answer app = registerApp();
        for (const char* scope : {"a%22b", "a%5Cb", "%C5%82", "a%0Ab"})
            isRefused(tokenRequest(grant + "&scope=" + scope + inBody(app)), "invalid_scope");
    }

    void clause13TheScopeSaysWhatWasGranted()
    {
        start();
        const Answer client = connected(registerApp());
        QCOMPARE(tokenRequest(grant + inBody(client)).text("scope"),
            "company_read jobs_read candidates_read");
        const Answer narrow = tokenRequest(grant + "&scope=company_read" + inBody(client));
        QCOMPARE(narrow.text("scope"), "company_read");
        const QByteArray token = narrow.text("access_token").toLatin1();
        QCOMPARE(get("/configuration/company", token).status, 200);
        QCOMPARE(get("/jobs", token).status, 403);
        isRefused(tokenRequest(grant + "&scope=jobs_manage" + inBody(client)), "invalid_scope");
    }

    void clause14OtherGrantsAreNamed()
    {
        start();
        const Answer app = registerApp();
        isRefused(
            tokenRequest("grant_type=authorization_code" + inBody(app)), "unsupported_grant_type");
        isRefused(tokenRequest(inBody(app).mid(1)), "invalid_request");
    }

    void clause16ThereIsNoRefreshToken()
    {
        start();
        const Answer app = registerApp();
        QVERIFY(!tokenRequest(grant + inBody(app)).json().contains("refresh_token"));
        isRefused(tokenRequest("grant_type=refresh_token&refresh_token=x" + inBody(app)),
            "unsupported_grant_type");
    }

    void clause17AndClause18AReplyIsWhole()
    {
        start();
        const Answer answer = tokenRequest(grant + inBody(registerApp()));
        QCOMPARE(answer.headers["content-type"], "application/json");
        QVERIFY(!answer.text("access_token").isEmpty());
        QCOMPARE(answer.text("token_type"), "Bearer");
        QVERIFY(answer.json()["expires_in"].isDouble());
        QCOMPARE(answer.json()["expires_in"].toInt(), 1800);
    }

    void clause18EveryOddLifetimeCanBeHad_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QJsonValue>("said");
        QTest::newRow("absent") << QByteArray(R"({"omitFields":["expires_in"]})") << QJsonValue();
        QTest::newRow("text") << QByteArray(R"({"expiresIn":"1800"})") << QJsonValue("1800");
        QTest::newRow("zero") << QByteArray(R"({"expiresIn":0})") << QJsonValue(0);
        QTest::newRow("negative") << QByteArray(R"({"expiresIn":-5})") << QJsonValue(-5);
        QTest::newRow("huge") << QByteArray(R"({"expiresIn":1e15})") << QJsonValue(1e15);
        QTest::newRow("null") << QByteArray(R"({"expiresIn":null})") << QJsonValue();
    }
    void clause18EveryOddLifetimeCanBeHad()
    {
        QFETCH(QByteArray, action);
        QFETCH(QJsonValue, said);
        start();
        const Answer app = registerApp();
        QCOMPARE(setFaults(R"([{"do":)" + action + "}]").status, 200);
        const Answer answer = tokenRequest(grant + inBody(app));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["expires_in"], said);
    }

    void clause20AndClause22RepliesAndErrorsAreNeverKept()
    {
        start();
        const Answer app = registerApp();
        const Answer good = tokenRequest(grant + inBody(app));
        QCOMPARE(good.status, 200);
        QCOMPARE(good.headers["cache-control"], "no-store");
        QCOMPARE(good.headers["pragma"], "no-cache");
        isRefused(tokenRequest("a=b&a=c"), "invalid_request");
        isRefused(tokenRequest(grant + "&scope=x" + inBody(app)), "invalid_scope");
    }

    void clause23WrongClientsAreChallenged()
    {
        start();
        const Answer app = registerApp();
        for (const Answer& answer : {tokenRequest(grant, basic("nobody", "secret")),
                 tokenRequest(grant, basic(app.text("clientId").toLatin1(), "wrong")),
                 tokenRequest(grant + "&client_id=nobody&client_secret=x"), tokenRequest(grant)}) {
            isRefused(answer, "invalid_client", 401);
            QVERIFY(answer.headers["www-authenticate"].startsWith("Basic realm="));
        }
    }

    void clause24AllSixErrorCodesAreThereOnDemand_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("invalid_request") << 400;
        QTest::newRow("invalid_client") << 401;
        QTest::newRow("invalid_grant") << 400;
        QTest::newRow("unauthorized_client") << 400;
        QTest::newRow("unsupported_grant_type") << 400;
        QTest::newRow("invalid_scope") << 400;
    }
    void clause24AllSixErrorCodesAreThereOnDemand()
    {
        QFETCH(int, status);
        const QByteArray code = QTest::currentDataTag();
        start();
        const Answer app = registerApp();
        QCOMPARE(setFaults(R"([{"match":{"path":"/identity/oauth/token"},"times":1,"do":{"error":")"
                     + code + R"("}}])")
                     .status,
            200);
        const Answer refused = tokenRequest(grant + inBody(app));
        isRefused(refused, QString::fromLatin1(code), status);
        QCOMPARE(refused.headers.contains("www-authenticate"), status == 401);
        QCOMPARE(tokenRequest(grant + inBody(app)).status, 200);
        QCOMPARE(setFaults(R"([{"do":{"error":"invalid"}}])").status, 400);
    }

    void clause25DescriptionsKeepTheirCharacters()
    {
        start();
        static const QRegularExpression allowed(u"^[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+$"_s);
        const Answer app = registerApp();
        for (const Answer& answer : {tokenRequest("a=%22%5C&a=1"), tokenRequest("%ff=1"),
                 tokenRequest("grant_type=%22%5C%0A" + inBody(app)), tokenRequest(grant),
                 tokenRequest(grant + "&scope=%22" + inBody(app)),
                 tokenRequest(grant, {{"Authorization", "Basic \xc3\x28"}}),
                 send("POST", tokenPath, "{}")}) {
            const QString said = answer.text("error_description");
            QVERIFY2(allowed.match(said).hasMatch(), answer.body.constData());
        }
    }

    void clause26TokensAndSecretsCarryEnoughBitsAndNeverRepeat()
    {
        constexpr qsizetype characters = 43; // 256 bits as base64url.
        start();
        const Answer app = registerApp();
        QCOMPARE(app.text("clientSecret").size(), characters);
        QSet<QString> tokens;
        for (int i = 0; i < 50; ++i)
            tokens.insert(tokenRequest(grant + inBody(app)).text("access_token"));
        QCOMPARE(tokens.size(), 50);
        for (const QString& token : tokens)
            QVERIFY(token.size() >= characters);

        // Without a seed nothing is predictable.
        QSet<QByteArray> secrets;
        for (int i = 0; i < 3; ++i) {
            simulator = std::make_unique<Simulator>(simulator::SimulatorOptions{});
            QVERIFY(simulator->listen());
            secrets.insert(registerApp().text("clientSecret").toLatin1());
        }
        QCOMPARE(secrets.size(), 3);
    }

    void clause28AndClause29ATokenByTheHeaderOnlyAndNeverInAUri()
    {
        start();
        const Answer app = registerApp();
        const QByteArray master = masterToken(app);
        const Answer inQuery =
            get("/jobs?access_token=" + QString::fromLatin1(master), "something-else");
        QCOMPARE(inQuery.status, 400);
        QVERIFY(inQuery.headers["www-authenticate"].contains(R"(error="invalid_request")"));
        const Answer log = get("/_simulator/requests");
        QCOMPARE(log.json()["secretsInUrls"].toInt(), 1);
        QVERIFY(!log.body.contains(master));
        QCOMPARE(send("POST", integrations, "access_token=" + master, master,
                     "application/x-www-form-urlencoded")
                     .status,
            400);
    }

    void clause30AndClause31RefusalsSayWhatTheyKnowAndNoMore()
    {
        start();
        const QByteArray token = customerToken({"company_read"});
        const auto challenge = [](const Answer& answer) {
            return answer.headers["www-authenticate"];
        };
        const Answer without = get("/jobs");
        QCOMPARE(without.status, 401);
        QVERIFY(challenge(without).startsWith("Bearer ") && !challenge(without).contains("error"));
        const Answer unknown = get("/jobs", "unknown");
        QCOMPARE(unknown.status, 401);
        QVERIFY(challenge(unknown).contains(R"(error="invalid_token")"));
        const Answer narrow = get("/jobs", token);
        QCOMPARE(narrow.status, 403);
        QVERIFY(challenge(narrow).contains(R"(error="insufficient_scope")"));
        QVERIFY(challenge(narrow).contains(R"(scope="jobs_read")"));
    }

    void clause34Every401CarriesAChallenge()
    {
        start();
        for (const Answer& answer : {tokenRequest(grant), tokenRequest(grant, basic("a", "b")),
                 get("/jobs"), get("/users", "unknown"), post(integrations, {}),
                 post(integrations, {}, "unknown")}) {
            QCOMPARE(answer.status, 401);
            QVERIFY(!answer.headers["www-authenticate"].isEmpty());
        }
    }

    void clause36RetryAfterAsSecondsAndAsADate_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("seconds") << QByteArray("7") << QByteArray("7");
        QTest::newRow("date") << QByteArray(R"("Fri, 31 Dec 2027 23:59:59 GMT")")
                              << QByteArray("Fri, 31 Dec 2027 23:59:59 GMT");
    }
    void clause36RetryAfterAsSecondsAndAsADate()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, sent);
        start();
        setFaults(R"([{"match":{"path":"/jobs"},"do":{"retryAfter":)" + written + "}}]");
        const Answer answer = get("/jobs");
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers["retry-after"], sent);
    }

    void clause37WrongTypesAndSizes()
    {
        start();
        const Answer app = registerApp();
        QCOMPARE(send("POST", tokenPath, "{}").status, 415);
        QCOMPARE(send("POST", integrations, "a=b", masterToken(app), "text/plain").status, 415);
        QCOMPARE(send("PUT", "/_simulator/faults", "[]", {}, "text/plain").status, 415);
        QCOMPARE(tokenRequest(QByteArray(2 * 1024 * 1024, 'x')).status, 413);
    }

    void clause38NoPasswordGrant()
    {
        start();
        isRefused(tokenRequest("grant_type=password&username=a&password=b" + inBody(registerApp())),
            "unsupported_grant_type");
    }

    void clause41AFormPostIsAnsweredBy303()
    {
        start();
        const Answer app = registerApp("REDIRECT", true);
        const auto form = [this](const QString& path) {
            return send("POST", path, "action=x", {}, "application/x-www-form-urlencoded").status;
        };
        QCOMPARE(form(setupPath(app, "/grant")), 303);
        QCOMPARE(form(setupPath(app, "/cancel")), 303);
        QCOMPARE(connected(app, {{"clientId", "c"}, {"clientSecret", "s"}}).status, 200);
        QCOMPARE(form(setupPath(app, "/disable")), 303);
    }

    void clause44OnlyThisComputerReachesItAndThePortIsFreed()
    {
        start();
        const quint16 port = simulator->port();
        for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, port);
            QVERIFY(!socket.waitForConnected(2000));
        }
        stop();
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress::LocalHost, port));
    }

    void clause45RedirectIsAddedInRedirectModeOnly()
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

        const Answer popup = registerApp("POPUP");
        const auto frame = idsOf(send("POST", setupPath(popup, "/grant")).body);
        const QUrl source(frame["consent-frame"].value("src").toString());
        QCOMPARE(QUrlQuery(source).queryItemValue("companyId"), "globex");
        QVERIFY(!QUrlQuery(source).hasQueryItem("redirect"));
    }

    void clause45NothingIsEnabledBeforeTheCompanyGranted()
    {
        start();
        const Answer app = registerApp();
        QCOMPARE(confirm(app).code(), "COMPANY_CONSENT_MISSING");
        send("POST", setupPath(app, "/grant"));
        send("POST", setupPath(app, "/cancel"));
        QCOMPARE(confirm(app).code(), "COMPANY_CONSENT_MISSING");
        QCOMPARE(get("/_simulator/state").json()["integrations"].toArray().size(), 0);
    }

    void clause45ClientIdsAreUniqueAmongAllIntegrations()
    {
        start();
        const Answer app = registerApp("REDIRECT", true);
        const QJsonObject own{{"clientId", "same"}, {"clientSecret", "s"}};
        QCOMPARE(connected(app, own).status, 200);
        QCOMPARE(connected(app, own, "initech").status, 409);
        QCOMPARE(confirm(app, own, "initech").code(), "CLIENT_ID_NOT_UNIQUE");
        QCOMPARE(
            confirm(app, {{"clientId", "other"}, {"clientSecret", "s"}}, "initech").status, 200);
    }

    void clause45NoNotificationWithoutOauthTokenUrl()
    {
        start();
        const Answer app = registerApp();
        send("POST", setupPath(app, "/grant"));
        const Answer disabled =
            post("/_simulator/integrations/" + confirm(app).text("integrationId") + "/disable", {});
        QCOMPARE(disabled.json()["notification"].toObject()["sent"].toBool(true), false);
        QVERIFY(backend.requests.isEmpty());
    }

    void clause45TheNotificationsBearerCameFromOauthTokenUrl()
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
        QCOMPARE(backend.requests.size(), 2);
        QVERIFY(backend.requests[0].contains("client_secret=a%3Ab%25%20%2B%26%C2%A3%E2%82%AC"));
        QVERIFY(backend.requests[1].contains("Bearer partner-token"));
        QVERIFY(backend.requests[1].endsWith(R"({"eventType":"INTEGRATION_DISABLED"})"));
        QVERIFY(token(connected.text("clientId"), connected.text("clientSecret")).isEmpty());
    }
};

JETBRIDGE_TEST(ClausesTest)
#include "ClausesTest.moc"
