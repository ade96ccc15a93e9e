// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "support/TestMain.h"
#include "wire/ScriptedServer.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

using smartrecruiters::HttpSmartRecruiters;

Environment at(const QString& url)
{
    Environment environment;
    environment.name = u"test"_s;
    environment.apiUrl = QUrl(url);
    return environment;
}

AccessToken someToken()
{
    AccessToken token;
    token.value = Secret(QByteArrayView("token-1"));
    return token;
}

/// Sets the system's proxy for the lifetime of this object: on Linux the variables that every
/// program reads.
struct SystemProxy {
    explicit SystemProxy(quint16 port)
    {
        for (const char* name : {"http_proxy", "https_proxy"})
            qputenv(name, "http://127.0.0.1:" + QByteArray::number(port));
        qunsetenv("no_proxy");
    }
    ~SystemProxy()
    {
        for (const char* name : {"http_proxy", "https_proxy"})
            qunsetenv(name);
    }
};

} // namespace

/// Tests that requests use the proxy that the system names.
class ProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSystemsProxyIsAskedForATunnel()
    {
        ScriptedServer proxy(
            {Turn{httpMessage("HTTP/1.1 503 Service Unavailable", ""), Turn::Then::Close}});
        const SystemProxy system(proxy.port());
        HttpSmartRecruiters client(at(u"https://api.example.test"_s), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::Unreachable);
        QVERIFY(proxy.requests().value(0).startsWith("CONNECT api.example.test:443 HTTP/1."));
        QVERIFY(!proxy.requests().value(0).contains("token-1"));
    }

    void whatIsWrongWithTheProxyIsNamed_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("code");
        QTest::newRow("nobody listens") << false << u"proxy"_s;
        QTest::newRow("wants a password") << true << u"proxy_authentication"_s;
    }
    void whatIsWrongWithTheProxyIsNamed()
    {
        QFETCH(bool, isThere);
        QFETCH(QString, code);
        ScriptedServer proxy({Turn{httpMessage("HTTP/1.1 407 Proxy Authentication Required\n"
                                               "Proxy-Authenticate: Basic realm=\"way out\"",
                                       ""),
            Turn::Then::Close}});
        quint16 nobody = 0;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            nobody = free.serverPort();
        }
        const SystemProxy system(isThere ? proxy.port() : nobody);
        HttpSmartRecruiters client(at(u"https://api.example.test"_s), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::Unreachable);
        QCOMPARE(jobs.error().code, code);
        const auto confirmed = QCoro::waitFor(client.confirm(someToken(), {}));
        // It was never sent, so the outcome is not unknown.
        QCOMPARE(confirmed.error().kind, FailureKind::Unreachable);
    }

    void thisComputerIsReachedDirectly()
    {
        ScriptedServer proxy({Turn{{}, Turn::Then::Close}});
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 7}")}});
        const SystemProxy system(proxy.port());
        for (const QString& host : {u"127.0.0.1"_s, u"localhost"_s}) {
            HttpSmartRecruiters client(
                at(u"http://%1:%2"_s.arg(host).arg(server.port())), m_clock, nullptr);
            QCOMPARE(QCoro::waitFor(client.count(Listing::Jobs, someToken(), {})), Outcome<int>(7));
        }
        QCOMPARE(proxy.connections(), 0);
    }

    void stoppedWhileTheSystemIsAskedNothingIsSent()
    {
        ScriptedServer proxy({Turn{{}, Turn::Then::Close}});
        const SystemProxy system(proxy.port());
        HttpSmartRecruiters client(at(u"https://api.example.test"_s), m_clock, nullptr);
        auto jobs = client.count(Listing::Jobs, someToken(), {});
        client.abortAll();
        const auto outcome = QCoro::waitFor(jobs);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Cancelled);
    }

    void anAuthorityThatCannotBeReadMeanwhileIsTheNextCallsTrouble()
    {
        ScriptedServer proxy(
            {Turn{httpMessage("HTTP/1.1 503 Service Unavailable", ""), Turn::Then::Close}});
        const SystemProxy system(proxy.port());
        Environment environment = at(u"https://api.example.test"_s);
        HttpSmartRecruiters client(environment, m_clock, nullptr);
        auto jobs = client.count(Listing::Jobs, someToken(), {});
        environment.caFile = u"/nowhere/authority.pem"_s;
        client.setEnvironment(environment);
        const auto outcome = QCoro::waitFor(jobs);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Unreachable);
        QCOMPARE(QCoro::waitFor(client.count(Listing::Jobs, someToken(), {})).error().kind,
            FailureKind::Invalid);
    }

private:
    TestClock m_clock;
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::ProxyTest)
#include "ProxyTest.moc"
