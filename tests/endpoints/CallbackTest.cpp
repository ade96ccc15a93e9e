// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

} // namespace

class CallbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause45TheBearerNamesTheCustomer()
    {
        Partner partner;
        const QByteArray globex = partner.tokenFor(u"globex"_s);
        const QByteArray initech = partner.tokenFor(u"initech"_s);
        QVERIFY(globex.size() >= 27 && globex != initech);
        QCOMPARE(partner.notify(initech, disabled).status, 200);
        QCOMPARE(partner.receiver.received().size(), 1);
        const Notification kept = partner.receiver.received().first();
        QCOMPARE(kept.company.text(), u"initech"_s);
        QCOMPARE(kept.client.text(), u"client-of-initech"_s);
        QCOMPARE(kept.eventType, u"INTEGRATION_DISABLED"_s);
        QCOMPARE(kept.body, disabled);
        QCOMPARE(kept.at, partner.clock.now());
    }

    void clause45AnUnknownEventIsKeptAndARepeatIsWelcome()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        for (const QByteArray& body : {QByteArray(R"({"eventType":"SOMETHING_NEW","x":1})"),
                 QByteArray("{}"), disabled, disabled})
            QCOMPARE(partner.notify(token, body).status, 200);
        QCOMPARE(partner.receiver.received().size(), 4);
        QCOMPARE(partner.receiver.received().first().eventType, u"SOMETHING_NEW"_s);
    }

    /// What is kept of a notification is also shown, printed and forwarded.
    void aSecretThatANotificationRepeatsIsNotKept()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        const QByteArray body =
            "{\"eventType\":\"SECRET @\",\"x\":\"@\"}"; // @ stands for the secret.
        const QByteArray sent = QByteArray(body).replace('@', FakeRecorder::knownSecret);
        QCOMPARE(partner.notify(token, sent).status, 200);
        const Notification kept = partner.receiver.received().value(0);
        QCOMPARE(kept.eventType, u"SECRET [secret]"_s);
        QCOMPARE(kept.body, QByteArray(body).replace('@', "[secret]"));
    }

    void twoHundredMeansOnDisk()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.receiver.hold();
        QNetworkReply* reply = partner.start("POST", partner.endpoints.callbackUrl(), disabled,
            {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}});
        QTRY_COMPARE(partner.receiver.waiting, 1);
        QCOMPARE(partner.get(partner.at(u"/"_s)).status,
            200); // Other requests are served meanwhile.
        QVERIFY(!reply->isFinished());
        partner.receiver.release();
        QCOMPARE(partner.wait(reply).status, 200);
    }

    void whatCannotBeKeptIsAskedForAgainWithoutInternals()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.receiver.fail(Failure{
            FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"/home/x is full"_s), {}});
        const Answered answered = partner.notify(token, disabled);
        QCOMPARE(answered.status, 503);
        QVERIFY(answered.header("Retry-After").toInt() > 0);
        QVERIFY(!answered.body.contains("/home"));
    }

    void whatIsNoNotificationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        const QByteArray json = "application/json";
        QTest::newRow("empty") << QByteArray() << json << 400;
        QTest::newRow("list") << QByteArray("[]") << json << 400;
        QTest::newRow("text") << QByteArray("\"INTEGRATION_DISABLED\"") << json << 400;
        QTest::newRow("half") << QByteArray("{\"eventType\":") << json << 400;
        QTest::newRow("clause 37: form")
            << QByteArray("eventType=x") << QByteArray("application/x-www-form-urlencoded") << 415;
    }
    void whatIsNoNotificationIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, status);
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        QCOMPARE(partner.notify(token, body, {{"Content-Type", type}}).status, status);
        QVERIFY(partner.receiver.received().isEmpty());
    }

    void clauses30And31NoCredentialsNoErrorCode()
    {
        Partner partner;
        const Answered answered = partner.post(
            partner.endpoints.callbackUrl(), disabled, {{"Content-Type", "application/json"}});
        QCOMPARE(answered.status, 401);
        QVERIFY(answered.header("WWW-Authenticate").startsWith("Bearer"));
        QVERIFY(!answered.header("WWW-Authenticate").contains("error"));
    }

    void clause31AnInvalidTokenIsNamed()
    {
        Partner partner;
        const Answered answered = partner.notify("no-token-of-ours", disabled);
        QCOMPARE(answered.status, 401);
        QVERIFY(answered.header("WWW-Authenticate").contains("invalid_token"));
    }

    void clause29NoTokenInTheUri()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        QUrl url = partner.endpoints.callbackUrl();
        url.setQuery(u"access_token="_s + QString::fromLatin1(token));
        QVERIFY(partner.post(url, disabled, {{"Content-Type", "application/json"}}).status >= 400);
        QVERIFY(partner.receiver.received().isEmpty());
    }

    void aDismissedClientsTokensEndAtOnce()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.endpoints.dismiss(clientOf(u"globex"_s).clientId);
        QCOMPARE(partner.notify(token, disabled).status, 401);
        QVERIFY(partner.receiver.received().isEmpty());
    }

    void aChosenAnswerMayComeLateOrNever_data()
    {
        QTest::addColumn<int>("delayMs");
        QTest::addColumn<bool>("drop");
        QTest::addColumn<int>("status");
        QTest::newRow("late") << 300 << false << 503;
        QTest::newRow("never") << 0 << true << 0;
    }
    void aChosenAnswerMayComeLateOrNever()
    {
        QFETCH(int, delayMs);
        QFETCH(bool, drop);
        QFETCH(int, status);
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.receiver.answerNext({503, delayMs, drop}, 1);
        // QNetworkAccessManager repeats a request that gets no answer, and every one must be
        // stored. Therefore a connection of our own sends this one.
        QTcpSocket peer;
        peer.connectToHost(QHostAddress::LocalHost, partner.endpoints.port());
        QElapsedTimer time;
        time.start();
        peer.write("POST /callback HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(partner.endpoints.port()) + "\r\nAuthorization: Bearer " + token
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(disabled.size()) + "\r\n\r\n" + disabled);
        QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(time.elapsed() >= delayMs);
        const QByteArray answer = peer.readAll();
        QCOMPARE(answer.isEmpty(), drop);
        if (status)
            QVERIFY(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)));
        QCOMPARE(partner.receiver.received().size(), 1);
        QCOMPARE(partner.notify(token, disabled).status, 200);
    }

    void theNextAnswersAreTheChosenOnesAndNothingIsLost()
    {
        Partner partner;
        const QByteArray token = partner.tokenFor(u"globex"_s);
        partner.receiver.answerNext({500, 0, false}, 2);
        QCOMPARE(partner.notify(token, disabled).status, 500);
        QCOMPARE(partner.notify(token, disabled).status, 500);
        QCOMPARE(partner.notify(token, disabled).status, 200);
        QCOMPARE(partner.receiver.received().size(), 3);
    }
};

JETBRIDGE_TEST(CallbackTest)
#include "CallbackTest.moc"
