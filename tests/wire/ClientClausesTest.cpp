// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "smartrecruiters/Pacer.h"
#include "support/TestMain.h"
#include "wire/ScriptedServer.h"
#include "wire/TestClock.h"
#include "wire/TestTimer.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace jetbridge::test {

namespace {

// This file has no raw strings joined with +: Qt 6.4's moc cannot parse them and finds no class.

using smartrecruiters::HttpSmartRecruiters;

const QByteArray oddText = ":%+& \xC2\xA3\xE2\x82\xAC"; // : % + & space pound euro
const QByteArray goodToken = R"({"access_token":"t-1","token_type":"Bearer","expires_in":1800})";

struct Bytes final : Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, '\x7F'); }
};

/// Our client, connected to a server that answers as the test says; it keeps SmartRecruiters'
/// limits, by the test's clock.
struct Line {
    explicit Line(QList<Turn> turns, ClientAuthentication way = ClientAuthentication::Body,
        const QString& suffix = {})
        : server(std::move(turns))
    {
        environment.name = u"test"_s;
        environment.apiUrl = QUrl(server.url().toString() + suffix);
        environment.clientAuthentication = way;
        client = std::make_unique<HttpSmartRecruiters>(environment, clock, nullptr, pacer);
    }

    Outcome<AccessToken> token(const QByteArray& id = "master", const QByteArray& secret = "s3cret")
    {
        return QCoro::waitFor(client->token({ClientId(QString::fromUtf8(id)), Secret(secret)}, {}));
    }
    Outcome<int> jobs() { return QCoro::waitFor(client->count(Listing::Jobs, bearer(), {})); }
    Outcome<CustomerCredentials> confirm()
    {
        IntegrationRequest request;
        request.appId = AppId(u"app"_s);
        request.company = CompanyId(u"globex"_s);
        return QCoro::waitFor(client->confirm(bearer(), request));
    }
    static AccessToken bearer()
    {
        AccessToken token;
        token.value = Secret(QByteArrayView("token-of-the-customer"));
        token.client = ClientId(u"customer"_s);
        return token;
    }
    QByteArray request(int number = 0) const { return server.requests().value(number); }
    QByteArray requestLine(int number = 0) const { return request(number).split('\r').first(); }
    QByteArray header(const QByteArray& name, int number = 0) const
    {
        const QList<QByteArray> lines =
            request(number).left(request(number).indexOf("\r\n\r\n")).split('\n');
        for (const QByteArray& line : lines)
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }
    QByteArray body(int number = 0) const
    {
        return request(number).mid(request(number).indexOf("\r\n\r\n") + 4);
    }
    QUrlQuery form(int number = 0) const { return QUrlQuery(QString::fromLatin1(body(number))); }

    ScriptedServer server;
    TestClock clock;
    TestTimer timer;
    Bytes randomness;
    std::shared_ptr<smartrecruiters::Pacer> pacer =
        std::make_shared<smartrecruiters::Pacer>(timer, clock, randomness);
    Environment environment;
    std::unique_ptr<HttpSmartRecruiters> client;
};

Turn refusal(const QByteArray& status, const QByteArray& json, const QByteArray& headers = {})
{
    return {httpMessage("HTTP/1.1 " + status + "\nContent-Type: application/json"
            + (headers.isEmpty() ? QByteArray() : '\n' + headers),
        json)};
}

QByteArray decodedForm(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

} // namespace

