// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "web/Listener.h"
#include "web/Peer.h"
#include "web/Server.h"

#include <QElapsedTimer>
#include <QNetworkInterface>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

using namespace jetbridge::web;
using namespace std::chrono_literals;

namespace {

Router echoRouter()
{
    Router router;
    router.on(Method::Get, "/", [](const Request& request) {
        return Reply::text(u"host "_s + QString::fromLatin1(request.host));
    });
    router.on(Method::Post, "/", [](const Request& request) {
        return Reply{200, {{"Content-Type", "application/octet-stream"}}, request.body, {}};
    });
    router.on(Method::Get, "/page", [](const Request&) { return Reply::html("<p>page"); });
    router.on(
        Method::Get, "/large", [](const Request&) { return Reply::text(QString(100'000, u'x')); });
    return router;
}

QByteArray hostLine(const Server& server)
{
    return "Host: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n";
}

bool hasIPv6()
{
    return QTcpServer().listen(QHostAddress::LocalHostIPv6);
}

/// Replaces HOST in a request by the line with the server's own name.
QByteArray filledIn(QByteArray bytes, const Server& server)
{
    return bytes.replace("HOST\r\n", hostLine(server));
}

QByteArray post(const Server& server, const QByteArray& headers, const QByteArray& body)
{
    return "POST / HTTP/1.1\r\n" + hostLine(server) + headers + "\r\n" + body;
}

QHostAddress ownAddress()
{
    for (const QHostAddress& address : QNetworkInterface::allAddresses())
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address;
    return {};
}

/// Takes file descriptors and keeps them until it is destroyed.
class Descriptors {
public:
    Descriptors() = default;
    ~Descriptors()
    {
        while (!m_taken.empty())
            giveBackOne();
    }
    Descriptors(const Descriptors&) = delete;
    Descriptors& operator=(const Descriptors&) = delete;

    void takeAll()
    {
        // A limit makes sure that they run out.
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = 512;
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC); next >= 0;
             next = ::open("/dev/null", O_RDONLY | O_CLOEXEC))
            m_taken.push_back(next);
    }
    void giveBackOne()
    {
        ::close(m_taken.back());
        m_taken.pop_back();
        if (m_taken.empty())
            ::setrlimit(RLIMIT_NOFILE, &m_before);
    }

private:
    std::vector<int> m_taken;
    rlimit m_before{};
};

/// Makes options with short time limits.
ServerOptions impatient()
{
    ServerOptions options;
    options.limits.headerTime = 400ms;
    options.limits.bodyTime = 400ms;
    options.limits.idleTime = 600ms;
    options.limits.lingerTime = 100ms;
    return options;
}

/// Returns the share of one core that this process used during `ms`.
double processorShareDuring(int ms)
{
    const auto used = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        const auto seconds = [](const timeval& time) {
            return double(time.tv_sec) + double(time.tv_usec) / 1e6;
        };
        return seconds(usage.ru_utime) + seconds(usage.ru_stime);
    };
    const double before = used();
    QTest::qSleep(ms);
    return (used() - before) * 1000 / ms;
}

} // namespace

/// Tests everything that QHttpServer 6.4 does not guard against, in one row or test each, over real
/// sockets.
class GuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The time limits are the product's, so that on a busy computer no connection ends in a
        // test that is about something else.
        ServerOptions options;
        options.limits.lingerTime = 100ms;
        options.limits.connections = 8;
        options.hostNames = QStringList{u"partner.example"_s, u"other.example:8443"_s};
        m_server = std::make_unique<Server>(echoRouter(), options);
        QVERIFY(m_server->listen());
    }
    void cleanup() { m_server.reset(); }

    void aMalformedRequestIsRefusedAndTheConnectionCloses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* bytes, int status = 400) {
            QTest::newRow(name) << QByteArray(bytes) << status;
        };
        row("a version without a slash", "GET / HTTPX1.1\r\nHOST\r\n");
        row("a version of the future", "GET / HTTP/9.9\r\nHOST\r\n", 505);
        row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("a greeting of TLS", "\x16\x03\x01\x02");
        row("no version", "GET /\r\nHOST\r\n");
        row("two spaces", "GET  / HTTP/1.1\r\nHOST\r\n");
        row("a space after the version", "GET / HTTP/1.1 \r\nHOST\r\n");
        row("a tab in the request line", "GET\t/ HTTP/1.1\r\nHOST\r\n");
        row("a target without a slash", "GET index HTTP/1.1\r\nHOST\r\n");
        row("an asterisk with GET", "GET * HTTP/1.1\r\nHOST\r\n");
        row("more than an asterisk", "OPTIONS *x HTTP/1.1\r\nHOST\r\n");
        row("a fragment in the target", "GET /#a HTTP/1.1\r\nHOST\r\n");
        row("a raw byte in the target", "GET /\xC3\xBC HTTP/1.1\r\nHOST\r\n");
        row("bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\n");
        row("one bare line feed", "GET / HTTP/1.1\r\nX: 1\nHOST\r\n");
        row("a bare carriage return", "GET / HTTP/1.1\r\nX: 1\r2\r\nHOST\r\n");
        row("a space in a header name", "GET / HTTP/1.1\r\nX Y: 1\r\nHOST\r\n");
        row("a space before the colon", "GET / HTTP/1.1\r\nX : 1\r\nHOST\r\n");
        row("a header without a colon", "GET / HTTP/1.1\r\nHOSTX\r\n\r\n");
        row("a header without a name", "GET / HTTP/1.1\r\n: 1\r\nHOST\r\n");
        row("a folded header", "GET / HTTP/1.1\r\nHOST\r\nX: 1\r\n 2\r\n\r\n");
        row("no Host", "GET / HTTP/1.1\r\n\r\n");
        row("two Hosts", "GET / HTTP/1.1\r\nHOST\r\nHOST\r\n\r\n");
        row("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
        row("a Host with a user name", "GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n");
        row("an unknown expectation", "POST / HTTP/1.1\r\nHOST\r\nExpect: tea\r\n\r\n", 417);
        row("negative length", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: -1\r\n\r\n");
        row("length in letters", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: abc\r\n\r\n");
        row("hexadecimal length", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 0x5b\r\n\r\n");
        row("length with a sign", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: +5\r\n\r\nabcde");
        row("a list of lengths", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 91, 91\r\n\r\n");
        row("two different lengths",
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        row("the same length twice",
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na");
        row("an empty length", "POST / HTTP/1.1\r\nHOST\r\nContent-Length:\r\n\r\n");
        row("length beside chunked",
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\n");
        row("chunked beside length",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\nContent-Length: "
            "5\r\n\r\n0\r\n\r\n");
        row("chunked twice",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
            "chunked\r\n\r\n");
        row("chunked in HTTP/1.0",
            "POST / HTTP/1.0\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("another coding", "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            501);
        row("an overlong length",
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 99999999999999999999\r\n\r\n");
        row("a huge length", "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 1073741824\r\n\r\n", 413);
        row("a huge chunk",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\n", 413);
        row("an overlong chunk size",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n");
        row("a chunk size of nothing",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n\r\n");
        row("a bare line feed after a chunk size",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n");
        row("a chunk longer than it says",
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");
    }
    void aMalformedRequestIsRefusedAndTheConnectionCloses()
    {
        QFETCH(QByteArray, bytes);
        Peer peer(m_server->port());
        const WireReply reply = peer.ask(filledIn(bytes, *m_server));
        QTEST(reply.status, "status");
        QCOMPARE(reply.header("connection"), QByteArray("close"));
        QVERIFY(peer.isClosed());
        QVERIFY(peer.unread().isEmpty());
    }

    void chunkedBodiesArriveHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("two chunks")
            << QByteArray("5\r\nHello\r\n6\r\n World\r\n0\r\n\r\n") << QByteArray("Hello World");
        QTest::newRow("none") << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("an extension") << QByteArray("1;a=b\r\nx\r\n0;c\r\n\r\n") << QByteArray("x");
        QTest::newRow("a trailer")
            << QByteArray("1\r\nx\r\n0\r\nX-Sum: 1\r\n\r\n") << QByteArray("x");
        QTest::newRow("leading zeros") << QByteArray("0001\r\nx\r\n000\r\n\r\n") << QByteArray("x");
    }
    void chunkedBodiesArriveHoweverTheyAreCut()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const QByteArray request = post(*m_server, "Transfer-Encoding: chunked\r\n", body);
        Peer whole(m_server->port());
        WireReply reply = whole.ask(request + get(m_server->port(), "/"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, expected);
        QCOMPARE(whole.reply().status, 200); // The bytes that follow are a request of their own.
        Peer slow(m_server->port());
        for (const char byte : request)
            slow.send(QByteArray(1, byte));
        reply = slow.reply();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, expected);
    }

    void aRequestMayArriveByteByByte()
    {
        Peer peer(m_server->port());
        for (const char byte : post(*m_server, "Content-Length: 5\r\n", "Hello"))
            peer.send(QByteArray(1, byte));
        QCOMPARE(peer.reply().body, QByteArray("Hello"));
    }

    void anEmptyLineInFrontIsIgnored()
    {
        Peer peer(m_server->port());
        QCOMPARE(peer.ask("\r\n" + get(m_server->port(), "/")).status, 200);
    }

    void headersBeyondTheLimitGet431()
    {
        Peer peer(m_server->port());
        QCOMPARE(
            peer.ask(get(m_server->port(), "/", "X: " + QByteArray(17'000, 'x') + "\r\n")).status,
            431);
        QVERIFY(peer.isClosed());
        Peer fits(m_server->port());
        QCOMPARE(
            fits.ask(get(m_server->port(), "/", "X: " + QByteArray(15'000, 'x') + "\r\n")).status,
            200);
    }

    void aBodyOfTheLimitPassesAndOneByteMoreGets413()
    {
        const QByteArray body(1024 * 1024, 'b');
        Peer peer(m_server->port());
        QCOMPARE(peer.ask(post(*m_server, "Content-Length: 1048576\r\n", body)).body, body);
        Peer larger(m_server->port());
        QCOMPARE(larger.ask(post(*m_server, "Content-Length: 1048577\r\n", {})).status, 413);
        Peer chunked(m_server->port());
        chunked.send(post(*m_server, "Transfer-Encoding: chunked\r\n",
            "100000\r\n" + body + "\r\n1\r\nx\r\n0\r\n\r\n"));
        QCOMPARE(chunked.reply().status, 413);
    }

    void tinyChunksDoNotBuyMoreThanTheLimit()
    {
        Peer peer(m_server->port());
        QByteArray chunks;
        for (int i = 0; i < 20'000; ++i)
            chunks += "1;extension\r\nx\r\n";
        peer.send(post(*m_server, "Transfer-Encoding: chunked\r\n", chunks));
        QCOMPARE(peer.reply().status, 413);
    }

    void whatFollowsARefusalIsThrownAwayAndTheConnectionEnds_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("a body of 1 GiB")
            << QByteArray("POST / HTTP/1.1\r\nHOST\r\nContent-Length: 1073741824\r\n\r\n");
        QTest::newRow("a chunk of 1 GiB") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n40000000\r\n");
        QTest::newRow("a header without end") << QByteArray("GET / HTTP/1.1\r\nHOST\r\nX: ");
        QTest::newRow("a request line without end") << QByteArray("GET /");
    }
    void whatFollowsARefusalIsThrownAwayAndTheConnectionEnds()
    {
        QFETCH(QByteArray, start);
        Peer peer(m_server->port());
        peer.send(filledIn(start, *m_server));
        QElapsedTimer time;
        time.start();
        const QByteArray megabyte(1024 * 1024, 'x');
        while (peer.isOpen() && time.elapsed() < 8000) {
            peer.socket().write(megabyte);
            if (!peer.socket().waitForBytesWritten(200))
                break;
        }
        QVERIFY(peer.isClosed());
        QVERIFY(time.elapsed() < 8000);
        Peer other(m_server->port());
        QCOMPARE(other.ask(get(m_server->port(), "/")).status, 200);
    }

    void anUnfinishedHeadOrBodyGets408InTime_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("request line") << QByteArray("GET / HT");
        QTest::newRow("headers") << QByteArray("GET / HTTP/1.1\r\nHOST\r\nX: ");
        QTest::newRow("body") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\n\r\nabc");
        QTest::newRow("chunk") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
    }
    void anUnfinishedHeadOrBodyGets408InTime()
    {
        QFETCH(QByteArray, bytes);
        Server server(echoRouter(), impatient());
        QVERIFY(server.listen());
        Peer peer(server.port());
        QCOMPARE(peer.ask(filledIn(bytes, server)).status, 408);
        QVERIFY(peer.isClosed());
    }

    void whatDripsForEverEndsInTime_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("drop");
        QTest::newRow("a head") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("X: 1\r\n");
        QTest::newRow("a body") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 1000000\r\n\r\n")
                                << QByteArray("x");
        QTest::newRow("chunks") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n")
                                << QByteArray("1\r\nx\r\n");
        QTest::newRow("empty lines") << QByteArray() << QByteArray("\r\n");
    }
    void whatDripsForEverEndsInTime()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, drop);
        Server server(echoRouter(), impatient());
        QVERIFY(server.listen());
        Peer peer(server.port());
        peer.send(filledIn(start, server));
        QElapsedTimer time;
        time.start();
        while (!peer.isClosed(50) && time.elapsed() < 8000)
            peer.send(drop);
        QVERIFY(time.elapsed() < 8000);
    }

    void idleConnectionsAreClosed()
    {
        Server server(echoRouter(), impatient());
        QVERIFY(server.listen());
        Peer silent(server.port());
        Peer used(server.port());
        QCOMPARE(used.ask(get(server.port(), "/")).status, 200);
        QVERIFY(silent.isClosed());
        QVERIFY(used.isClosed());
        QVERIFY(used.unread().isEmpty());
    }

    void theLongestIdleGivesWayToTheNewcomer()
    {
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < 8; ++i) {
            peers.push_back(std::make_unique<Peer>(m_server->port()));
            QCOMPARE(peers.back()->ask(get(m_server->port(), "/")).status, 200);
            QTest::qWait(3);
        }
        Peer newcomer(m_server->port());
        QCOMPARE(newcomer.ask(get(m_server->port(), "/")).status, 200);
        QVERIFY(peers.front()->isClosed());
        QCOMPARE(peers.back()->ask(get(m_server->port(), "/")).status, 200);
    }

    void theSlowestGiveWayToTheNewcomerWhateverTheyAreAt_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("a head") << QByteArray("GET / HTTP/1.1\r\nX: 1\r\n");
        QTest::newRow("a body") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nContent-Length: 10\r\n\r\n");
        QTest::newRow("some of a body")
            << QByteArray("POST / HTTP/1.1\r\nHOST\r\nContent-Length: 10\r\n\r\n12345");
        QTest::newRow("chunks") << QByteArray(
            "POST / HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
        QTest::newRow("an answer held back") << QByteArray("GET /late HTTP/1.1\r\nHOST\r\n\r\n");
        QTest::newRow("an answer that drips")
            << QByteArray("GET /dripping HTTP/1.1\r\nHOST\r\n\r\n");
    }
    void theSlowestGiveWayToTheNewcomerWhateverTheyAreAt()
    {
        QFETCH(QByteArray, sent);
        Router router = echoRouter();
        const auto slowly = [](int delayMs, int bytesPerSecond) {
            return [=](const Request&) {
                Reply reply = Reply::text(QString(1000, u'x'));
                reply.transport.delayMs = delayMs;
                reply.transport.bytesPerSecond = bytesPerSecond;
                return reply;
            };
        };
        router.on(Method::Get, "/late", slowly(60'000, 0));
        router.on(Method::Get, "/dripping", slowly(0, 1));
        ServerOptions options; // The product's time limits: no connection ends meanwhile.
        options.limits.connections = 4;
        Server server(std::move(router), options);
        QVERIFY(server.listen());
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < options.limits.connections; ++i) {
            peers.push_back(std::make_unique<Peer>(server.port()));
            peers.back()->send(filledIn(sent, server));
        }
        // The connection is refused while the others are new, and accepted as soon as one of them
        // has waited too long.
        int status = 0;
        QTRY_VERIFY(status == 200
            || (status = Peer(server.port()).ask(get(server.port(), "/")).status) == 200);
        QVERIFY(std::any_of(peers.begin(), peers.end(),
            [](const std::unique_ptr<Peer>& peer) { return peer->isClosed(20); }));
    }

    void aLoadBalancersCheckIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("by address")
            << QByteArray("GET /health HTTP/1.1\r\nHost: 10.0.0.5\r\n\r\n") << 200;
        QTest::newRow("HEAD") << QByteArray("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n") << 200;
        QTest::newRow("HAProxy's") << QByteArray("OPTIONS / HTTP/1.0\r\n\r\n") << 204;
        QTest::newRow("that of HAProxy's manual")
            << QByteArray("OPTIONS * HTTP/1.1\r\nHost: www\r\n\r\n") << 200;
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS /page HTTP/1.1\r\nHOST\r\n\r\n") << 204;
        QTest::newRow("of nothing")
            << QByteArray("OPTIONS /nothing HTTP/1.1\r\nHOST\r\n\r\n") << 404;
        QTest::newRow("OPTIONS of the health address")
            << QByteArray("OPTIONS /health HTTP/1.0\r\n\r\n") << 200;
        QTest::newRow("with a query")
            << QByteArray("GET /health?from=lb HTTP/1.1\r\nHost: x\r\n\r\n") << 200;
        QTest::newRow("below the path prefix")
            << QByteArray("GET /partner/health HTTP/1.1\r\nHost: x\r\n\r\n") << 200;
        QTest::newRow("below another prefix")
            << QByteArray("GET /other/health HTTP/1.1\r\nHOST\r\n\r\n") << 404;
        QTest::newRow("another method")
            << QByteArray("POST /health HTTP/1.1\r\nHOST\r\nContent-Length: 0\r\n\r\n") << 404;
        QTest::newRow("another path")
            << QByteArray("GET /healthy HTTP/1.1\r\nHost: x\r\n\r\n") << 421;
    }
    void aLoadBalancersCheckIsAnswered()
    {
        QFETCH(QByteArray, request);
        ServerOptions options;
        options.healthPath = "/health";
        options.pathPrefix = "/partner/";
        Server server(echoRouter(), options);
        QVERIFY(server.listen());
        Peer peer(server.port());
        peer.send(filledIn(request, server));
        const WireReply reply = peer.reply(request.startsWith("HEAD"));
        QTEST(reply.status, "status");
        if (reply.status == 204)
            QVERIFY(reply.header("allow").contains("GET, HEAD"));
    }

    void onePeerThatIsNotLoopbackGetsItsShareOnly()
    {
        const QHostAddress own = ownAddress();
        if (own.isNull())
            QSKIP("This machine has no address but loopback.");
        ServerOptions options;
        options.address = own;
        options.hostNames = QStringList{own.toString()};
        Server server(echoRouter(), options);
        QVERIFY(server.listen());
        const int share = options.limits.connectionsPerPeer;
        QCOMPARE(share, 32);
        const QByteArray request =
            "GET / HTTP/1.1\r\nHost: " + own.toString().toLatin1() + "\r\n\r\n";
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < share; ++i) {
            peers.push_back(std::make_unique<Peer>(server.port(), own));
            QCOMPARE(peers.back()->ask(request).status, 200);
        }
        Peer oneTooMany(server.port(), own);
        QVERIFY(oneTooMany.isClosed());
        QCOMPARE(peers.front()->ask(request).status, 200); // Accepted connections stay open.
        peers.pop_back();
        // One request per turn: QTRY_COMPARE would send another one after its success, beside a
        // peer that has just left and may still be counted.
        int status = 0;
        QTRY_VERIFY(
            status == 200 || (status = Peer(server.port(), own).ask(request).status) == 200);
    }

    void everyAddressIsListenedOnWithOnePort()
    {
        if (!hasIPv6())
            QSKIP("This machine has no IPv6.");
        ServerOptions options;
        options.moreAddresses = {QHostAddress(QHostAddress::LocalHostIPv6),
            QHostAddress(u"2001:db8::1"_s)}; // The last address belongs to nobody.
        Server server(echoRouter(), options);
        QVERIFY(server.listen());
        QCOMPARE(Peer(server.port()).ask(get(server.port(), "/")).status, 200);
        const QByteArray host = "[::1]:" + QByteArray::number(server.port());
        Peer other(server.port(), QHostAddress::LocalHostIPv6);
        QCOMPARE(other.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, 200);
        server.close();
        QVERIFY(other.isClosed());
    }

    void aPortThatIsTakenAtOneOfTheAddressesIsAConflict()
    {
        if (!hasIPv6())
            QSKIP("This machine has no IPv6.");
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHostIPv6));
        ServerOptions options;
        options.moreAddresses = {QHostAddress(QHostAddress::LocalHostIPv6)};
        options.port = other.serverPort();
        Server server(echoRouter(), options);
        const auto listening = server.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, jetbridge::FailureKind::Conflict);
        QVERIFY2(listening.error().detail.english().contains("::1"_L1),
            qPrintable(listening.error().detail));
        QTcpServer free; // The port that was taken at the first address was released.
        QVERIFY(free.listen(QHostAddress::LocalHost, options.port));
    }

    void anIPv4PeerOfASocketForBothFamiliesIsAnIPv4Peer()
    {
        Router router;
        router.on(Method::Get, "/",
            [](const Request& request) { return Reply::text(request.peer.toString()); });
        ServerOptions options;
        options.address = QHostAddress::Any;
        Server server(std::move(router), options);
        QVERIFY(server.listen());
        Peer peer(server.port());
        QCOMPARE(peer.ask(get(server.port(), "/")).body, QByteArray("127.0.0.1"));
        if (!hasIPv6())
            return;
        const QByteArray host = "[::1]:" + QByteArray::number(server.port());
        Peer other(server.port(), QHostAddress::LocalHostIPv6);
        QCOMPARE(other.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").body, QByteArray("::1"));
    }

    void addressesAreWrittenAsUrlsWriteThem()
    {
        QCOMPARE(addressAndPort(QHostAddress::LocalHost, 1), u"127.0.0.1:1"_s);
        QCOMPARE(addressAndPort(QHostAddress::LocalHostIPv6, 2), u"[::1]:2"_s);
        QCOMPARE(addressAndPort(QHostAddress::Any, 3), u"[::]:3"_s);
        for (const QHostAddress& address : otherLocalAddresses())
            QVERIFY(address.isLoopback() && address != QHostAddress(QHostAddress::LocalHost));
    }

    void outOfDescriptorsItRestsAndAnswersAsSoonAsThereAreSome()
    {
        // All descriptors but one are taken: the peer gets it, and the server gets none.
        Server server(echoRouter(), {}); // Long time limits: no connection ends meanwhile.
        QVERIFY(server.listen());
        Peer before(server.port());
        QCOMPARE(before.ask(get(server.port(), "/")).status, 200);
        std::optional<Descriptors> taken(std::in_place);
        taken->takeAll();
        taken->giveBackOne();
        Peer waiting(server.port());
        waiting.send(get(server.port(), "/"));
        const double busy = processorShareDuring(500);
        QVERIFY2(busy < 0.3, qPrintable(QString::number(busy)));
        QVERIFY(waiting.isOpen());
        QCOMPARE(waiting.unread(), QByteArray());
        taken.reset();
        QCOMPARE(waiting.reply().status, 200);
    }

    void aDescriptorThatCannotBeUsedIsNotKept()
    {
        class Opened : public Listener {
        public:
            using Listener::incomingConnection;
            using Listener::Listener;
        };
        Opened listener{ServerOptions()};
        // A descriptor that cannot be made non-blocking, so that QTcpSocket does not accept it.
        const int descriptor = ::open("/dev/null", O_PATH | O_CLOEXEC);
        QVERIFY(descriptor >= 0);
        listener.incomingConnection(descriptor);
        QCOMPARE(::fcntl(descriptor, F_GETFD), -1);
    }

    void answersThatNobodyReadsEndTheConnection()
    {
        Peer peer(m_server->port());
        peer.socket().setReadBufferSize(1);
        const QByteArray requests = get(m_server->port(), "/large").repeated(500);
        QElapsedTimer time;
        time.start();
        while (peer.isOpen() && time.elapsed() < 8000) {
            peer.socket().write(requests);
            if (!peer.socket().waitForBytesWritten(3000))
                break;
        }
        peer.socket().setReadBufferSize(0);
        QVERIFY(peer.isClosed());
    }

    void headIsLikeGetWithoutABody()
    {
        Peer peer(m_server->port());
        peer.send(get(m_server->port(), "/page").replace("GET", "HEAD"));
        const WireReply reply = peer.reply(true);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("content-length"), QByteArray("7"));
        QCOMPARE(peer.ask(get(m_server->port(), "/page")).body, QByteArray("<p>page"));
    }

    void connectionCloseAndHttp10AreHonoured_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nHOST\r\nConnection: close\r\n\r\n")
                               << true;
        QTest::newRow("Close in a list")
            << QByteArray("GET / HTTP/1.1\r\nHOST\r\nConnection: te, Close\r\n\r\n") << true;
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true;
        QTest::newRow("HTTP/1.0 keep-alive")
            << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
        QTest::newRow("HTTP/1.1") << QByteArray("GET / HTTP/1.1\r\nHOST\r\n\r\n") << false;
    }
    void connectionCloseAndHttp10AreHonoured()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        Peer peer(m_server->port());
        const WireReply reply = peer.ask(filledIn(bytes, *m_server));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("connection") == "close", closes);
        if (closes)
            QVERIFY(peer.isClosed());
        else
            QCOMPARE(peer.ask(get(m_server->port(), "/")).status, 200);
    }

    void expectContinueIsAnsweredBeforeTheBody()
    {
        Peer peer(m_server->port());
        const WireReply go =
            peer.ask(post(*m_server, "Content-Length: 5\r\nExpect: 100-continue\r\n", {}));
        QCOMPARE(go.status, 100);
        QCOMPARE(peer.ask("Hello").body, QByteArray("Hello"));
        Peer tooLarge(m_server->port());
        QCOMPARE(
            tooLarge.ask(post(*m_server, "Content-Length: 9999999\r\nExpect: 100-continue\r\n", {}))
                .status,
            413);
    }

    void anUnknownHostGets421_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        const QByteArray port = QByteArray("PORT");
        QTest::newRow("address") << "127.0.0.1:" + port << 200;
        QTest::newRow("localhost") << "LocalHost:" + port << 200;
        QTest::newRow("IPv6") << "[::1]:" + port << 200;
        QTest::newRow("public name") << QByteArray("partner.example") << 200;
        QTest::newRow("public name, any port") << QByteArray("partner.example:443") << 200;
        QTest::newRow("name with its port") << QByteArray("other.example:8443") << 200;
        QTest::newRow("name with another port") << QByteArray("other.example:1") << 421;
        QTest::newRow("rebinding") << "evil.example:" + port << 421;
        QTest::newRow("another port") << QByteArray("127.0.0.1:1") << 421;
        QTest::newRow("no port") << QByteArray("localhost") << 421;
        QTest::newRow("look-alike") << QByteArray("partner.example.evil.example") << 421;
    }
    void anUnknownHostGets421()
    {
        QFETCH(QByteArray, host);
        Peer peer(m_server->port());
        host.replace("PORT", QByteArray::number(m_server->port()));
        QTEST(peer.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status, "status");
    }

    void theHostOfAnAbsoluteTargetCounts()
    {
        Peer peer(m_server->port());
        const QByteArray port = QByteArray::number(m_server->port());
        QCOMPARE(
            peer.ask("GET http://localhost:" + port + "/ HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                .status,
            200);
        QCOMPARE(
            peer.ask("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                .status,
            421);
    }

    void anUpgradeIsIgnored()
    {
        Peer peer(m_server->port());
        for (const QByteArray protocol : {"h2c", "websocket"})
            QCOMPARE(peer.ask(get(m_server->port(), "/",
                                  "Connection: Upgrade\r\nUpgrade: " + protocol + "\r\n"))
                         .status,
                200);
    }

    void repliesCarryTheHeadersThatFitAndNoBanner()
    {
        Peer peer(m_server->port());
        const WireReply page = peer.ask(get(m_server->port(), "/page"));
        QCOMPARE(page.header("server"), QByteArray());
        QCOMPARE(page.header("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(page.header("referrer-policy"), QByteArray("same-origin"));
        QCOMPARE(page.header("cache-control"), QByteArray("no-store"));
        QVERIFY(page.header("content-security-policy").contains("frame-ancestors 'none'"));
        QVERIFY(page.header("date").endsWith("GMT"));
        const WireReply refusal = peer.ask("GET / HTTP/3.0\r\n\r\n");
        QCOMPARE(refusal.status, 505);
        QCOMPARE(refusal.header("x-content-type-options"), QByteArray("nosniff"));
    }

private:
    std::unique_ptr<Server> m_server;
};

JETBRIDGE_TEST(GuardTest)
#include "GuardTest.moc"
