// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

const QByteArray grant = "grant_type=client_credentials&client_id=client-of-globex&client_secret=";
const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";

QByteArray requestOf(const QByteArray& line, const QByteArray& headers, const QByteArray& body)
{
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Tests that every request to the endpoints is recorded, whatever its answer was.
class RecordingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRequestLeavesItsExchange_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<Lane>("from");
        QTest::addColumn<Lane>("to");
        QTest::addColumn<QByteArray>("onboarding");
        QTest::addColumn<QString>("path");
        const auto browser = [](const char* name, const QByteArray& request, int status,
                                 const char* onboarding, const char* path) {
            QTest::newRow(name) << request << status << Lane::Browser << Lane::PartnerApp
                                << QByteArray(onboarding) << QString::fromLatin1(path);
        };
        const auto api = [](const char* name, const QByteArray& request, int status,
                             const char* onboarding, const char* path) {
            QTest::newRow(name) << request << status << Lane::SmartRecruiters << Lane::PartnerApi
                                << QByteArray(onboarding) << QString::fromLatin1(path);
        };
        browser("the consent page of an invited company",
            requestOf("GET /consent?companyId=globex", {}, {}), 400, "run-1", "/consent");
        browser("of a company that nobody invited",
            requestOf(
                "GET /consent?companyId=initech&redirect=https%3A%2F%2Fportal.example.com", {}, {}),
            200, "", "/consent");
        browser("a state that is not ours", requestOf("POST /consent/sign-in", form, "state=x"),
            400, "", "/consent/sign-in");
        browser("the front page", requestOf("GET /", {}, {}), 200, "", "/");
        api("a token", requestOf("POST /oauth/token", form, grant + "secret+of+globex"), 200,
            "run-of-globex", "/oauth/token");
        api("a token refused", requestOf("POST /oauth/token", form, grant + "wrong"), 401,
            "run-of-globex", "/oauth/token");
        api("a client that nobody issued",
            requestOf("POST /oauth/token", form,
                "grant_type=client_credentials&client_id=x&client_secret=y"),
            401, "", "/oauth/token");
        api("a notification without a token", requestOf("POST /callback", {}, "{}"), 401, "",
            "/callback");
        api("another method", requestOf("GET /oauth/token", {}, {}), 405, "", "/oauth/token");
        browser("a load balancer's check", "HEAD / HTTP/1.0\r\n\r\n", 200, "", "/");
        browser("another one's", "OPTIONS / HTTP/1.0\r\n\r\n", 204, "", "/");
        browser("another path", requestOf("GET /admin.php?x=1", {}, {}), 404, "", "/admin.php");
        browser("another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, "", "/");
        browser("a malformed head", "GET /x HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nno colon\r\n\r\n",
            400, "", "/x");
        browser("no HTTP", "\x16\x03\x01 hello", 400, "", "");
        api("too large",
            "POST /callback HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 99999999\r\n\r\n",
            413, "", "/callback");
    }

    void everyRequestLeavesItsExchange()
    {
        QFETCH(QByteArray, request);
        Partner partner;
        partner.endpoints.admit(clientOf(u"globex"_s));
        QTcpSocket peer;
        peer.connectToHost(QHostAddress::LocalHost, partner.endpoints.port());
        QVERIFY(peer.waitForConnected());
        peer.write(request.replace("PORT", QByteArray::number(partner.endpoints.port())));
        QTRY_COMPARE(partner.recorder.exchanges().size(), 1);
        const Exchange exchange = partner.recorder.exchanges().first();
        QTEST(exchange.status, "status");
        QTEST(exchange.from, "from");
        QTEST(exchange.to, "to");
        QTEST(exchange.correlationId, "onboarding");
        QTEST(exchange.url.path(), "path");
        if (!request.startsWith('\x16'))
            QCOMPARE(exchange.method, request.left(request.indexOf(' ')));
        QCOMPARE(
            exchange.isProven, exchange.url.path() == "/oauth/token" && exchange.status == 200);
        QCOMPARE(exchange.at, partner.clock.now());
        QTRY_VERIFY(peer.bytesAvailable() > 0);
        QVERIFY(peer.readAll().startsWith("HTTP/1.1 " + QByteArray::number(exchange.status)));
    }

    void aNotificationBelongsToTheRunItsClientWasIssuedIn()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        QCOMPARE(partner.notify(token, R"({"eventType":"INTEGRATION_DISABLED"})").status, 200);
        QTRY_COMPARE(partner.recorder.exchanges().size(), 2);
        const Exchange exchange = partner.recorder.exchanges().last();
        QCOMPARE(exchange.correlationId, QByteArray("run-of-globex"));
        QCOMPARE(exchange.requestBody, QByteArray(R"({"eventType":"INTEGRATION_DISABLED"})"));
        QCOMPARE(exchange.status, 200);
    }

    void anAnswerThatWasWithheldIsNoAnswer()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.receiver.answerNext({200, 0, true}, 100); // Qt repeats the request.
        QCOMPARE(partner.notify(token, R"({"eventType":"INTEGRATION_DISABLED"})").status, 0);
        QTRY_VERIFY(partner.recorder.exchanges().size() >= 2);
        const Exchange exchange = partner.recorder.exchanges().at(1);
        QCOMPARE(exchange.status, 0);
        QVERIFY(!exchange.failure.isEmpty());
    }

    void ourOwnProbeIsNobodysTraffic()
    {
        Partner partner;
        QVERIFY(QCoro::waitFor(partner.endpoints.probe()));
        QCOMPARE(partner.open().status, 200);
        QTRY_COMPARE(partner.recorder.exchanges().size(), 1);
        QCOMPARE(partner.recorder.exchanges().first().url.path(), u"/consent"_s);
    }
};

JETBRIDGE_TEST(RecordingTest)
#include "RecordingTest.moc"
