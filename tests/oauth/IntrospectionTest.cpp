// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Introspection.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::oauth;

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

QByteArray header(const web::Reply& reply, const QByteArray& name)
{
    for (const auto& [key, value] : reply.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QByteArray basic(const QByteArray& pair)
{
    return "Basic " + pair.toBase64();
}

} // namespace

/// Tests RFC 7662, clause by clause.
class IntrospectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.time = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
        m_servers.replace({{ClientId(u"api"_s), Secret("secret").sha256(), {}, {}}});
        m_issuer =
            std::make_unique<TokenIssuer>(m_clock, m_randomness, TokenIssuer::Options{1800, 1000});
        m_introspection = std::make_unique<Introspection>(m_servers, *m_issuer, m_clients, m_clock);
        const Client client{ClientId(u"jetbridge-1"_s), {}, u"globex"_s,
            *Scopes::parse(u"notifications"_s), {{u"companyId"_s, u"globex"_s}}};
        m_clients.put(client);
        m_token = m_issuer->issue(client, client.scopes)->reveal().toByteArray();
    }

    void aLiveTokenIsTold_rfc7662_2_2()
    {
        m_clock.time = m_clock.time.addSecs(10);
        m_issuer->setLifetime(60); // It does not change tokens that exist already.
        const web::Reply reply = ask("token=" + m_token + "&token_type_hint=access_token");
        QCOMPARE(reply.status, 200);
        QCOMPARE(header(reply, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(header(reply, "Cache-Control"), QByteArray("no-store"));
        const QJsonObject expected{{u"active"_s, true}, {u"client_id"_s, u"jetbridge-1"_s},
            {u"token_type"_s, u"Bearer"_s}, {u"iat"_s, 1'700'000'000}, {u"exp"_s, 1'700'001'800},
            {u"scope"_s, u"notifications"_s}, {u"companyId"_s, u"globex"_s}};
        QCOMPARE(QJsonDocument::fromJson(reply.body).object(), expected);
    }

    void anyOtherTokenIsInactiveAndNothingMore_rfc7662_2_2_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why : {"unknown", "expired", "revoked", "its client has ended"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void anyOtherTokenIsInactiveAndNothingMore_rfc7662_2_2()
    {
        QFETCH(QString, why);
        if (why == "unknown"_L1)
            m_token = "somebody-elses";
        else if (why == "expired"_L1)
            m_clock.time = m_clock.time.addSecs(1800);
        else if (why == "revoked"_L1)
            m_issuer->revoke(ClientId(u"jetbridge-1"_s));
        else
            m_clients.remove(ClientId(u"jetbridge-1"_s));
        const web::Reply reply = ask("token=" + m_token);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.trimmed(), QByteArray(R"({"active":false})"));
        QCOMPARE(header(reply, "Cache-Control"), QByteArray("no-store"));
    }

    void nobodyElseMayAsk_rfc7662_2_1_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const QByteArray& body, const QByteArray& who,
                             const QByteArray& query, int status, const char* error) {
            QTest::newRow(name) << body << who << query << status << QString::fromLatin1(error);
        };
        row("nobody", "token=TOKEN", {}, {}, 401, "invalid_client");
        row("a wrong secret", "token=TOKEN", basic("api:wrong"), {}, 401, "invalid_client");
        row("a client that has the token", "token=TOKEN", basic("jetbridge-1:secret"), {}, 401,
            "invalid_client");
        row("the token itself as a bearer", "token=TOKEN", "Bearer TOKEN", {}, 401,
            "invalid_client");
        row("no token", "token_type_hint=access_token", basic("api:secret"), {}, 400,
            "invalid_request");
        row("an empty token", "token=", basic("api:secret"), {}, 400, "invalid_request");
        row("two tokens", "token=TOKEN&token=TOKEN", basic("api:secret"), {}, 400,
            "invalid_request");
        row("a token in the URI", "x=y", basic("api:secret"), "token=TOKEN", 400,
            "invalid_request");
    }
    void nobodyElseMayAsk_rfc7662_2_1()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, query);
        const web::Reply reply = ask(body.replace("TOKEN", m_token),
            authorization.replace("TOKEN", m_token), query.replace("TOKEN", m_token));
        QTEST(reply.status, "status");
        QTEST(QJsonDocument::fromJson(reply.body)[u"error"_s].toString(), "error");
        QVERIFY(!reply.body.contains("active"));
        QCOMPARE(header(reply, "WWW-Authenticate").startsWith("Basic "), reply.status == 401);
    }

    void theSecretMayStandInTheBody()
    {
        QCOMPARE(ask("token=" + m_token + "&client_id=api&client_secret=secret", {}).status, 200);
    }

    void bruteForceIsSlowedDown()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(ask("token=x", basic("api:wrong")).status, 401);
        const web::Reply reply = ask("token=x", basic("api:wrong"));
        QCOMPARE(reply.status, 429);
        QVERIFY(header(reply, "Retry-After").toInt() > 0);
    }

    void aServerThatWasTakenAwayMayNotAskAnyMore()
    {
        m_servers.replace({});
        QCOMPARE(ask("token=" + m_token).status, 401);
    }

private:
    web::Reply ask(const QByteArray& body, const QByteArray& authorization = basic("api:secret"),
        const QByteArray& query = {})
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = "/oauth/introspect";
        request.query = query;
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        if (!authorization.isEmpty())
            request.headers.append({"authorization", authorization});
        request.body = body;
        request.peer = QHostAddress(u"192.0.2.1"_s);
        return m_introspection->handle(request);
    }

    TestClock m_clock;
    SystemRandomness m_randomness;
    Clients m_servers;
    Clients m_clients;
    std::unique_ptr<TokenIssuer> m_issuer;
    std::unique_ptr<Introspection> m_introspection;
    QByteArray m_token;
};

JETBRIDGE_TEST(IntrospectionTest)
#include "IntrospectionTest.moc"
