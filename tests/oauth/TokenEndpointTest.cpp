// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenEndpoint.h"
#include "domain/Utc.h"
#include "oauth/BearerCheck.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::oauth;
using web::Reply;
using web::Request;

namespace {

class TestClock : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
};

class SystemRandomness : public Randomness {
public:
    QByteArray bytes(int count) override
    {
        QByteArray bytes(count, Qt::Uninitialized);
        for (char& byte : bytes)
            byte = char(QRandomGenerator::system()->bounded(256));
        return bytes;
    }
};

constexpr char oddSecret[] = "s:%+& \xC2\xA3\xE2\x82\xAC=/";

Request tokenRequest(const QByteArray& body, const QByteArray& authorization = {})
{
    Request request;
    request.method = web::Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"content-type", "application/x-www-form-urlencoded; charset=utf-8"}};
    if (!authorization.isEmpty())
        request.headers.append({"authorization", authorization});
    request.body = body;
    request.peer = QHostAddress(u"192.0.2.1"_s);
    return request;
}

QByteArray basic(const QByteArray& id, const QByteArray& secret)
{
    return "Basic " + (id.toPercentEncoding() + ':' + secret.toPercentEncoding()).toBase64();
}

Request bearerRequest(const QByteArray& authorization)
{
    Request request;
    if (!authorization.isEmpty())
        request.headers = {{"authorization", authorization}};
    return request;
}

