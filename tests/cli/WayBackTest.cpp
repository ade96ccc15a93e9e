// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

using namespace jetbridge;

namespace {

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const QByteArray globexPair =
    "{\"clientId\":\"globex-at-partner\",\"clientSecret\":\"a-secret-of-globex-there\"}";

QJsonObject row(const Program& program, const char* company)
{
    return program.run(words("--json integrations list --search") << QLatin1String(company))
        .json()
        .value(QStringLiteral("integrations"))
        .toArray()
        .at(0)
        .toObject();
}

QString wayBack(const Program& program, const char* company, const char* field = "state")
{
    return row(program, company)[QStringLiteral("wayBack")][QLatin1String(field)].toString();
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
        simulated.grantTo(QStringLiteral("globex"));
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QCOMPARE(run.exitCode, 2);
        const QJsonValue error = run.json().value(QStringLiteral("error"));
        QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("nobody_serves"));
        QVERIFY(error[QStringLiteral("detail")].toString().contains(
            QLatin1String("--token-service given")));
        QCOMPARE(simulated.confirms(QStringLiteral("globex")), 0);
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
        const QJsonValue error = refused.json().value(QStringLiteral("error"));
        QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("way_back_refused"));
        QCOMPARE(error[QStringLiteral("whoCanFix")].toString(), QStringLiteral("you"));
        QCOMPARE(simulated.confirms(QStringLiteral("globex")), 0);

        // Staff correct that; the client stays the same.
        simulated.tokens().takeOnly("globex-at-partner");
        const auto onboarded = program.run(onboard, globexPair);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QCOMPARE(simulated.confirms(QStringLiteral("globex")), 1);
        QCOMPARE(wayBack(program, "globex"), QStringLiteral("rehearsed"));
        QCOMPARE(wayBack(program, "globex", "rehearsedBy"), QStringLiteral("both"));
        QCOMPARE(wayBack(program, "globex", "tokenService"), QStringLiteral("given"));
        QCOMPARE(
            row(program, "globex")[QStringLiteral("status")].toString(), QStringLiteral("live"));
        QVERIFY(!program.everythingKept().contains("a-secret-of-globex-there"));

        // No other company can get that client.
        const auto taken = program.run(
            words("--json onboard --consented-by Ana --client-from-stdin --company initech"),
            globexPair);
        QCOMPARE(taken.exitCode, 1);
        QCOMPARE(simulated.confirms(QStringLiteral("initech")), 0);

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
        const QString file = program.folder() + QStringLiteral("/customers.csv");
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("companyId,consentedBy\nglobex,Ana\ninitech,Bo\n");
        csv.close();
        const QByteArray one =
            "{\"companyId\":\"globex\",\"clientId\":\"c1\",\"clientSecret\":\"s1-of-globex\"}";
        const QByteArray other =
            "{\"companyId\":\"initech\",\"clientId\":\"c2\",\"clientSecret\":\"s2-of-initech\"}";
        const QStringList bulk = QStringList{QStringLiteral("--json"), QStringLiteral("bulk"), file}
            + words("--do onboard --clients-from-stdin");
        // Two customers with the same client: nothing begins.
        QCOMPARE(
            program.run(bulk, one + '\n' + QByteArray(other).replace("c2", "c1") + '\n').exitCode,
            2);
        QCOMPARE(simulated.confirms(QStringLiteral("globex")), 0);
        const auto run = program.run(bulk, one + "\n\n" + other + '\n');
        QVERIFY2(run.exitCode == 0, run.err.constData());
        for (const char* company : {"globex", "initech"})
            QCOMPARE(wayBack(program, company), QStringLiteral("rehearsed"));
        QCOMPARE(simulated.tokens().asked, 4);
    }

    void anUnreachableTokenUrlIsSomebodyElsesToMend()
    {
        const Program program;
        Simulated simulated;
        QVERIFY(simulated.setUp(program));
        const QString file = program.folder() + QStringLiteral("/application.json");
        QFile application(file);
        QVERIFY(application.open(QIODevice::WriteOnly));
        application.write(
            "{\"name\":\"Acme\",\"description\":\"Assessments\",\"scopes\":[\"company_read\"],"
            "\"consentUrl\":\"https://partner.example/consent\","
            "\"oauthTokenUrl\":\"http://127.0.0.1:1/oauth/token\"}");
        application.close();
        QCOMPARE(program.run({QStringLiteral("app"), QStringLiteral("import"), file}).exitCode, 0);
        simulated.grantTo(QStringLiteral("globex"));
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QCOMPARE(run.exitCode, 4);
        const QJsonValue error = run.json().value(QStringLiteral("error"));
        QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("way_back_unreachable"));
        QCOMPARE(error[QStringLiteral("whoCanFix")].toString(), QStringLiteral("yourIt"));
        QVERIFY(error[QStringLiteral("cause")].toString().contains(QLatin1String("serve")));
        QCOMPARE(simulated.confirms(QStringLiteral("globex")), 0);
    }

    /// Our own asking is no use by SmartRecruiters; the simulator's is, the moment it has
    /// confirmed.
    void theLampSaysUsedWhenTheOtherSideHasAskedForAToken_data()
    {
        QTest::addColumn<QString>("firstToken");
        QTest::addColumn<QString>("lamp");
        QTest::addColumn<bool>("isTold"); // of a token, by the portal
        QTest::newRow("at once") << QStringLiteral("0") << QStringLiteral("used") << true;
        QTest::newRow("later") << QStringLiteral("200") << QStringLiteral("used") << true;
        QTest::newRow("never") << QStringLiteral("never") << QStringLiteral("rehearsed") << false;
    }
    void theLampSaysUsedWhenTheOtherSideHasAskedForAToken()
    {
        QFETCH(QString, firstToken);
        QFETCH(QString, lamp);
        QFETCH(bool, isTold);
        const Program program;
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        const QUrl oauthTokenUrl(readyLine(serve)[QStringLiteral("oauthTokenUrl")].toString());
        Simulated simulated(
            oauthTokenUrl, words("--client-auth basic --first-token") << firstToken);
        QVERIFY(simulated.setUp(program));
        simulated.grantTo(QStringLiteral("globex"));
        const auto run = program.run(words("--json onboard --company globex --consented-by Ana"));
        QVERIFY2(run.exitCode == 0, run.err.constData());

        QTRY_COMPARE_WITH_TIMEOUT(wayBack(program, "globex"), lamp, 20'000);
        QCOMPARE(!wayBack(program, "globex", "firstUsedAt").isEmpty(), isTold);
        QTRY_COMPARE_WITH_TIMEOUT(toldByThePortal(simulated), isTold, 20'000);
        const auto logged = simulated.ask(
            "GET", QStringLiteral("/_simulator/requests?direction=outgoing&company=globex"));
        QCOMPARE(logged.json.value(QStringLiteral("matched")).toInt(), isTold ? 1 : 0);
        QCOMPARE(stop(serve), 0);
    }

    void anOddOptionOfTheSimulatorIsRefused_data()
    {
        QTest::addColumn<QString>("options");
        for (const char* options :
            {"--first-token soon", "--first-token -1", "--first-token 60001", "--client-auth jwt"})
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
        const QJsonArray apps = simulated.ask("GET", QStringLiteral("/_simulator/state"))
                                    .json.value(QStringLiteral("apps"))
                                    .toArray();
        return simulated
            .fetch(QUrl(simulated.apiUrl() + QStringLiteral("/companies/globex/integrations/")
                + apps.at(0)[QStringLiteral("appId")].toString() + QStringLiteral("/setup")))
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
        QCOMPARE(
            row(program, "globex")[QStringLiteral("status")].toString(), QStringLiteral("failing"));
        QCOMPARE(wayBack(program, "globex"), QStringLiteral("refused"));
        const auto listed = program.run(words("--json integrations list --way-back refused"));
        QCOMPARE(listed.json().value(QStringLiteral("total")).toInt(), 1);
        QCOMPARE(program.run(words("--json integrations list --way-back used"))
                     .json()
                     .value(QStringLiteral("total"))
                     .toInt(),
            0);
        simulated.tokens().takeOnly("globex-at-partner");
        QCOMPARE(program.run(words("integrations verify --all")).exitCode, 0);
        QCOMPARE(
            row(program, "globex")[QStringLiteral("status")].toString(), QStringLiteral("live"));
        QCOMPARE(wayBack(program, "globex"), QStringLiteral("rehearsed"));
    }
};

JETBRIDGE_TEST(WayBackTest)
#include "WayBackTest.moc"