/// Tests the clauses of the standards that our client of SmartRecruiters meets, by number, over a
/// real socket. The certificates of clause 32 are in TlsTest; the clauses that need the whole
/// program (13, 15, 26, 27, 39, 40, 43, 44, 45) are in journeys.ClientClausesTest.
class ClientClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause2OddCharactersAreFormEncodedInTheHeader()
    {
        Line line({Turn{jsonReply(goodToken)}}, ClientAuthentication::Basic);
        QVERIFY(line.token("id" + oddText, "secret" + oddText));
        const QByteArray authorization = line.header("Authorization");
        QVERIFY(authorization.startsWith("Basic "));
        const QList<QByteArray> pair = QByteArray::fromBase64(authorization.mid(6)).split(':');
        QCOMPARE(pair.size(), 2); // A colon inside is encoded.
        QCOMPARE(decodedForm(pair.at(0)), "id" + oddText);
        QCOMPARE(decodedForm(pair.at(1)), "secret" + oddText);
    }

    void clause2OddCharactersAreFormEncodedInTheBody()
    {
        Line line({Turn{jsonReply(goodToken)}});
        QVERIFY(line.token("id" + oddText, "secret" + oddText));
        for (const QByteArray& part : line.body().split('&')) {
            const QByteArray value = decodedForm(part.mid(part.indexOf('=') + 1));
            if (part.startsWith("client_id="))
                QCOMPARE(value, "id" + oddText);
            if (part.startsWith("client_secret="))
                QCOMPARE(value, "secret" + oddText);
        }
        QCOMPARE(line.body().count('&'), 2);
    }

    void clause3CredentialsNeverStandInTheUri_data() { ways(); }
    void clause3CredentialsNeverStandInTheUri()
    {
        QFETCH(bool, basic);
        Line line({Turn{jsonReply(goodToken)}}, way(basic));
        QVERIFY(line.token());
        QCOMPARE(line.requestLine(), QByteArray("POST /identity/oauth/token HTTP/1.1"));
    }

    void clause4OneMethodOfAuthenticationAtATime_data() { ways(); }
    void clause4OneMethodOfAuthenticationAtATime()
    {
        QFETCH(bool, basic);
        Line line({Turn{jsonReply(goodToken)}}, way(basic));
        QVERIFY(line.token());
        QCOMPARE(!line.header("Authorization").isEmpty(), basic);
        QCOMPARE(line.form().hasQueryItem(u"client_secret"_s), !basic);
        QCOMPARE(line.form().hasQueryItem(u"client_id"_s), !basic);
    }

    void clause6TokensAreAskedForByPost()
    {
        Line line({refusal("405 Method Not Allowed", "{}", "Allow: GET")});
        const auto token = line.token();
        QVERIFY(line.requestLine().startsWith("POST "));
        QVERIFY(!token);
        QCOMPARE(token.error().status, 405);
        QCOMPARE(line.server.heads(), 1);
    }

    void clause7AnEndpointsOwnQueryIsKept()
    {
        Line line(
            {Turn{jsonReply(goodToken)}, Turn{jsonReply(R"({"totalFound":1})")},
                Turn{jsonReply(R"({"clientId":"c","clientSecret":"s","integrationId":"i"})")}},
            ClientAuthentication::Body, u"/base?tenant=7&a=%26"_s);
        QVERIFY(line.token());
        QVERIFY(line.jobs());
        QVERIFY(line.confirm());
        QCOMPARE(line.requestLine(0),
            QByteArray("POST /base/identity/oauth/token?tenant=7&a=%26 HTTP/1.1"));
        QCOMPARE(line.requestLine(1), QByteArray("GET /base/jobs?tenant=7&a=%26&limit=1 HTTP/1.1"));
        QCOMPARE(line.requestLine(2),
            QByteArray("POST /base/apps-integrations/partner-api/integrations?tenant=7&a=%26 "
                       "HTTP/1.1"));
    }

    void clause7AFragmentIsRefused()
    {
        Line line({Turn{jsonReply(goodToken)}}, ClientAuthentication::Body, u"/#x"_s);
        const auto token = line.token();
        QVERIFY(!token);
        QCOMPARE(token.error().kind, FailureKind::Invalid);
        QCOMPARE(line.server.heads(), 0);
        QVERIFY(!line.environment.validate());
    }

    void clause8HttpIsForThisComputerOnly_data()
    {
        QTest::addColumn<QString>("host");
        for (const char* host : {"api.example.com", "127.0.0.1.example.com", "192.0.2.1", "0.0.0.0",
                 "localhost.example.com"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void clause8HttpIsForThisComputerOnly()
    {
        QFETCH(QString, host);
        Line line({Turn{jsonReply(goodToken)}});
        Environment away = line.environment;
        away.apiUrl.setHost(host);
        line.client->setEnvironment(away);
        for (const auto& kind : {line.token().error().kind, line.confirm().error().kind})
            QCOMPARE(kind, FailureKind::Insecure);
        QVERIFY(!away.validate());
        QCOMPARE(line.server.heads(), 0);
    }

    void clause11EveryParameterIsSentOnce()
    {
        Line line({refusal(
            "400 Bad Request", R"({"error":"invalid_request","error_description":"repeated"})")});
        const auto token = line.token();
        QStringList names;
        for (const auto& [name, value] : line.form().queryItems())
            names.append(name);
        QCOMPARE(names.removeDuplicates(), 0);
        QCOMPARE(names.size(), 3);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, FailureKind::Invalid);
        QCOMPARE(token.error().code, u"invalid_request"_s);
    }

    void clause12AScopeThatBreaksTheGrammarIsNamed_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("isSound");
        QTest::newRow("two") << QByteArray("jobs_read company_read") << true;
        QTest::newRow("odd but allowed") << QByteArray("a!b#c[d]~") << true;
        QTest::newRow("quotation mark") << QByteArray("jobs\\\"read") << false;
        QTest::newRow("backslash") << QByteArray("jobs\\\\read") << false;
        QTest::newRow("not ASCII") << QByteArray("jobs_\xC3\xA9") << false;
        QTest::newRow("control character") << QByteArray("jobs\\u0001") << false;
    }
    void clause12AScopeThatBreaksTheGrammarIsNamed()
    {
        QFETCH(QByteArray, scope);
        QFETCH(bool, isSound);
        Line line({Turn{jsonReply(
            "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"scope\":\"" + scope + "\"}")}});
        const auto token = line.token();
        QCOMPARE(token.has_value(), isSound);
        if (!isSound) {
            QCOMPARE(token.error().kind, FailureKind::BadReply);
            QCOMPARE(token.error().code, u"scope"_s);
        }
    }

    void clause13AScopeThatDiffersFromTheOneAskedForIsSeen()
    {
        Line line({Turn{jsonReply(
            R"({"access_token":"t","token_type":"Bearer","scope":"jobs_read users_read"})")}});
        const auto token = line.token();
        QVERIFY(token);
        const Scopes asked = *Scopes::parse(u"jobs_read company_read"_s);
        QCOMPARE(asked.without(token->scopes), QStringList{u"company_read"_s});
        QCOMPARE(token->scopes.without(asked), QStringList{u"users_read"_s});
    }

    void clause14TheGrantIsClientCredentials()
    {
        Line line({refusal("400 Bad Request", R"({"error":"unsupported_grant_type"})")});
        const auto token = line.token();
        QCOMPARE(line.form().queryItemValue(u"grant_type"_s), u"client_credentials"_s);
        QVERIFY(!token);
        QCOMPARE(token.error().code, u"unsupported_grant_type"_s);
    }

    void clause16ARefreshTokenIsIgnored()
    {
        Line line({Turn{jsonReply(
            R"({"access_token":"t-1","token_type":"Bearer","expires_in":60,"refresh_token":"r-1"})")}});
        const auto token = line.token();
        QVERIFY(token);
        QCOMPARE(token->value.reveal().toByteArray(), QByteArray("t-1"));
        QVERIFY(line.token());
        QVERIFY(!line.request(1).contains("r-1"));
        QVERIFY(!line.request(1).contains("refresh_token"));
    }

    void clause17WhatATokenReplyLacksIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("missing");
        QTest::newRow("access_token")
            << QByteArray(R"({"token_type":"Bearer"})") << u"access_token"_s;
        QTest::newRow("empty access_token")
            << QByteArray(R"({"access_token":"","token_type":"Bearer"})") << u"access_token"_s;
        QTest::newRow("access_token that is no text")
            << QByteArray(R"({"access_token":7,"token_type":"Bearer"})") << u"access_token"_s;
        QTest::newRow("token_type") << QByteArray(R"({"access_token":"t"})") << u"token_type"_s;
    }
    void clause17WhatATokenReplyLacksIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, missing);
        Line line({Turn{jsonReply(json)}});
        const auto token = line.token();
        QVERIFY(!token);
        QCOMPARE(token.error().kind, FailureKind::BadReply);
        QCOMPARE(token.error().code, missing);
        QVERIFY(token.error().detail.english().contains(missing));
    }

    void clause18AnOddLifetimeIsSurvivedAndTold_data()
    {
        QTest::addColumn<QByteArray>("expiresIn");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("number") << QByteArray(R"(,"expires_in":900)") << 900 << false;
        QTest::newRow("absent") << QByteArray() << 1800 << true;
        QTest::newRow("text") << QByteArray(R"(,"expires_in":"900")") << 900 << true;
        QTest::newRow("words") << QByteArray(R"(,"expires_in":"soon")") << 1800 << true;
        QTest::newRow("0") << QByteArray(R"(,"expires_in":0)") << 0 << true;
        QTest::newRow("negative") << QByteArray(R"(,"expires_in":-5)") << 0 << true;
        QTest::newRow("huge") << QByteArray(R"(,"expires_in":1e300)") << 86400 << true;
        QTest::newRow("list") << QByteArray(R"(,"expires_in":[900])") << 1800 << true;
    }
    void clause18AnOddLifetimeIsSurvivedAndTold()
    {
        QFETCH(QByteArray, expiresIn);
        QFETCH(int, seconds);
        QFETCH(bool, isTold);
        Line line({Turn{
            jsonReply("{\"access_token\":\"t\",\"token_type\":\"Bearer\"" + expiresIn + '}')}});
        const auto token = line.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QCOMPARE(token->lifetimeSeconds, seconds);
        QCOMPARE(token->expiresAt, line.clock.now().addSecs(seconds));
        QCOMPARE(!token->lifetimeNote.isEmpty(), isTold);
    }

    void clause19TheTokensTypeIsBearerInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isTaken");
        for (const char* type : {"Bearer", "bearer", "BEARER"})
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char* type : {"mac", "DPoP", "Bearer2", "bear"})
            QTest::newRow(type) << QByteArray(type) << false;
    }
    void clause19TheTokensTypeIsBearerInAnyCase()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isTaken);
        Line line({Turn{jsonReply("{\"access_token\":\"t\",\"token_type\":\"" + type + "\"}")}});
        const auto token = line.token();
        QCOMPARE(token.has_value(), isTaken);
        if (!isTaken)
            QCOMPARE(token.error().code, u"token_type"_s);
    }

    void clause21ATokenOf16KilobytesWorksAndUnknownMembersDoNotMatter()
    {
        const QByteArray value(16 * 1024, 'x');
        Line line({Turn{jsonReply("{\"access_token\":\"" + value
                       + R"(","token_type":"Bearer","jti":"1","nested":{"a":[1]},"tenant":null})")},
            Turn{jsonReply(R"({"totalFound":1})")}});
        const auto token = line.token();
        QVERIFY(token);
        QVERIFY(QCoro::waitFor(line.client->count(Listing::Jobs, *token, {})));
        QCOMPARE(line.header("Authorization", 1), "Bearer " + value);
    }

    void clause23InvalidClientIsUnderstoodWithEitherStatus_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("challenge");
        QTest::newRow("401 with a challenge") << QByteArray(
            "401 Unauthorized") << QByteArray("WWW-Authenticate: Basic realm=\"SmartRecruiters\"");
        QTest::newRow("401 without") << QByteArray("401 Unauthorized") << QByteArray();
        QTest::newRow("400") << QByteArray("400 Bad Request") << QByteArray();
    }
    void clause23InvalidClientIsUnderstoodWithEitherStatus()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, challenge);
        for (const bool basic : {false, true}) {
            Line line({refusal(status, R"({"error":"invalid_client"})", challenge)}, way(basic));
            const auto token = line.token();
            QVERIFY(!token);
            QCOMPARE(token.error().kind, FailureKind::Refused);
            QCOMPARE(token.error().code, u"invalid_client"_s);
            QCOMPARE(line.server.heads(), 1); // Qt does not answer the challenge itself.
        }
    }

    void clause25TheirDescriptionIsPlainText()
    {
        Line line({refusal("400 Bad Request",
            "{\"error\":\"invalid_request\",\"error_description\":"
            "\"<b>\\u001b[31mred\\r\\nline\\u0000 s3cret</b>\"}")});
        const auto token = line.token();
        QVERIFY(!token);
        const QString detail = token.error().detail;
        QVERIFY(std::all_of(detail.begin(), detail.end(), [](QChar c) { return c.isPrint(); }));
        QVERIFY2(!detail.contains("s3cret"_L1), qPrintable(detail));
        QVERIFY(detail.size() < 500);
    }

    void clause28And29ATokenTravelsInTheHeaderOnly()
    {
        Line line({Turn{jsonReply(R"({"totalFound":1})")},
            Turn{jsonReply(R"({"clientId":"c","clientSecret":"s","integrationId":"i"})")}});
        QVERIFY(line.jobs());
        QVERIFY(line.confirm());
        for (const int number : {0, 1}) {
            QCOMPARE(
                line.header("Authorization", number), QByteArray("Bearer token-of-the-customer"));
            QVERIFY(!line.requestLine(number).contains("token-of-the-customer"));
            QVERIFY(!line.requestLine(number).contains("access_token"));
            QVERIFY(!line.body(number).contains("token-of-the-customer"));
        }
    }

    void clause31WhatABearerIsRefusedForIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("no credentials: no code")
            << QByteArray("401 Unauthorized") << QByteArray("Bearer") << FailureKind::Refused;
        QTest::newRow("invalid_token")
            << QByteArray("401 Unauthorized") << QByteArray("Bearer error=\"invalid_token\"")
            << FailureKind::Refused;
        QTest::newRow("insufficient_scope")
            << QByteArray("403 Forbidden")
            << QByteArray("Bearer error=\"insufficient_scope\", scope=\"jobs_read\"")
            << FailureKind::NotPermitted;
        QTest::newRow("invalid_request")
            << QByteArray("400 Bad Request") << QByteArray("Bearer error=\"invalid_request\"")
            << FailureKind::Invalid;
    }
    void clause31WhatABearerIsRefusedForIsUnderstood()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, challenge);
        QFETCH(FailureKind, kind);
        Line line({refusal(status, "", "WWW-Authenticate: " + challenge)});
        const auto jobs = line.jobs();
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, kind);
        const qsizetype named = challenge.indexOf("error=\"");
        const QByteArray code =
            named < 0 ? QByteArray() : challenge.mid(named + 7).split('"').first();
        QCOMPARE(jobs.error().code, QString::fromLatin1(code));
    }

    void clause35TheIntegrationsPostIsSentOnce_data()
    {
        QTest::addColumn<Turn>("turn");
        QTest::newRow("closed without an answer") << Turn{{}, Turn::Then::Close};
        QTest::newRow("reset") << Turn{{}, Turn::Then::Reset};
        QTest::newRow("503 with Retry-After")
            << refusal("503 Service Unavailable", "{}", "Retry-After: 1");
        QTest::newRow("429 with Retry-After")
            << refusal("429 Too Many Requests", "{}", "Retry-After: 1");
        QTest::newRow("500") << refusal("500 Internal Server Error", "{}");
        QTest::newRow("307 to itself") << refusal("307 Temporary Redirect", "{}",
            "Location: /apps-integrations/partner-api/integrations");
    }
    void clause35TheIntegrationsPostIsSentOnce()
    {
        QFETCH(Turn, turn);
        Line line({turn});
        QVERIFY(!line.confirm());
        while (line.timer.ringNext()) { }
        QTest::qWait(20); // A second request would be sent at once.
        QCOMPARE(line.server.heads(), 1);
    }

    void clause36ARefusalIsObeyedAndTheHarmlessCallMadeAgain_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("seconds") << QByteArray("Retry-After: 7") << 7000;
        QTest::newRow("date") << QByteArray("Retry-After: Fri, 02 Jan 2026 03:04:35 GMT") << 30'000;
        // 500 ms with the jitter of this test's random numbers: 250 + 500 * 127 / 510.
        QTest::newRow("absent") << QByteArray() << 374;
    }
    void clause36ARefusalIsObeyedAndTheHarmlessCallMadeAgain()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, milliseconds);
        Line line({refusal("429 Too Many Requests", "{}", retryAfter),
            Turn{jsonReply(R"({"totalFound":3})")}});
        auto jobs = line.client->count(Listing::Jobs, Line::bearer(), {});
        QTRY_COMPARE(line.pacer->use().value(0).pausedFor.count(), milliseconds);
        line.timer.advance(std::chrono::milliseconds(milliseconds - 1));
        QTest::qWait(20);
        QCOMPARE(line.server.heads(), 1);
        line.timer.advance(1ms);
        QCOMPARE(QCoro::waitFor(jobs), Outcome<int>(3));
        QCOMPARE(line.server.heads(), 2);
    }

    void clause41ARedirectIsNeverFollowedWithCredentials_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char* status :
            {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"})
            QTest::newRow(status) << QByteArray(status);
    }
    void clause41ARedirectIsNeverFollowedWithCredentials()
    {
        QFETCH(QByteArray, status);
        Line line({refusal(status, "{}", "Location: /elsewhere")});
        QVERIFY(!line.token());
        QVERIFY(!line.jobs());
        const auto confirmed = line.confirm();
        QVERIFY(!confirmed);
        // It was answered, so its outcome is known.
        QCOMPARE(confirmed.error().kind, FailureKind::BadReply);
        QCOMPARE(line.server.heads(), 3);
        for (const int number : {0, 1, 2})
            QVERIFY(!line.requestLine(number).contains("elsewhere"));
    }

private:
    static ClientAuthentication way(bool basic)
    {
        return basic ? ClientAuthentication::Basic : ClientAuthentication::Body;
    }
    static void ways()
    {
        QTest::addColumn<bool>("basic");
        QTest::newRow("body") << false;
        QTest::newRow("Basic") << true;
    }
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::ClientClausesTest)
#include "ClientClausesTest.moc"
