// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QByteArray globexPair =
    "{\"clientId\":\"globex-at-partner\",\"clientSecret\":\"a-secret-of-globex-there\"}";

QJsonObject row(const Program& program, const char* company)
{
    return program.run(words("--json integrations list --search") << QLatin1String(company))
        .json()
        .value(u"integrations"_s)
        .toArray()
        .at(0)
        .toObject();
}

QString wayBack(const Program& program, const char* company, const char* field = "state")
{
    return row(program, company)[u"wayBack"_s][QLatin1String(field)].toString();
}

} // namespace

/// Tests the way from SmartRecruiters to the partner, with a token endpoint of the partner's own.
class WayBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereNobodyServesTheTokenUrlNothingIsConfirmed()
    {
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        QVERIFY(setService(program, "unset"));
        simulated.grantTo(u"globex"_s);
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QCOMPARE(run.exitCode, 2);
        const QJsonValue error = run.json().value(u"error"_s);
        QCOMPARE(error[u"code"_s].toString(), u"nobody_serves"_s);
        QVERIFY(error[u"detail"_s].toString().contains("--token-service given"_L1));
        QCOMPARE(simulated.confirms(u"globex"_s), 0);
        QCOMPARE(simulated.tokens().asked, 0);
    }

    void aGivenPairIsProvedBeforeSmartRecruitersGetsIt()
    {
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        QVERIFY(setService(program, "given"));
        for (const char* company : {"globex", "initech"})
            simulated.grantTo(QLatin1String(company));
        const QStringList onboard =
            words("--json onboard --consented-by Ana --client-from-stdin --company globex");

        // Without client credentials, or with something else, nothing is sent.
        QCOMPARE(program.run(words("onboard --consented-by Ana --company globex")).exitCode, 2);
        QCOMPARE(program.run(onboard, "{}").exitCode, 2);
        // The partner's server does not know the client.
        simulated.tokens().takeOnly("somebody-else");
        const auto refused = program.run(onboard, globexPair);
        QCOMPARE(refused.exitCode, 1);
        const QJsonValue error = refused.json().value(u"error"_s);
        QCOMPARE(error[u"code"_s].toString(), u"way_back_refused"_s);
        QCOMPARE(error[u"whoCanFix"_s].toString(), u"you"_s);
        QCOMPARE(simulated.confirms(u"globex"_s), 0);

        // Staff correct that; the client stays the same.
        simulated.tokens().takeOnly("globex-at-partner");
        const auto onboarded = program.run(onboard, globexPair);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QVERIFY2(onboarded.out.contains("\"state\":\"rehearsed\""), onboarded.out.constData());
        QCOMPARE(simulated.confirms(u"globex"_s), 1);
        QCOMPARE(wayBack(program, "globex"), u"rehearsed"_s);
        QCOMPARE(wayBack(program, "globex", "rehearsedBy"), u"both"_s);
        QCOMPARE(wayBack(program, "globex", "tokenService"), u"given"_s);
        QCOMPARE(row(program, "globex")[u"status"_s].toString(), u"live"_s);
        QVERIFY(!program.everythingKept().contains("a-secret-of-globex-there"));

        // No other company can get that client.
        const auto taken = program.run(
            words("--json onboard --consented-by Ana --client-from-stdin --company initech"),
            globexPair);
        QCOMPARE(taken.exitCode, 1);
        QCOMPARE(simulated.confirms(u"initech"_s), 0);

        verificationsRenewIt(program, simulated);
    }

    void manyPairsAreGivenAtOnce()
    {
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        QVERIFY(setService(program, "given"));
        for (const char* company : {"globex", "initech"})
            simulated.grantTo(QLatin1String(company));
        const QString file = program.folder() + u"/customers.csv"_s;
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("companyId,consentedBy\nglobex,Ana\ninitech,Bo\n");
        csv.close();
        const QByteArray one =
            "{\"companyId\":\"globex\",\"clientId\":\"c1\",\"clientSecret\":\"s1-of-globex\"}";
        const QByteArray other =
            "{\"companyId\":\"initech\",\"clientId\":\"c2\",\"clientSecret\":\"s2-of-initech\"}";
        const QStringList bulk =
            QStringList{u"--json"_s, u"bulk"_s, file} + words("--do onboard --clients-from-stdin");
        // Two customers with the same client: nothing begins.
        QCOMPARE(
            program.run(bulk, one + '\n' + QByteArray(other).replace("c2", "c1") + '\n').exitCode,
            2);
        QCOMPARE(simulated.confirms(u"globex"_s), 0);
        const auto run = program.run(bulk, one + "\n\n" + other + '\n');
        QVERIFY2(run.exitCode == 0, run.err.constData());
        for (const char* company : {"globex", "initech"})
            QCOMPARE(wayBack(program, company), u"rehearsed"_s);
        QCOMPARE(simulated.tokens().asked, 4);
    }

    void anUnreachableTokenUrlIsSomebodyElsesToMend()
    {
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        const QString file = program.folder() + u"/application.json"_s;
        QFile application(file);
        QVERIFY(application.open(QIODevice::WriteOnly));
        application.write(
            "{\"name\":\"Acme\",\"description\":\"Assessments\",\"scopes\":[\"company_read\"],"
            "\"consentUrl\":\"https://partner.example/consent\","
            "\"oauthTokenUrl\":\"http://127.0.0.1:1/oauth/token\"}");
        application.close();
        QCOMPARE(program.run({u"app"_s, u"import"_s, file}).exitCode, 0);
        simulated.grantTo(u"globex"_s);
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QCOMPARE(run.exitCode, 4);
        const QJsonValue error = run.json().value(u"error"_s);
        QCOMPARE(error[u"code"_s].toString(), u"way_back_unreachable"_s);
        QCOMPARE(error[u"whoCanFix"_s].toString(), u"yourIt"_s);
        QVERIFY(error[u"cause"_s].toString().contains("serve"_L1));
        QCOMPARE(simulated.confirms(u"globex"_s), 0);
    }

    /// Our own asking is no use by SmartRecruiters; the simulator's is, the moment it has
    /// confirmed.
    void theLampSaysUsedWhenTheOtherSideHasAskedForAToken_data()
    {
        QTest::addColumn<QString>("firstToken");
        QTest::addColumn<QString>("lamp");
        QTest::addColumn<bool>("isTold"); // of a token, by the portal
        QTest::newRow("at once") << u"0"_s << u"used"_s << true;
        QTest::newRow("later") << u"200"_s << u"used"_s << true;
        QTest::newRow("never") << u"never"_s << u"rehearsed"_s << false;
    }
    void theLampSaysUsedWhenTheOtherSideHasAskedForAToken()
    {
        QFETCH(QString, firstToken);
        QFETCH(QString, lamp);
        QFETCH(bool, isTold);
        const Program program;
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        const QUrl oauthTokenUrl(readyLine(serve)[u"oauthTokenUrl"_s].toString());
        Simulated simulated(
            oauthTokenUrl, words("--client-auth basic --first-token") << firstToken);
        QVERIFY(simulated.setUp(program));
        simulated.grantTo(u"globex"_s);
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QVERIFY2(run.exitCode == 0, run.err.constData());

        QTRY_COMPARE_WITH_TIMEOUT(wayBack(program, "globex"), lamp, 20'000);
        QCOMPARE(!wayBack(program, "globex", "firstUsedAt").isEmpty(), isTold);
        QTRY_COMPARE_WITH_TIMEOUT(toldByThePortal(simulated), isTold, 20'000);
        const auto logged =
            simulated.ask("GET", u"/_simulator/requests?direction=out&company=globex"_s);
        QCOMPARE(logged.json.value(u"matched"_s).toInt(), isTold ? 1 : 0);
        QCOMPARE(stop(serve), 0);
    }

    void anOddOptionOfTheSimulatorIsRefused_data()
    {
        QTest::addColumn<QString>("options");
        for (const char* options : {"--first-token soon", "--first-token -1", "--first-token 60001",
                 "--client-auth jwt", "--partner-api http://api.partner.example/"})
            QTest::newRow(options) << QString::fromLatin1(options);
    }
    void anOddOptionOfTheSimulatorIsRefused()
    {
        QFETCH(QString, options);
        const Program program;
        const auto run =
            program.run(words("simulate --port 0") + words(options.toLatin1().constData()));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(
            run.err.contains("must be") || run.err.contains("--first-token"), run.err.constData());
    }

private:
    static bool toldByThePortal(Simulated& simulated)
    {
        const QJsonArray apps =
            simulated.ask("GET", u"/_simulator/state"_s).json.value(u"apps"_s).toArray();
        return simulated
            .fetch(QUrl(simulated.apiUrl() + u"/companies/globex/integrations/"_s
                + apps.at(0)[u"appId"_s].toString() + u"/setup"_s))
            .contains("SmartRecruiters got a token from the application.");
    }
    static bool setService(const Program& program, const char* service)
    {
        return program
                   .run(
                       words("environment set simulator --token-service") << QLatin1String(service))
                   .exitCode
            == 0;
    }

    /// Live requires both directions, and `verify` checks both.
    static void verificationsRenewIt(const Program& program, Simulated& simulated)
    {
        const int before = simulated.tokens().asked;
        QCOMPARE(program.run(words("integrations verify --all")).exitCode, 0);
        QCOMPARE(simulated.tokens().asked, before + 2);
        simulated.tokens().takeOnly({});
        QCOMPARE(program.run(words("integrations verify --all")).exitCode, 1);
        QCOMPARE(row(program, "globex")[u"status"_s].toString(), u"failing"_s);
        QCOMPARE(wayBack(program, "globex"), u"refused"_s);
        const auto listed = program.run(words("--json integrations list --way-back refused"));
        QCOMPARE(listed.json().value(u"total"_s).toInt(), 1);
        QCOMPARE(program.run(words("--json integrations list --way-back used"))
                     .json()
                     .value(u"total"_s)
                     .toInt(),
            0);
        simulated.tokens().takeOnly("globex-at-partner");
        QCOMPARE(program.run(words("integrations verify --all")).exitCode, 0);
        QCOMPARE(row(program, "globex")[u"status"_s].toString(), u"live"_s);
        QCOMPARE(wayBack(program, "globex"), u"rehearsed"_s);
    }
};

JETBRIDGE_TEST(WayBackTest)
#include "WayBackTest.moc"
