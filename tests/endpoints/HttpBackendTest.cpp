// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/HttpBackend.h"
#include "domain/Utc.h"
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;
using namespace std::chrono_literals;

namespace {

/// A backend that answers every request with the same bytes, then closes the connection.
class RawBackend {
public:
    explicit RawBackend(const QByteArray& answer, bool closes = true)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("The backend does not listen.");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer, closes] {
            QTcpSocket* peer = m_server.nextPendingConnection();
            QObject::connect(peer, &QTcpSocket::readyRead, peer, [this, peer, answer, closes] {
                received += peer->readAll();
                if (!received.endsWith(body))
                    return;
                ++requests;
                peer->write(answer);
                if (closes)
                    peer->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/taken"_s.arg(m_server.serverPort())); }

    static inline const QByteArray body = R"({"eventType":"INTEGRATION_DISABLED"})";
    QByteArray received;
    int requests = 0;

private:
    QTcpServer m_server;
};

Notification notification()
{
    Notification one;
    one.number = 7;
    one.company = CompanyId(u"glo\u00dfex\r\nX: y"_s);
    one.client = ClientId(u"ours-1"_s);
    one.body = RawBackend::body;
    one.at = QDateTime(QDate(2026, 3, 1), QTime(12, 0), utc);
    return one;
}

Outcome<BackendAnswer> deliver(
    const QUrl& url, std::chrono::milliseconds timeout = 20s, ExchangeRecorder* recorder = nullptr)
{
    const TestClock clock;
    HttpBackend backend(clock, recorder, timeout);
    return QCoro::waitFor(
        backend.deliver({url, Secret(QByteArrayView("the-bearer"))}, notification()));
}

} // namespace

/// Tests the partner's own backend and all the ways in which it may fail.
class HttpBackendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRequestSaysWhatItIsAndNothingCanBeSmuggledIn()
    {
        RawBackend backend("HTTP/1.1 204 No Content\r\n\r\n");
        const auto answer = deliver(backend.url());
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 204);
        QCOMPARE(backend.requests, 1);
        const QByteArray head = backend.received.toLower();
        QVERIFY(head.startsWith("post /taken http/1.1\r\n"));
        QVERIFY(head.contains("\r\njetbridge-notification: 7\r\n"));
        QVERIFY(head.contains("\r\njetbridge-company: glo%c3%9fex%0d%0ax%3a%20y\r\n"));
        QVERIFY(head.contains("\r\njetbridge-received: 2026-03-01t12:00:00z\r\n"));
        QVERIFY(head.contains("\r\nauthorization: bearer the-bearer\r\n"));
        QVERIFY(!head.contains("\r\nx: y"));
    }

    void whateverItAnswersIsItsAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("refused") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")
                                 << 401;
        QTest::newRow("asks for a password") << QByteArray(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
            "Content-Length: 0\r\n\r\n") << 401;
        QTest::newRow("leads elsewhere, where nobody goes") << QByteArray(
            "HTTP/1.1 307 There\r\nLocation: http://127.0.0.1:1/\r\n"
            "Content-Length: 0\r\n\r\n") << 307;
        QTest::newRow("fails") << QByteArray("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n") << 500;
        QTest::newRow("more than anybody reads")
            << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(4 * 1024 * 1024, 'x') << 200;
        QTest::newRow("repeats the bearer")
            << QByteArray("HTTP/1.1 403 No\r\n\r\nnot with the-bearer") << 403;
    }
    void whateverItAnswersIsItsAnswer()
    {
        QFETCH(QByteArray, bytes);
        RawBackend backend(bytes);
        const auto answer = deliver(backend.url());
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QTEST(answer->status, "status");
        QCOMPARE(backend.requests, 1);
        QVERIFY(answer->body.size() <= HttpBackend::mostBodyBytes);
        QVERIFY(!answer->body.contains("the-bearer"));
    }

    /// Its answer is printed. A part of a secret at the end would not be recognised any more.
    void noSecretThatItRepeatsIsLeftInItsAnswer_data()
    {
        QTest::addColumn<int>("before");
        QTest::newRow("at the beginning") << 0;
        QTest::newRow("where the answer is cut") << int(HttpBackend::mostBodyBytes) - 10;
    }
    void noSecretThatItRepeatsIsLeftInItsAnswer()
    {
        QFETCH(int, before);
        const QByteArray head = "HTTP/1.1 403 No\r\n\r\n";
        RawBackend backend(head + QByteArray(before, 'x') + FakeRecorder::knownSecret + ", no");
        FakeRecorder recorder;
        const auto answer = deliver(backend.url(), 20s, &recorder);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body.mid(before, 8), QByteArray("[secret]"));
        QVERIFY(answer->body.size() <= HttpBackend::mostBodyBytes);
    }

    void noAnswerIsAFailureThatSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("silence") << QByteArray() << false << FailureKind::TimedOut;
        QTest::newRow("half a head")
            << QByteArray("HTTP/1.1 200 OK\r\nX: ") << false << FailureKind::TimedOut;
        QTest::newRow("a body without end")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") << false
            << FailureKind::TimedOut;
        QTest::newRow("closes") << QByteArray() << true << FailureKind::Unreachable;
    }
    void noAnswerIsAFailureThatSaysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        QFETCH(FailureKind, kind);
        RawBackend backend(bytes, closes);
        const auto answer = deliver(backend.url(), 500ms);
        QVERIFY(!answer);
        QCOMPARE(failureKindName(answer.error().kind), failureKindName(kind));
        QVERIFY2(answer.error().detail.english().contains(u"127.0.0.1"_s),
            qPrintable(answer.error().detail));
    }

    void whereNothingMayBeSentNothingIs_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("http elsewhere") << QUrl(u"http://backend.example/"_s);
        QTest::newRow("a password") << QUrl(u"https://u:p@backend.example/"_s);
        QTest::newRow("no URL") << QUrl();
        QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s);
    }
    void whereNothingMayBeSentNothingIs()
    {
        QFETCH(QUrl, url);
        const auto answer = deliver(url);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, FailureKind::Invalid);
    }

    void whatIsSaidIsRecorded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("taken") << QByteArray("HTTP/1.1 200 OK\r\nX-Taken: yes\r\n\r\nthanks")
                               << 200;
        QTest::newRow("closed without a word") << QByteArray() << 0;
    }
    void whatIsSaidIsRecorded()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawBackend backend(bytes);
        FakeRecorder recorder;
        QCOMPARE(deliver(backend.url(), 20s, &recorder).has_value(), status > 0);
        QCOMPARE(recorder.exchanges().size(), 1);
        const Exchange exchange = recorder.exchanges().constFirst();
        QCOMPARE(exchange.from, Lane::PartnerApi);
        QCOMPARE(exchange.to, Lane::PartnerApp);
        QCOMPARE(exchange.url, backend.url());
        QCOMPARE(exchange.requestBody, RawBackend::body);
        const auto number = [](const auto& header) {
            return header.first.toLower() == "jetbridge-notification" && header.second == "7";
        };
        QCOMPARE(
            std::count_if(exchange.requestHeaders.begin(), exchange.requestHeaders.end(), number),
            1);
        QCOMPARE(exchange.at, TestClock().now());
        QVERIFY(exchange.milliseconds >= 0);
        QCOMPARE(exchange.status, status);
        QCOMPARE(exchange.failure.isEmpty(), status > 0);
        QCOMPARE(exchange.replyBody, status > 0 ? QByteArray("thanks") : QByteArray());
    }

    void stoppingEndsWhatIsUnderWay()
    {
        RawBackend raw({}, false);
        const TestClock clock;
        HttpBackend backend(clock, nullptr);
        QTimer stopper;
        QObject::connect(&stopper, &QTimer::timeout, &stopper, [&] {
            if (raw.requests == 1)
                backend.abortAll();
        });
        stopper.start(10);
        const auto answer = QCoro::waitFor(backend.deliver({raw.url(), {}}, notification()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, FailureKind::Cancelled);
    }
};

JETBRIDGE_TEST(HttpBackendTest)
#include "HttpBackendTest.moc"
