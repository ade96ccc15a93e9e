// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Client.h"

#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace std::chrono_literals;

namespace {

/// A server that answers each request with the same bytes, and closes the connection or keeps it
/// open.
class RawServer {
public:
    explicit RawServer(const QByteArray& answer, bool closes = true)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("The server does not listen.");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer, closes] {
            QTcpSocket* peer = m_server.nextPendingConnection();
            QObject::connect(peer, &QTcpSocket::readyRead, peer, [this, peer, answer, closes] {
                received += peer->readAll();
                if (!received.endsWith("\r\n\r\n") && !received.endsWith("body"))
                    return;
                ++requests;
                peer->write(answer);
                if (closes)
                    peer->disconnectFromHost();
            });
        });
    }
    http::Request request(const QByteArray& method = "GET") const
    {
        http::Request request;
        request.method = method;
        request.url = QUrl(u"http://127.0.0.1:%1/x"_s.arg(m_server.serverPort()));
        if (method != "GET")
            request.body = Secret(QByteArrayView("body"));
        request.timeout = 5s;
        return request;
    }

    QByteArray received;
    int requests = 0;

private:
    QTcpServer m_server;
};

http::Delivery sent(const http::Request& request)
{
    http::Client client;
    return QCoro::waitFor(client.send(request));
}

} // namespace

/// Tests what the HTTP client does for all of its users; tests/wire has the single failures.
class ClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodLeavesWithItsHeadersAndBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char* method : {"POST", "PUT", "DELETE"})
            QTest::newRow(method) << QByteArray(method);
    }
    void everyMethodLeavesWithItsHeadersAndBody()
    {
        QFETCH(QByteArray, method);
        RawServer server("HTTP/1.1 200 OK\r\nX-Said: yes\r\nContent-Length: 2\r\n\r\nok");
        http::Request request = server.request(method);
        request.headers = {{"X-Asked", "it"}};
        const http::Delivery delivery = sent(request);
        QVERIFY2(
            delivery.reply, qPrintable(delivery.reply ? QString() : delivery.reply.error().detail));
        QCOMPARE(delivery.reply->status, 200);
        QCOMPARE(delivery.reply->header("x-said"), QByteArray("yes"));
        QCOMPARE(delivery.reply->body, QByteArray("ok"));
        QVERIFY(server.received.startsWith(method + " /x HTTP/1.1\r\n"));
        // Qt 6.8 and newer send the names of headers in lower case.
        QVERIFY(server.received.toLower().contains("\r\nx-asked: it\r\n"));
        QVERIFY(server.received.endsWith("\r\n\r\nbody"));
    }

    void httpToAnotherComputerLeavesOnlyWhereItIsAllowed_data()
    {
        QTest::addColumn<bool>("mayBePlain");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("not allowed") << false << FailureKind::Insecure;
        QTest::newRow("allowed") << true << FailureKind::Unreachable; // This host does not exist.
    }
    void httpToAnotherComputerLeavesOnlyWhereItIsAllowed()
    {
        QFETCH(bool, mayBePlain);
        http::Request request;
        request.url = QUrl(u"http://nobody.invalid/"_s);
        request.mayBePlain = mayBePlain;
        const http::Delivery delivery = sent(request);
        QVERIFY(!delivery.reply);
        QFETCH(FailureKind, kind);
        QCOMPARE(failureKindName(delivery.reply.error().kind), failureKindName(kind));
    }

    void whatIsNoAddressIsNamed()
    {
        const http::Delivery delivery = sent({});
        QVERIFY(!delivery.reply);
        QCOMPARE(delivery.reply.error().kind, FailureKind::Invalid);
        QVERIFY(delivery.reply.error().detail.english().contains("complete URL"_L1));
    }

    void whereTheStatusIsEnoughACutBodyIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx");
        QTest::newRow("too long") << "HTTP/1.1 200 OK\r\n\r\n"
                + QByteArray(http::Client::mostBodyBytes + 1, 'x');
    }
    void whereTheStatusIsEnoughACutBodyIsAnAnswer()
    {
        QFETCH(QByteArray, answer);
        RawServer server(answer);
        http::Request request = server.request();
        const http::Delivery whole = sent(request);
        QVERIFY(!whole.reply);
        QCOMPARE(whole.cut.status, 200);
        QVERIFY(whole.cut.body.startsWith('x'));
        server.received.clear();
        request.isStatusEnough = true;
        const http::Delivery enough = sent(request);
        QVERIFY(enough.reply);
        QCOMPARE(enough.reply->status, 200);
    }

    void whatIsSentOnceIsNotSentAgainByQt()
    {
        RawServer server({});
        http::Request request = server.request("POST");
        request.once = true;
        const http::Delivery delivery = sent(request);
        QVERIFY(!delivery.reply);
        QCOMPARE(delivery.reply.error().code, u"connection_closed"_s);
        QVERIFY(delivery.left);
        QCOMPARE(server.requests, 1);
    }

    void aRedirectOfWhatIsSentOnceIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void aRedirectOfWhatIsSentOnceIsAnAnswer()
    {
        QFETCH(int, status);
        RawServer server("HTTP/1.1 " + QByteArray::number(status)
            + " Elsewhere\r\nLocation: /y\r\nContent-Length: 4\r\n\r\nsaid");
        http::Request request = server.request("POST");
        request.once = true;
        const http::Delivery delivery = sent(request);
        QVERIFY2(delivery.reply, delivery.reply ? "" : qPrintable(delivery.reply.error().detail));
        QCOMPARE(delivery.reply->status, status);
        QCOMPARE(delivery.reply->body, QByteArray("said"));
        QCOMPARE(server.requests, 1);
    }

    void whoeverGoesEndsWhatIsUnderWay()
    {
        RawServer server({}, false);
        auto client = std::make_unique<http::Client>();
        std::optional<FailureKind> end;
        QCoro::connect(client->send(server.request()), this,
            [&end](const http::Delivery& delivery) { end = delivery.reply.error().kind; });
        QTRY_COMPARE(server.requests, 1);
        client.reset();
        QVERIFY(end);
        QCOMPARE(failureKindName(*end), failureKindName(FailureKind::Cancelled));
    }
};

JETBRIDGE_TEST(ClientTest)
#include "ClientTest.moc"
