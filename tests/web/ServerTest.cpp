// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Server.h"
#include "support/TestMain.h"
#include "web/Peer.h"

#include <QCoro/QCoroTimer>

#include <QSemaphore>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::web;
using namespace std::chrono_literals;

namespace {

QCoro::Task<Reply> answerLater(Request request)
{
    co_await QCoro::sleepFor(30ms);
    co_return Reply::text(u"later "_s + QString::fromLatin1(request.query));
}

Router echoRouter()
{
    Router router;
    router.on(Method::Get, "/echo",
        [](const Request& request) { return Reply::text(QString::fromLatin1(request.query)); });
    router.on(Method::Post, "/echo", [](const Request& request) {
        return Reply{200, {{"Content-Type", "application/octet-stream"}}, request.body, {}};
    });
    router.onAsync(Method::Get, "/later", answerLater);
    router.on(Method::Get, "/companies/{companyId}/jobs/{job}",
        [](const Request& request) { return Reply::text(request.parameters.join(u'|')); });
    return router;
}

} // namespace

/// Tests what handlers and callers see of a server: routes, order, hooks, starting and closing.
class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestGetsItsHandlersReply()
    {
        Server server(echoRouter(), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        const WireReply reply = peer.ask(get(server.port(), "/echo?a=1"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("a=1"));
        QCOMPARE(reply.header("content-type"), QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(server.url(), QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())));
    }

    void anUnknownPathIs404AndAWrongMethod405WithAllow()
    {
        Server server(echoRouter(), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        QCOMPARE(peer.ask(get(server.port(), "/nothing")).status, 404);
        for (const QByteArray method : {"PUT", "DELETE", "PATCH", "TRACE", "BREW"}) {
            const WireReply reply = peer.ask(get(server.port(), "/echo").replace("GET", method));
            QCOMPARE(reply.status, 405);
            QCOMPARE(reply.header("allow"), QByteArray("GET, HEAD, POST"));
        }
    }

    void placeholdersMatchOneDecodedSegment_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("/companies/globex/jobs/7") << 200
                               << QByteArray("globex|7");
        QTest::newRow("decoded") << QByteArray("/companies/a%20%C3%BC/jobs/7") << 200
                                 << QByteArray("a \xC3\xBC|7");
        QTest::newRow("an encoded slash")
            << QByteArray("/companies/a%2Fb/jobs/7") << 404 << QByteArray();
        QTest::newRow("no UTF-8") << QByteArray("/companies/%FF/jobs/7") << 404 << QByteArray();
        QTest::newRow("an encoded NUL")
            << QByteArray("/companies/%00/jobs/7") << 404 << QByteArray();
        QTest::newRow("empty") << QByteArray("/companies//jobs/7") << 404 << QByteArray();
        QTest::newRow("too long") << QByteArray("/companies/a/b/jobs/7") << 404 << QByteArray();
    }
    void placeholdersMatchOneDecodedSegment()
    {
        QFETCH(QByteArray, path);
        Server server(echoRouter(), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        const WireReply reply = peer.ask(get(server.port(), path));
        QTEST(reply.status, "status");
        if (reply.status == 200)
            QTEST(reply.body, "body");
    }

    /// Answers are flushed after the waiting requests are served, but early enough that a peer
    /// which reads all of them is not taken for one that does not read.
    void pipelinedRequestsMayHaveLargeAnswers()
    {
        constexpr int count = 400;
        Router router;
        router.on(Method::Get, "/large", [](const Request& request) {
            return Reply::text(QString::fromLatin1(request.query).repeated(20'000));
        });
        Server server(std::move(router), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += get(server.port(), "/large?" + QByteArray::number(i % 10));
        peer.send(bytes);
        for (int i = 0; i < count; ++i)
            QCOMPARE(peer.reply().body, QByteArray(20'000, char('0' + i % 10)));
    }
    void pipelinedRequestsAreAnsweredInOrderWhoeverIsQuicker()
    {
        Server server(echoRouter(), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        QByteArray bytes;
        for (int i = 0; i < 20; ++i)
            bytes += get(server.port(), (i % 2 ? "/echo?" : "/later?") + QByteArray::number(i));
        peer.send(bytes);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(peer.reply().body,
                (i % 2 ? QByteArray() : QByteArray("later ")) + QByteArray::number(i));
    }

    void aPeerThatLeavesBeforeItsAnswerHarmsNobody()
    {
        Server server(echoRouter(), {});
        QVERIFY(server.listen());
        for (int i = 0; i < 20; ++i) {
            Peer peer(server.port());
            peer.send(get(server.port(), "/later?x"));
            if (i % 2)
                QTest::qWait(5);
            peer.socket().abort();
        }
        Peer peer(server.port());
        QCOMPARE(peer.ask(get(server.port(), "/later?y")).body, QByteArray("later y"));
    }

    void closingWhileAHandlerWaitsIsHarmless()
    {
        auto server = std::make_unique<Server>(echoRouter(), ServerOptions{});
        QVERIFY(server->listen());
        Peer peer(server->port());
        peer.send(get(server->port(), "/later?x"));
        QTest::qWait(5);
        server->close();
        QCOMPARE(server->port(), quint16(0));
        QVERIFY(peer.isClosed());
    }

    void aTakenPortIsAConflict()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        ServerOptions options;
        options.port = other.serverPort();
        Server server(echoRouter(), options);
        const auto listening = server.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, FailureKind::Conflict);
        QCOMPARE(server.port(), quint16(0));
    }

    void closingFreesThePort()
    {
        ServerOptions options;
        {
            Server server(echoRouter(), options);
            QVERIFY(server.listen());
            options.port = server.port();
            Peer peer(server.port());
            QCOMPARE(peer.ask(get(server.port(), "/echo")).status, 200);
        }
        Server again(echoRouter(), options);
        QVERIFY(again.listen());
    }

    void hooksSeeEveryRequestAndMayAnswerOrChange()
    {
        auto seen = std::make_shared<std::atomic<int>>(0);
        Router router = echoRouter();
        router.before([](const Request& request) -> std::optional<Reply> {
            if (request.query == "stop")
                return Reply::text(u"stopped"_s, 503);
            return std::nullopt;
        });
        router.afterwards([seen](const Request&, Reply& reply) {
            ++*seen;
            reply.with("X-Seen", "yes");
        });
        Server server(std::move(router), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        QCOMPARE(peer.ask(get(server.port(), "/echo?stop")).status, 503);
        QCOMPARE(peer.ask(get(server.port(), "/later?1")).header("x-seen"), QByteArray("yes"));
        QCOMPARE(peer.ask(get(server.port(), "/nothing")).status, 404);
        QCOMPARE(seen->load(), 3);
    }

    void aReplyMayBeDelayedSlowedCutOrWithheld_data()
    {
        QTest::addColumn<int>("delayMs");
        QTest::addColumn<int>("bytesPerSecond");
        QTest::addColumn<int>("truncateAt");
        QTest::addColumn<bool>("closeBeforeReply");
        QTest::addColumn<int>("minimumMs");
        QTest::newRow("delayed") << 150 << 0 << -1 << false << 150;
        QTest::newRow("dripping") << 0 << 2000 << -1 << false << 150;
        QTest::newRow("truncated") << 0 << 0 << 3 << false << 0;
        QTest::newRow("truncated and dripping") << 0 << 4000 << 3 << false << 50;
        QTest::newRow("closed without a byte") << 0 << 0 << -1 << true << 0;
    }
    void aReplyMayBeDelayedSlowedCutOrWithheld()
    {
        QFETCH(int, delayMs);
        QFETCH(int, bytesPerSecond);
        QFETCH(int, truncateAt);
        QFETCH(bool, closeBeforeReply);
        QFETCH(int, minimumMs);
        Router router;
        router.on(Method::Get, "/", [=](const Request&) {
            Reply reply = Reply::text(u"0123456789"_s);
            reply.transport = {delayMs, bytesPerSecond, truncateAt, closeBeforeReply};
            return reply;
        });
        Server server(std::move(router), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        QElapsedTimer time;
        time.start();
        peer.send(get(server.port(), "/"));
        if (closeBeforeReply) {
            QVERIFY(peer.isClosed());
            QVERIFY(peer.unread().isEmpty());
        } else if (truncateAt >= 0) {
            QVERIFY(peer.isClosed());
            QVERIFY(peer.unread().contains("Content-Length: 10\r\n"));
            QVERIFY(peer.unread().endsWith("\r\n\r\n012"));
        } else {
            QCOMPARE(peer.reply().body, QByteArray("0123456789"));
        }
        QVERIFY(time.elapsed() >= minimumMs);
    }

    void whatWasAnsweredArrivesThoughTheServerCloses()
    {
        QSemaphore answered;
        std::unique_ptr<Server> server;
        Router router;
        router.on(Method::Get, "/", [&](const Request&) {
            // This keeps the thread busy after the answer, so that the server is closed before the
            // thread can flush.
            QMetaObject::invokeMethod(
                server->context(),
                [&answered] {
                    answered.release();
                    QThread::msleep(50);
                },
                Qt::QueuedConnection);
            return Reply::text(u"done"_s);
        });
        server = std::make_unique<Server>(std::move(router), ServerOptions());
        QVERIFY(server->listen());
        Peer peer(server->port());
        peer.send(get(server->port(), "/"));
        QVERIFY(answered.tryAcquire(1, 10'000));
        server->close();
        QCOMPARE(peer.reply().body, QByteArray("done"));
    }
    /// RFC 9110 15.3.5, 15.4.5: a body would be read as the next answer.
    void whatHasNoBodyIsSentWithout()
    {
        Router router;
        router.on(Method::Get, "/status", [](const Request& request) {
            return Reply::text(u"surplus"_s, request.query.toInt());
        });
        Server server(std::move(router), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        for (const char* status : {"204", "304", "200"}) {
            peer.send(get(server.port(), QByteArray("/status?") + status));
            const int expected = QByteArray(status).toInt();
            const WireReply reply = peer.reply(expected != 200);
            QCOMPARE(reply.status, expected);
            QCOMPARE(reply.body, expected == 200 ? QByteArray("surplus") : QByteArray());
        }
    }
    void aHandlersHeaderCannotSmuggleALine()
    {
        Router router;
        router.on(Method::Get, "/", [](const Request&) {
            return Reply::empty().with("X-Bad", "a\r\nSet-Cookie: b").with("X-Good", "c");
        });
        Server server(std::move(router), {});
        QVERIFY(server.listen());
        Peer peer(server.port());
        const WireReply reply = peer.ask(get(server.port(), "/"));
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.header("set-cookie"), QByteArray());
        QCOMPARE(reply.header("x-good"), QByteArray("c"));
    }
};

JETBRIDGE_TEST(ServerTest)
#include "ServerTest.moc"
