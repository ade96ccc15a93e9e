// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "support/TestMain.h"
#include "wire/ScriptedServer.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

using smartrecruiters::HttpSmartRecruiters;
using smartrecruiters::TimeLimits;
using namespace std::chrono_literals;

Environment at(const QUrl& url)
{
    Environment environment;
    environment.name = u"test"_s;
    environment.apiUrl = url;
    return environment;
}

ClientCredentials pair()
{
    return {ClientId(u"master"_s), Secret(QByteArrayView("s3cret-of-the-master"))};
}

AccessToken masterToken()
{
    AccessToken token;
    token.value = Secret(QByteArrayView("master-token-1"));
    return token;
}

IntegrationRequest integration()
{
    return {AppId(u"app"_s), CompanyId(u"globex"_s), std::nullopt, OnboardingId(u"onboarding-1"_s)};
}

/// Returns a port of this computer on which nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

struct Memory final : ExchangeRecorder {
    void record(Exchange exchange) override { exchanges.append(std::move(exchange)); }
    void knowSecret(Secret secret) override { Q_UNUSED(secret) }
    using ExchangeRecorder::withoutSecrets;
    QByteArray withoutSecrets(QByteArray text) const override
    {
        return text.replace(formerSecret, "[secret]");
    }
    static inline const QByteArray formerSecret = "f0rmer-secret-of-globex";
    QList<Exchange> exchanges;
};

} // namespace

