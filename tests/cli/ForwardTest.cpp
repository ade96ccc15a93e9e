// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Backend.h"
#include "cli/Caller.h"
#include "support/TestMain.h"

#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int patience = 30'000;
const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString notificationsAt(quint16 port)
{
    return u"http://127.0.0.1:%1/notifications"_s.arg(port);
}

QJsonObject serveForwardingTo(const Program& program, QProcess& process, const QString& url)
{
    program.start(process, {u"serve"_s, u"--port"_s, u"0"_s, u"--forward-to"_s, url});
    return readyLine(process);
}

QJsonObject wayOf(const Program& program, int number)
{
    return program.run({u"inbox"_s, u"show"_s, QString::number(number), u"--json"_s})
        .json()
        .value(u"forward"_s)
        .toObject();
}

} // namespace

/// `serve --forward-to`: the partner's own backend gets every verified notification at least once.
class ForwardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVerifiedNotificationReachesTheBackendWithItsToken()
    {
        Program program;
        Caller caller(program);
        const PartnerBackend backend;
        program.environment.insert(u"JETBRIDGE_BACKEND_TOKEN"_s, u"token-of-the-backend"_s);
        QProcess serve;
        QVERIFY(caller.connectTo(serveForwardingTo(program, serve, backend.url())));
        QCOMPARE(caller.notify(disabled), 200);
        QTRY_COMPARE_WITH_TIMEOUT(backend.calls().size(), 1, patience);
        const web::Request call = backend.calls().first();
        QCOMPARE(call.body, disabled);
        QCOMPARE(call.header("jetbridge-company"), QByteArray("globex"));
        QCOMPARE(call.header("jetbridge-notification"), QByteArray("1"));
        QCOMPARE(call.header("authorization"), QByteArray("Bearer token-of-the-backend"));
        QTRY_COMPARE_WITH_TIMEOUT(
            wayOf(program, 1).value(u"delivered"_s), QJsonValue(true), patience);
        QCOMPARE(stop(serve), 0);
        // Forwarding is recorded like every other exchange, and so is a notification that is sent
        // by hand.
        const auto replayed =
            program.run({u"inbox"_s, u"replay"_s, u"1"_s, u"--to"_s, backend.url()});
        QCOMPARE(replayed.exitCode, 0);
        const auto recorded =
            program.run({u"--json"_s, u"traffic"_s, u"list"_s, u"--search"_s, u"notifications"_s});
        QCOMPARE(recorded.out.count("\"partnerApp\""), 2);
        // The exchange belongs to the onboarding in which the customer's client was issued.
        const auto ofTheRun = program.run(
            {u"--json"_s, u"traffic"_s, u"list"_s, u"--onboarding"_s, u"run-of-globex"_s});
        QCOMPARE(ofTheRun.out.count("\"partnerApp\""), 2);
        QVERIFY2(!recorded.out.contains("token-of-the-backend"), recorded.out.constData());
        QVERIFY(!program.everythingKept().contains("token-of-the-backend"));
        QVERIFY(!serve.readAllStandardError().contains("token-of-the-backend"));
    }

    void clause39NeitherTokenNorSecretIsKeptOrLogged()
    {
        Program program;
        Caller caller(program);
        QProcess serve;
        program.start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
        QVERIFY(caller.connectTo(readyLine(serve)));
        QCOMPARE(caller.notify(disabled), 200);
        QCOMPARE(stop(serve), 0);
        const QByteArray everything =
            program.everythingKept() + serve.readAllStandardError() + serve.readAllStandardOutput();
        QVERIFY(everything.contains("client-of-globex"));
        QVERIFY(!everything.contains(caller.token()));
        QVERIFY(!everything.contains("a-secret-of-globex"));
    }

    void tokensLiveAsLongAsTheEnvironmentOrTheCommandSays()
    {
        Program program;
        Caller caller(program);
        QCOMPARE(program
                     .run({u"environment"_s, u"set"_s, u"simulator"_s, u"--token-lifetime"_s,
                         u"600"_s, u"--public-url"_s, u"https://partner.example/jb"_s})
                     .exitCode,
            0);
        for (const auto& [option, seconds] : {std::pair{QStringList(), 600},
                 std::pair{QStringList{u"--token-lifetime"_s, u"60"_s}, 60}}) {
            QProcess serve;
            program.start(serve, QStringList{u"serve"_s, u"--port"_s, u"0"_s} + option);
            QJsonObject ready = readyLine(serve);
            QCOMPARE(
                ready.value(u"callbackUrl"_s).toString(), u"https://partner.example/jb/callback"_s);
            ready.insert(u"oauthTokenUrl"_s,
                u"http://%1/oauth/token"_s.arg(ready.value(u"listening"_s).toString()));
            QVERIFY(caller.connectTo(ready));
            QCOMPARE(caller.tokenLifetime(), seconds);
            QCOMPARE(stop(serve), 0);
        }
    }

    void whatIsNotVerifiedReachesNobody()
    {
        Program program;
        Caller caller(program);
        const PartnerBackend backend;
        QProcess serve;
        const QJsonObject ready = serveForwardingTo(program, serve, backend.url());
        QJsonObject stranger = ready;
        stranger.insert(u"oauthTokenUrl"_s, u"http://127.0.0.1:1/"_s);
        QVERIFY(!caller.connectTo(stranger));
        QCOMPARE(caller.notify(disabled), 401);
        QVERIFY(caller.connectTo(ready));
        QCOMPARE(caller.notify("[]"), 400);
        QCOMPARE(caller.notify(disabled), 200);
        QTRY_COMPARE_WITH_TIMEOUT(backend.calls().size(), 1, patience);
        QCOMPARE(stop(serve), 0);
    }

    void aBackendThatFailsIsTriedAgainUntilItTakesIt()
    {
        Program program;
        Caller caller(program);
        const PartnerBackend backend(
            [](int call) { return web::Reply::empty(call <= 2 ? 503 : 204); });
        QProcess serve;
        QVERIFY(caller.connectTo(serveForwardingTo(program, serve, backend.url())));
        QCOMPARE(caller.notify(disabled), 200); // A failure of the backend is no failure for
                                                // SmartRecruiters.
        QTRY_COMPARE_WITH_TIMEOUT(backend.calls().size(), 3, patience);
        QTRY_COMPARE_WITH_TIMEOUT(
            wayOf(program, 1).value(u"delivered"_s), QJsonValue(true), patience);
        QCOMPARE(wayOf(program, 1).value(u"tries"_s).toInt(), 3);
        QSet<QByteArray> numbers;
        for (const web::Request& call : backend.calls())
            numbers.insert(call.header("jetbridge-notification"));
        QCOMPARE(numbers, QSet<QByteArray>{"1"});
        QCOMPARE(stop(serve), 0);
        QCOMPARE(backend.calls().size(), 3);
    }

    void whatTheBackendDidNotGetSurvivesAKilledProgram()
    {
        Program program;
        Caller caller(program);
        const quint16 port = freePort();
        QProcess first;
        QVERIFY(caller.connectTo(serveForwardingTo(program, first, notificationsAt(port))));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(caller.notify(R"({"eventType":"E)" + QByteArray::number(i) + R"("})"), 200);
        QTRY_VERIFY_WITH_TIMEOUT(
            wayOf(program, 1).value(u"lastFailure"_s).toString().contains(u"refused"_s), patience);
        first.kill();
        QVERIFY(first.waitForFinished(patience));

        const PartnerBackend backend([](int) { return web::Reply::empty(200); }, port);
        QProcess second;
        QVERIFY(!serveForwardingTo(program, second, backend.url()).isEmpty());
        const auto bodies = [&backend] {
            QSet<QByteArray> all;
            for (const web::Request& call : backend.calls())
                all.insert(call.body);
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(bodies().size(), 3, 90'000); // One may be lent to the killed
                                                               // program.
        QCOMPARE(stop(second), 0);
    }

    void theSettingOfTheEnvironmentForwardsToo()
    {
        Program program;
        Caller caller(program);
        const PartnerBackend backend;
        QCOMPARE(
            program
                .run({u"environment"_s, u"set"_s, u"simulator"_s, u"--forward-to"_s, backend.url()})
                .exitCode,
            0);
        QProcess serve;
        program.start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
        QVERIFY(caller.connectTo(readyLine(serve)));
        QCOMPARE(caller.notify(disabled), 200);
        QTRY_COMPARE_WITH_TIMEOUT(backend.calls().size(), 1, patience);
        QCOMPARE(stop(serve), 0);
    }

    void withoutABackendNothingIsOwed()
    {
        Program program;
        Caller caller(program);
        QProcess serve;
        program.start(serve, {u"serve"_s, u"--port"_s, u"0"_s});
        QVERIFY(caller.connectTo(readyLine(serve)));
        QCOMPARE(caller.notify(disabled), 200);
        QVERIFY(wayOf(program, 1).isEmpty());
        QCOMPARE(stop(serve), 0);
    }

    void whereNothingMayBeSentIsRefusedBeforeAnythingListens()
    {
        const Program program;
        for (const char* url :
            {"http://backend.example/", "https://u:p@backend.example/", "backend", ""}) {
            const auto served = program.run(
                {u"serve"_s, u"--port"_s, u"0"_s, u"--forward"_s, QString::fromLatin1(url)});
            QCOMPARE(served.exitCode, 2);
            QVERIFY(served.out.isEmpty());
        }
    }
};

JETBRIDGE_TEST(ForwardTest)
#include "ForwardTest.moc"
