// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Backend.h"
#include "cli/Caller.h"
#include "support/TestMain.h"

#include <QSet>
#include <QTcpServer>
#include <QTest>

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
    return QStringLiteral("http://127.0.0.1:%1/notifications").arg(port);
}

QJsonObject serveForwardingTo(const Program& program, QProcess& process, const QString& url)
{
    program.start(process,
        {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--forward-to"), url});
    return readyLine(process);
}

QJsonObject wayOf(const Program& program, int number)
{
    return program
        .run({QStringLiteral("inbox"), QStringLiteral("show"), QString::number(number),
            QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("forward"))
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
        program.environment.insert(
            QStringLiteral("JETBRIDGE_BACKEND_TOKEN"), QStringLiteral("token-of-the-backend"));
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
            wayOf(program, 1).value(QStringLiteral("delivered")), QJsonValue(true), patience);
        QCOMPARE(stop(serve), 0);
        // Forwarding is recorded like every other exchange, and so is a notification that is sent
        // by hand.
        const auto replayed = program.run({QStringLiteral("inbox"), QStringLiteral("replay"),
            QStringLiteral("1"), QStringLiteral("--to"), backend.url()});
        QCOMPARE(replayed.exitCode, 0);
        const auto recorded = program.run({QStringLiteral("--json"), QStringLiteral("traffic"),
            QStringLiteral("list"), QStringLiteral("--search"), QStringLiteral("notifications")});
        QCOMPARE(recorded.out.count("\"partnerApp\""), 2);
        // The exchange belongs to the onboarding in which the customer's client was issued.
        const auto ofTheRun = program.run(
            {QStringLiteral("--json"), QStringLiteral("traffic"), QStringLiteral("list"),
                QStringLiteral("--onboarding"), QStringLiteral("run-of-globex")});
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
        program.start(
            serve, {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")});
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
                     .run({QStringLiteral("environment"), QStringLiteral("set"),
                         QStringLiteral("simulator"), QStringLiteral("--token-lifetime"),
                         QStringLiteral("600"), QStringLiteral("--public-url"),
                         QStringLiteral("https://partner.example/jb")})
                     .exitCode,
            0);
        for (const auto& [option, seconds] : {std::pair{QStringList(), 600},
                 std::pair{
                     QStringList{QStringLiteral("--token-lifetime"), QStringLiteral("60")}, 60}}) {
            QProcess serve;
            program.start(serve,
                QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")}
                    + option);
            QJsonObject ready = readyLine(serve);
            QCOMPARE(ready.value(QStringLiteral("callbackUrl")).toString(),
                QStringLiteral("https://partner.example/jb/callback"));
            ready.insert(QStringLiteral("oauthTokenUrl"),
                QStringLiteral("http://%1/oauth/token")
                    .arg(ready.value(QStringLiteral("listening")).toString()));
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
        stranger.insert(QStringLiteral("oauthTokenUrl"), QStringLiteral("http://127.0.0.1:1/"));
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
            wayOf(program, 1).value(QStringLiteral("delivered")), QJsonValue(true), patience);
        QCOMPARE(wayOf(program, 1).value(QStringLiteral("tries")).toInt(), 3);
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
        QTRY_VERIFY_WITH_TIMEOUT(wayOf(program, 1)
                                     .value(QStringLiteral("lastFailure"))
                                     .toString()
                                     .contains(QStringLiteral("refused")),
            patience);
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
                .run({QStringLiteral("environment"), QStringLiteral("set"),
                    QStringLiteral("simulator"), QStringLiteral("--forward-to"), backend.url()})
                .exitCode,
            0);
        QProcess serve;
        program.start(
            serve, {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")});
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
        program.start(
            serve, {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")});
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
            const auto served = program.run({QStringLiteral("serve"), QStringLiteral("--port"),
                QStringLiteral("0"), QStringLiteral("--forward"), QString::fromLatin1(url)});
            QCOMPARE(served.exitCode, 2);
            QVERIFY(served.out.isEmpty());
        }
    }
};

JETBRIDGE_TEST(ForwardTest)
#include "ForwardTest.moc"