/// Tests how the client handles a failing network, at every stage of a call.
class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaceThatCannotBeReachedIsNamedByItsFault_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("refused") << QUrl(u"http://127.0.0.1:%1"_s.arg(closedPort()))
                                 << FailureKind::Unreachable << u"refused the connection"_s;
        QTest::newRow("no such name")
            << QUrl(u"https://nowhere.invalid"_s) << FailureKind::Unreachable
            << u"nowhere.invalid is not known"_s;
        QTest::newRow("http off loopback")
            << QUrl(u"http://api.example.com"_s) << FailureKind::Insecure << u"without TLS"_s;
        QTest::newRow("looks like loopback")
            << QUrl(u"http://127.0.0.1.example.com"_s) << FailureKind::Insecure << u"without TLS"_s;
        QTest::newRow("fragment") << QUrl(u"https://api.example.com/#a"_s) << FailureKind::Invalid
                                  << u"no fragment"_s;
        QTest::newRow("user name")
            << QUrl(u"https://me@api.example.com"_s) << FailureKind::Invalid << u"no user name"_s;
        QTest::newRow("no URL") << QUrl() << FailureKind::Invalid << u"complete URL"_s;
    }

    void aPlaceThatCannotBeReachedIsNamedByItsFault()
    {
        QFETCH(QUrl, url);
        QFETCH(FailureKind, kind);
        QFETCH(QString, says);
        HttpSmartRecruiters client(at(url), m_clock, nullptr);
        const auto token = QCoro::waitFor(client.token(pair(), {}));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, kind);
        QVERIFY2(token.error().detail.english().contains(says), qPrintable(token.error().detail));
        // Nothing left, so nothing is unknown.
        const auto confirmed = QCoro::waitFor(client.confirm(masterToken(), integration()));
        QVERIFY(!confirmed);
        QCOMPARE(confirmed.error().kind, kind);
    }

    void anEmptyPairIsNotSent()
    {
        ScriptedServer server({Turn{}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        const auto token = QCoro::waitFor(client.token({ClientId(u"x"_s), Secret()}, {}));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, FailureKind::Invalid);
        QCOMPARE(server.heads(), 0);
    }

    void aDrippingAnswerEndsWithTheTimeItMayTake()
    {
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 1}"), Turn::Then::StayOpen, 50}});
        HttpSmartRecruiters client(
            at(server.url()), m_clock, nullptr, nullptr, TimeLimits{300ms, 300ms});
        QElapsedTimer elapsed;
        elapsed.start();
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::TimedOut);
        QVERIFY(elapsed.elapsed() < 5000);
    }

    void anEndlessAnswerIsCut()
    {
        ScriptedServer server({Turn{jsonReply('"' + QByteArray(8 * 1024 * 1024, 'x') + '"')}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::BadReply);
        QVERIFY(jobs.error().detail.english().contains("longer than"_L1));
    }

    void aTokenOf16KilobytesWorks() // RFC 6749 5.1
    {
        const QByteArray value(16 * 1024, 'x');
        ScriptedServer server(
            {Turn{jsonReply("{\"access_token\": \"" + value + "\", \"token_type\": \"Bearer\"}")},
                Turn{jsonReply("{\"totalFound\": 1}")}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        const auto token = QCoro::waitFor(client.token(pair(), {}));
        QVERIFY(token);
        QCOMPARE(token->value.reveal().toByteArray(), value);
        QVERIFY(QCoro::waitFor(client.count(Listing::Jobs, *token, {})));
        QVERIFY(
            server.requests().at(1).toLower().contains("authorization: bearer " + value + "\r\n"));
    }

    void anAbortedConfirmThatHadLeftIsUnknown()
    {
        ScriptedServer server({Turn{}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        auto confirmed = client.confirm(masterToken(), integration());
        QTRY_COMPARE(server.heads(), 1);
        client.abortAll();
        QVERIFY(confirmed.isReady());
        const auto outcome = QCoro::waitFor(confirmed);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::OutcomeUnknown);
        QCOMPARE(server.heads(), 1);
    }

    void anAbortedConfirmThatHadNotLeftIsCancelled()
    {
        // Connections wait in the listening queue: the TLS handshake never begins, so nothing of
        // the request is sent.
        QTcpServer deaf;
        deaf.listen(QHostAddress::LocalHost);
        HttpSmartRecruiters client(
            at(QUrl(u"https://127.0.0.1:%1"_s.arg(deaf.serverPort()))), m_clock, nullptr);
        auto confirmed = client.confirm(masterToken(), integration());
        QTest::qWait(50);
        client.abortAll();
        const auto outcome = QCoro::waitFor(confirmed);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Cancelled);
    }

    void abortEndsManyCallsAtOnce()
    {
        ScriptedServer server({Turn{}});
        auto client = std::make_unique<HttpSmartRecruiters>(at(server.url()), m_clock, nullptr);
        std::vector<Task<Outcome<int>>> calls;
        calls.reserve(20);
        for (int i = 0; i < 20; ++i)
            calls.push_back(client->count(Listing::Jobs, masterToken(), {}));
        QTRY_VERIFY(server.heads() > 0);
        client.reset(); // The program quits during a call.
        for (auto& call : calls) {
            const auto outcome = QCoro::waitFor(call);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, FailureKind::Cancelled);
        }
    }

    void aDroppedKeepAliveConnectionIsNoFailureForHarmlessCalls()
    {
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 1}"), Turn::Then::Close}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        for (int i = 0; i < 5; ++i)
            QVERIFY(QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {})));
    }

    void theConfirmCallNeverRidesOnAnOldConnection()
    {
        // The server closes every idle connection when the next request arrives: a confirm call on
        // such a connection would be lost.
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 1}")},
            Turn{jsonReply(R"({"clientId":"c","clientSecret":"s","integrationId":"i"})")}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        QVERIFY(QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {})));
        QCOMPARE(server.connections(), 1);
        QVERIFY(QCoro::waitFor(client.confirm(masterToken(), integration())));
        QCOMPARE(server.connections(), 2);
    }

    void everyConfirmCallHasAConnectionOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("connection");
        QTest::newRow("the server agrees to close it") << QByteArray("close");
        QTest::newRow("the server would rather keep it") << QByteArray("keep-alive");
        QTest::newRow("the server says nothing") << QByteArray();
    }

    void everyConfirmCallHasAConnectionOfItsOwn()
    {
        QFETCH(QByteArray, connection);
        QByteArray head = "HTTP/1.1 200 OK\nContent-Type: application/json";
        if (!connection.isEmpty())
            head += "\nConnection: " + connection;
        ScriptedServer server({Turn{
            httpMessage(head, R"({"clientId":"c","clientSecret":"s","integrationId":"i"})")}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        constexpr int calls = 4;
        for (int i = 0; i < calls; ++i)
            QVERIFY(QCoro::waitFor(client.confirm(masterToken(), integration())));
        QCOMPARE(server.connections(), calls);
        for (const QByteArray& request : server.requests())
            QVERIFY2(request.toLower().contains("\r\nconnection: close\r\n"), request.constData());
    }

    void anotherEnvironmentGetsTheNextCall()
    {
        ScriptedServer one({Turn{jsonReply("{\"totalFound\": 1}")}});
        ScriptedServer other({Turn{jsonReply("{\"totalFound\": 2}")}});
        HttpSmartRecruiters client(at(one.url()), m_clock, nullptr);
        QCOMPARE(QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {})).value(), 1);
        client.setEnvironment(at(other.url()));
        QCOMPARE(QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {})).value(), 2);
    }

    /// A proof needs the status and the total, and no personal data.
    void whoIsInAListIsNotHandedToTheRecorder_data()
    {
        QTest::addColumn<Listing>("listing");
        QTest::newRow("jobs") << Listing::Jobs;
        QTest::newRow("departments") << Listing::Departments;
        QTest::newRow("users") << Listing::Users;
        QTest::newRow("candidates") << Listing::Candidates;
    }
    void whoIsInAListIsNotHandedToTheRecorder()
    {
        QFETCH(Listing, listing);
        ScriptedServer server({Turn{jsonReply(
            R"({"totalFound": 12, "content": [{"firstName": "Ada", "email": "ada@example.com"}]})")}});
        Memory memory;
        HttpSmartRecruiters client(at(server.url()), m_clock, &memory);
        QCOMPARE(QCoro::waitFor(client.count(listing, masterToken(), {})).value(), 12);
        const Exchange recorded = memory.exchanges.value(0);
        QCOMPARE(recorded.status, 200);
        QVERIFY2(!recorded.replyBody.contains("Ada"), recorded.replyBody.constData());
        QVERIFY2(recorded.replyBody.contains("totalFound 12"), recorded.replyBody.constData());
    }

    void everyExchangeIsHandedToTheRecorder()
    {
        ScriptedServer server(
            {Turn{jsonReply("{\"error\": \"invalid_client\"}", "HTTP/1.1 401 Unauthorized")}});
        Memory memory;
        HttpSmartRecruiters client(at(server.url()), m_clock, &memory);
        QVERIFY(!QCoro::waitFor(client.token(pair(), OnboardingId(u"o-1"_s))));
        client.setEnvironment(at(QUrl(u"http://127.0.0.1:%1"_s.arg(closedPort()))));
        QVERIFY(
            !QCoro::waitFor(client.count(Listing::Jobs, masterToken(), OnboardingId(u"o-2"_s))));
        QCOMPARE(memory.exchanges.size(), 2);
        QCOMPARE(memory.exchanges.at(0).correlationId, QByteArray("o-1"));
        QCOMPARE(memory.exchanges.at(0).method, QByteArray("POST"));
        QCOMPARE(memory.exchanges.at(0).status, 401);
        QCOMPARE(memory.exchanges.at(0).at, m_clock.now());
        QVERIFY(memory.exchanges.at(0).milliseconds >= 0);
        QCOMPARE(memory.exchanges.at(1).correlationId, QByteArray("o-2"));
        QCOMPARE(memory.exchanges.at(1).status, 0);
        QVERIFY(memory.exchanges.at(1).failure.contains("refused the connection"_L1));
    }

    /// These calls send only the token, but an answer may repeat what the server knows of its
    /// client; a failure's text is stored and shown.
    void noFailureRepeatsTheSecretOfTheTokensClient()
    {
        ScriptedServer server(
            {Turn{jsonReply("{\"access_token\": \"t0ken\", \"token_type\": \"Bearer\"}")},
                Turn{jsonReply(
                    "{\"message\": \"not s3cret-of-the-master\"}", "HTTP/1.1 403 Forbidden")}});
        HttpSmartRecruiters client(at(server.url()), m_clock, nullptr);
        const auto token = QCoro::waitFor(client.token(pair(), {}));
        QVERIFY(token);
        const auto confirmed = QCoro::waitFor(client.confirm(*token, integration()));
        const auto company = QCoro::waitFor(client.company(*token, {}));
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, *token, {}));
        QVERIFY(!confirmed);
        QVERIFY(!company);
        QVERIFY(!jobs);
        for (const Failure& failure : {confirmed.error(), company.error(), jobs.error()})
            QCOMPARE(failure.detail.english(), u"SmartRecruiters answered 403: not [secret]."_s);
    }

    /// An answer may also repeat the secret of another customer, or a former one; the recorder
    /// knows them all. The code is text of theirs, too.
    void noFailureRepeatsASecretThatTheRecorderKnows_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const QByteArray json = "\nContent-Type: application/json";
        const QByteArray plain = "\nContent-Type: text/plain";
        QTest::newRow("error_description")
            << json << QByteArray("{'error': 'invalid_client', 'error_description': 'no @'}");
        QTest::newRow("the error itself") << json << QByteArray("{'error': '@'}");
        QTest::newRow("problem") << json << QByteArray("{'title': 'No', 'detail': 'not @'}");
        QTest::newRow("the name of a field") << json << QByteArray("{'errors': {'@': ['is no']}}");
        QTest::newRow("a plain text") << plain << QByteArray("not @");
        QTest::newRow("a challenge")
            << QByteArray("\nWWW-Authenticate: Bearer error=\"@\", error_description=\"@\"")
            << QByteArray();
        QTest::newRow("where a long text is cut")
            << json << "{'message': '" + QByteArray(290, 'x') + "@'}";
    }
    void noFailureRepeatsASecretThatTheRecorderKnows()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        head.replace('@', Memory::formerSecret);
        body.replace('\'', '"').replace('@', Memory::formerSecret);
        ScriptedServer server({Turn{httpMessage("HTTP/1.1 403 Forbidden" + head, body)}});
        Memory memory;
        HttpSmartRecruiters client(at(server.url()), m_clock, &memory);
        const auto token = QCoro::waitFor(client.token(pair(), {}));
        const auto confirmed = QCoro::waitFor(client.confirm(masterToken(), integration()));
        const auto company = QCoro::waitFor(client.company(masterToken(), {}));
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, masterToken(), {}));
        QVERIFY(!token);
        QVERIFY(!confirmed);
        QVERIFY(!company);
        QVERIFY(!jobs);
        for (const Failure& failure :
            {token.error(), confirmed.error(), company.error(), jobs.error()}) {
            const QString said = failure.code + QLatin1Char(' ') + failure.detail.english();
            QVERIFY2(!said.contains("f0rmer"_L1), qPrintable(said));
            QVERIFY2(said.contains("[secret]"_L1), qPrintable(said));
        }
    }

    void noNameOrScopeIsASecretThatTheRecorderKnows()
    {
        ScriptedServer server(
            {Turn{jsonReply("{\"access_token\": \"t0ken\", \"token_type\": \"Bearer\", "
                            "\"scope\": \"jobs_read "
                 + Memory::formerSecret + "\"}")},
                Turn{jsonReply("{\"identifier\": \"globex\", \"name\": \"Globex "
                    + Memory::formerSecret + "\"}")}});
        Memory memory;
        HttpSmartRecruiters client(at(server.url()), m_clock, &memory);
        const auto token = QCoro::waitFor(client.token(pair(), {}));
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QCOMPARE(token->scopes.text(), u"jobs_read [secret]"_s);
        const auto company = QCoro::waitFor(client.company(*token, {}));
        QVERIFY2(company, company ? "" : qPrintable(company.error().detail));
        QCOMPARE(company->name, u"Globex [secret]"_s);
    }

private:
    TestClock m_clock;
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::FaultsTest)
#include "FaultsTest.moc"