QJsonObject object(const Reply& reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QByteArray header(const Reply& reply, const QByteArray& name)
{
    for (const auto& [key, value] : reply.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

const QByteArray grant = "grant_type=client_credentials";
const QByteArray inBody = "&client_id=app&client_secret=secret";

} // namespace

/// Tests the server's part of RFC 6749, 6750 and 9700, clause by clause.
class TokenEndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.time = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
        m_clients.clear();
        m_clients.put({ClientId(u"app"_s), Secret("secret").sha256(), u"globex"_s,
            *Scopes::parse(u"jobs_read company_read"_s)});
        m_clients.put({ClientId(u"a b:c"_s), Secret(oddSecret).sha256(), u"initech"_s, {}});
        m_issuer =
            std::make_unique<TokenIssuer>(m_clock, m_randomness, TokenIssuer::Options{1800, 1000});
        m_endpoint = std::make_unique<TokenEndpoint>(m_clients, *m_issuer, m_clock);
    }

    void basicAndBodyAuthenticationAreAccepted_rfc6749_2_3_1()
    {
        QCOMPARE(m_endpoint->handle(tokenRequest(grant, basic("app", "secret"))).status, 200);
        QCOMPARE(m_endpoint
                     ->handle(tokenRequest(grant, basic("app", "secret").replace("Basic", "bAsIc")))
                     .status,
            200);
        QCOMPARE(m_endpoint->handle(tokenRequest(grant + inBody)).status, 200);
    }

    void anOddSecretRoundTripsBothWays_rfc6749_appendixB()
    {
        QCOMPARE(m_endpoint->handle(tokenRequest(grant, basic("a b:c", oddSecret))).status, 200);
        const QByteArray body =
            grant + "&client_id=a+b%3Ac&client_secret=" + QByteArray(oddSecret).toPercentEncoding();
        QCOMPARE(m_endpoint->handle(tokenRequest(body)).status, 200);
    }

    void aTokenReplyHasWhatTheStandardAsksFor_rfc6749_5_1()
    {
        const Reply reply = m_endpoint->handle(tokenRequest(grant + inBody));
        QCOMPARE(reply.status, 200);
        QCOMPARE(header(reply, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(header(reply, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(header(reply, "Pragma"), QByteArray("no-cache"));
        const QJsonObject json = object(reply);
        QCOMPARE(json.value(u"token_type"_s).toString(), u"Bearer"_s);
        QVERIFY(json.value(u"expires_in"_s).isDouble());
        QCOMPARE(json.value(u"expires_in"_s).toInt(), 1800);
        QCOMPARE(json.value(u"scope"_s).toString(), u"jobs_read company_read"_s);
        QVERIFY(!json.contains(u"refresh_token"_s)); // 4.4.3
        // 10.10: 256 bits are 43 characters of base64url.
        QCOMPARE(json.value(u"access_token"_s).toString().size(), 43);
    }

    void aBadRequestGetsItsErrorAndNoToken_rfc6749_5_2_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const QByteArray& body,
                             const QByteArray& authorization, int status, const char* error) {
            QTest::newRow(name) << body << authorization << status << QString::fromLatin1(error);
        };
        const QByteArray good = basic("app", "secret");
        row("2.3: two methods", grant + inBody, good, 400, "invalid_request");
        row("2.3: another client_id beside Basic", grant + "&client_id=b", good, 400,
            "invalid_request");
        row("2.3.1: no client", grant, {}, 401, "invalid_client");
        row("2.3.1: unknown client", grant, basic("nobody", "secret"), 401, "invalid_client");
        row("2.3.1: wrong secret", grant, basic("app", "wrong"), 401, "invalid_client");
        row("2.3.1: wrong secret in the body", grant + "&client_id=app&client_secret=x", {}, 401,
            "invalid_client");
        row("2.3.1: no base64", grant, "Basic ***", 400, "invalid_request");
        row("2.3.1: no colon", grant, "Basic " + QByteArray("app").toBase64(), 400,
            "invalid_request");
        row("2.3.1: no UTF-8", grant, "Basic " + QByteArray("app:%FF").toBase64(), 400,
            "invalid_request");
        row("2.3.1: another scheme", grant, "Bearer abc", 401, "invalid_client");
        row("3.2: repeated parameter", grant + "&grant_type=client_credentials", good, 400,
            "invalid_request");
        row("3.2: repeated unknown parameter", grant + "&x=1&x=2", good, 400, "invalid_request");
        row("3.2: broken encoding", grant + "&x=%zz", good, 400, "invalid_request");
        row("3.3: scope grammar", grant + "&scope=a%22b", good, 400, "invalid_scope");
        row("3.3: a scope it may not have", grant + "&scope=users_read", good, 400,
            "invalid_scope");
        row("4.4.2: no grant_type", "x=1", good, 400, "invalid_request");
        row("3.2: an empty grant_type is none", "grant_type=", good, 400, "invalid_request");
        row("9700 2.4: password grant", "grant_type=password&username=a&password=b", good, 400,
            "unsupported_grant_type");
    }
    void aBadRequestGetsItsErrorAndNoToken_rfc6749_5_2()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, authorization);
        const Reply reply = m_endpoint->handle(tokenRequest(body, authorization));
        QTEST(reply.status, "status");
        QTEST(object(reply).value(u"error"_s).toString(), "error");
        QCOMPARE(header(reply, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(header(reply, "Pragma"), QByteArray("no-cache"));
        QCOMPARE(header(reply, "WWW-Authenticate").startsWith("Basic "),
            reply.status == 401); // 9110 11.6.1
        const QString description = object(reply).value(u"error_description"_s).toString();
        QVERIFY(!description.isEmpty());
        for (const QChar c : description)
            QVERIFY(c.unicode() >= 0x20 && c.unicode() <= 0x7e && c != u'"' && c != u'\\');
        QCOMPARE(m_issuer->liveTokens(), 0);
    }

    void unknownAndEmptyParametersAreIgnored_rfc6749_3_2()
    {
        QCOMPARE(
            m_endpoint->handle(tokenRequest(grant + inBody + "&resource=x&scope=&audience")).status,
            200);
    }

    void credentialsInTheUriAreRefused_rfc6749_2_3_1()
    {
        Request request = tokenRequest(grant, basic("app", "secret"));
        request.query = "client_id=app&client_secret=secret";
        QCOMPARE(m_endpoint->handle(request).status, 400);
        request.query = "tenant=1";
        QCOMPARE(m_endpoint->handle(request).status, 200);
    }

    void anotherMediaTypeGets415_rfc9110_15_5_16()
    {
        Request request = tokenRequest("{}", basic("app", "secret"));
        request.headers[0].second = "application/json";
        QCOMPARE(m_endpoint->handle(request).status, 415);
    }

    void clause13FewerScopesThanItMayHaveAreGrantedAndTold()
    {
        const Reply reply = m_endpoint->handle(tokenRequest(grant + inBody + "&scope=jobs_read"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(object(reply).value(u"scope"_s).toString(), u"jobs_read"_s);
    }

    void bruteForceIsSlowedAndThenRefused_rfc6749_2_3_1()
    {
        const auto guess = [this] {
            return m_endpoint->handle(tokenRequest(grant, basic("app", "wrong")));
        };
        for (int i = 0; i < 10; ++i)
            QCOMPARE(guess().status, 401);
        const Reply first = guess();
        QCOMPARE(first.status, 429);
        const int wait = header(first, "Retry-After").toInt();
        QVERIFY(wait > 0);
        QCOMPARE(m_endpoint->handle(tokenRequest(grant, basic("app", "secret"))).status, 429);
        m_clock.time = m_clock.time.addSecs(wait);
        QCOMPARE(guess().status, 401);
        QVERIFY(header(guess(), "Retry-After").toInt() > wait);
        m_clock.time = m_clock.time.addSecs(2 * wait);
        QCOMPARE(m_endpoint->handle(tokenRequest(grant, basic("app", "secret"))).status, 200);
    }

    void manyNamesFromOnePeerAreBruteForceToo_rfc6749_2_3_1()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(
                m_endpoint->handle(tokenRequest(grant, basic("name" + QByteArray::number(i), "x")))
                    .status,
                401);
        QCOMPARE(m_endpoint->handle(tokenRequest(grant, basic("other", "x"))).status, 429);
        Request elsewhere = tokenRequest(grant, basic("app", "secret"));
        elsewhere.peer = QHostAddress(u"192.0.2.2"_s);
        QCOMPARE(m_endpoint->handle(elsewhere).status, 200);
    }

    void aTokenIsRecognisedUntilItExpires_rfc6750_5_3()
    {
        m_issuer->setLifetime(99'999);
        QCOMPARE(m_issuer->lifetimeSeconds(), 3600);
        const Client client = *m_clients.find(ClientId(u"app"_s));
        const Secret token = *m_issuer->issue(client, client.scopes);
        const auto found = m_issuer->check(token.reveal());
        QVERIFY(found);
        QCOMPARE(found->subject, u"globex"_s);
        QCOMPARE(found->expiresAt, m_clock.time.addSecs(3600));
        m_clock.time = m_clock.time.addSecs(3600);
        QVERIFY(!m_issuer->check(token.reveal()));
    }

    void theStoreOfTokensIsBoundedAndSwept()
    {
        const Client client = *m_clients.find(ClientId(u"app"_s));
        const Secret oldest = *m_issuer->issue(client, {});
        const Secret second = *m_issuer->issue(client, {});
        for (int i = 0; i < 999; ++i)
            m_issuer->issue(client, {});
        QCOMPARE(m_issuer->liveTokens(), 1000);
        QVERIFY(!m_issuer->check(oldest.reveal()));
        QVERIFY(m_issuer->check(second.reveal()));
        m_clock.time = m_clock.time.addSecs(1800);
        m_issuer->issue(client, {});
        QCOMPARE(m_issuer->liveTokens(), 1);
        m_issuer->revoke(client.id);
        QCOMPARE(m_issuer->liveTokens(), 0);
    }

    void aBearerIsChecked_rfc6750_3_1_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("required");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("good") << QByteArray("Bearer TOKEN") << QByteArray()
                              << QByteArray("jobs_read") << 0 << QByteArray();
        QTest::newRow("scheme in any case")
            << QByteArray("bEARER TOKEN") << QByteArray() << QByteArray() << 0 << QByteArray();
        QTest::newRow("no credentials: no error")
            << QByteArray() << QByteArray() << QByteArray() << 401 << QByteArray();
        QTest::newRow("another scheme")
            << QByteArray("Basic YTpi") << QByteArray() << QByteArray() << 401 << QByteArray();
        QTest::newRow("unknown") << QByteArray("Bearer abc") << QByteArray() << QByteArray() << 401
                                 << QByteArray("invalid_token");
        QTest::newRow("empty") << QByteArray("Bearer ") << QByteArray() << QByteArray() << 401
                               << QByteArray("invalid_token");
        QTest::newRow("scope") << QByteArray("Bearer TOKEN") << QByteArray()
                               << QByteArray("users_read") << 403
                               << QByteArray("insufficient_scope");
        QTest::newRow("2.3: in the URI") << QByteArray() << QByteArray("access_token=TOKEN")
                                         << QByteArray() << 400 << QByteArray("invalid_request");
        QTest::newRow("2: two methods")
            << QByteArray("Bearer TOKEN") << QByteArray("access_token=TOKEN") << QByteArray() << 400
            << QByteArray("invalid_request");
    }
    void aBearerIsChecked_rfc6750_3_1()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, required);
        QFETCH(int, status);
        QFETCH(QByteArray, error);
        const Client client = *m_clients.find(ClientId(u"app"_s));
        const QByteArray token = m_issuer->issue(client, client.scopes)->reveal().toByteArray();
        Request request = bearerRequest(authorization.replace("TOKEN", token));
        request.query = query.replace("TOKEN", token);
        const auto outcome =
            checkBearer(request, *m_issuer, *Scopes::parse(QString::fromLatin1(required)));
        QCOMPARE(outcome.has_value(), status == 0);
        if (outcome)
            return;
        QCOMPARE(outcome.error().status, status);
        const QByteArray challenge = header(outcome.error(), "WWW-Authenticate");
        QVERIFY(challenge.startsWith("Bearer "));
        QCOMPARE(challenge.contains("error="), !error.isEmpty());
        QVERIFY(challenge.contains(error));
    }

    void aTokenInAFormBodyIsRefused_rfc6750_2()
    {
        QCOMPARE(checkBearer(tokenRequest("access_token=abc"), *m_issuer).error().status, 400);
    }

private:
    TestClock m_clock;
    SystemRandomness m_randomness;
    Clients m_clients;
    std::unique_ptr<TokenIssuer> m_issuer;
    std::unique_ptr<TokenEndpoint> m_endpoint;
};

JETBRIDGE_TEST(TokenEndpointTest)
#include "TokenEndpointTest.moc"
