// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Returns how many requests SmartRecruiters got, besides those that control the simulator.
int receivedBy(Simulated& simulated)
{
    int received = 0;
    const QJsonArray requests = simulated.ask("GET", u"/_simulator/requests?direction=in"_s)
                                    .json.value(u"requests"_s)
                                    .toArray();
    for (const QJsonValue& request : requests)
        received += request[u"path"_s].toString().startsWith("/_simulator"_L1) ? 0 : 1;
    return received;
}

} // namespace

/// Tests how many requests an onboarding sends, whoever serves oauthTokenUrl.
class RequestCountTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOnboardingSendsNoMoreRequestsThanItMust_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("secret"); // for the settings
        QTest::addColumn<int>("most"); // to the partner's server
        // A token by body and one by Basic, and what brings the client there.
        QTest::newRow("given") << u"given"_s << QByteArray() << 2;
        QTest::newRow("registration")
            << u"registration"_s << AuthorizationServer::initialToken() << 2 + 1;
        QTest::newRow("webhook") << u"webhook"_s << AuthorizationServer::webhookSecret() << 2 + 2;
    }
    void anOnboardingSendsNoMoreRequestsThanItMust()
    {
        QFETCH(QString, service);
        QFETCH(QByteArray, secret);
        QFETCH(int, most);
        const bool isGiven = service == "given"_L1;
        AuthorizationServer server;
        const Program program;
        Simulated simulated(isGiven ? QUrl() : server.url("/token"));
        QVERIFY(simulated.setUp(program));
        QStringList set = words(u"environment set simulator --token-service "_s + service);
        if (service == "registration"_L1)
            set += words(u"--registration-access bearer --registration-token-from-stdin "
                         "--registration-url "_s
                + server.url("/register").toString());
        if (service == "webhook"_L1)
            set += words(
                u"--webhook-secret-from-stdin --webhook-url "_s + server.url("/hook").toString());
        const auto isSet = program.run(set, secret + '\n');
        QVERIFY2(isSet.exitCode == 0, isSet.err.constData());
        simulated.grantTo(u"globex"_s);
        simulated.ask("DELETE", u"/_simulator/requests"_s);
        const int before = isGiven ? int(simulated.tokens().asked) : server.requests();

        QStringList onboard = words(u"--json onboard --consented-by Ana --company globex"_s);
        if (isGiven)
            onboard += u"--client-from-stdin"_s;
        const auto onboarded = program.run(
            onboard, "{\"clientId\":\"at-partner\",\"clientSecret\":\"a-secret-there\"}");
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QCOMPARE(receivedBy(simulated), 4);
        const int sent = (isGiven ? int(simulated.tokens().asked) : server.requests()) - before;
        QVERIFY2(sent >= 2 && sent <= most, QByteArray::number(sent).constData());
    }
};

JETBRIDGE_TEST(RequestCountTest)
#include "RequestCountTest.moc"
