// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Trouble = AuthorizationServer::Trouble;

Program::Run onboard(const Program& program, const char* company = "globex")
{
    return program.run(
        words(u"--json onboard --consented-by Ana --company "_s) << QLatin1String(company));
}

} // namespace

/// Tests client credentials of customers that the partner's own authorization server registers.
class RegistrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AuthorizationServer>();
        m_program = std::make_unique<Program>();
        m_simulated =
            std::make_unique<Simulated>(m_server->url("/token"), words(u"--first-token 0"_s));
        QVERIFY(m_simulated->setUp(*m_program));
        const auto set =
            m_program->run(words(u"environment set simulator --token-service registration "
                                 "--registration-access bearer --registration-token-from-stdin "
                                 "--registration-metadata"_s)
                    << m_server->url("/.well-known/oauth-authorization-server").toString(),
                AuthorizationServer::initialToken() + '\n');
        QVERIFY2(set.exitCode == 0, set.err.constData());
        m_simulated->grantTo(u"globex"_s);
    }

    void aCustomerGetsAClientThereAndLosesItWhenForgotten()
    {
        const auto onboarded = onboard(*m_program);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QCOMPARE(m_server->clients().size(), 1);
        QVERIFY(m_server->clients().constFirst().contains("globex"_L1));
        QCOMPARE(clientState(*m_program), u"kept"_s);
        const QJsonValue row = m_program->run(words(u"--json integrations list"_s))
                                   .json()
                                   .value(u"integrations"_s)
                                   .toArray()
                                   .at(0);
        QCOMPARE(row[u"status"_s].toString(), u"live"_s);
        QCOMPARE(row[u"wayBack"_s][u"tokenService"_s].toString(), u"registration"_s);
        // SmartRecruiters gets a token there, too.
        QTRY_VERIFY_WITH_TIMEOUT(m_simulated->hasFirstToken(), 20'000);

        // The partner's server fails for a while.
        m_server->have(Trouble::NoDeletions);
        const QString id = m_simulated->integrationOf(u"globex"_s);
        QCOMPARE(m_program->run(words(u"integrations forget "_s) << id).exitCode, 0);
        QCOMPARE(clientState(*m_program), u"leaving"_s);
        QCOMPARE(m_server->clients().size(), 1);
        m_server->have(Trouble::None);
        QCOMPARE(m_program->run(words(u"registrations retry"_s)).exitCode, 0);
        QCOMPARE(m_server->clients(), QStringList());
        QCOMPARE(clientState(*m_program), u"gone"_s);
        noSecretIsKept();
    }

    void aClientThatIsNotConfirmedIsDeletedThere()
    {
        m_server->have(Trouble::NoTokens);
        const auto refused = onboard(*m_program);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), u"way_back_refused"_s);
        QCOMPARE(m_simulated->confirms(u"globex"_s), 0);
        QCOMPARE(m_server->clients(), QStringList());
        QCOMPARE(clientState(*m_program), u"gone"_s);
        m_server->have(Trouble::None);
        QCOMPARE(onboard(*m_program).exitCode, 0);
        noSecretIsKept();
    }

    void aClientWhoseAnswerWasLostIsShownUntilStaffCloseIt()
    {
        m_server->have(Trouble::NoAnswer);
        const auto lost = onboard(*m_program);
        QCOMPARE(lost.exitCode, 1);
        QCOMPARE(lost.errorCode(), u"registration_unanswered"_s);
        QCOMPARE(m_simulated->confirms(u"globex"_s), 0);
        const QString name = m_server->clients().value(0);
        const auto listed = m_program->run(words(u"registrations list"_s));
        QCOMPARE(listed.exitCode, 1);
        QVERIFY2(listed.out.contains("A client named \"" + name.toUtf8() + "\" may exist"),
            listed.out.constData());
        const QString run = registrationsOf(*m_program).at(0)[u"run"_s].toString();
        QCOMPARE(m_program->run(words(u"registrations close"_s) << run).exitCode, 0);
        QCOMPARE(m_program->run(words(u"registrations close"_s) << run).exitCode, 1);
        QCOMPARE(clientState(*m_program), u"gone"_s);
        // The company may be onboarded: another client has another name.
        m_server->have(Trouble::None);
        QCOMPARE(onboard(*m_program).exitCode, 0);
        QVERIFY(m_server->clients().size() == 2);
    }

    void aTokenThatIsNotTakenStopsABulkRun()
    {
        QByteArray rows = "companyId,consentedBy\n";
        for (int i = 1; i <= 12; ++i) {
            const QString company = u"many%1"_s.arg(i);
            m_simulated->grantTo(company);
            rows += company.toLatin1() + ",Ana\n";
        }
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"customers.csv"_s);
        QFile customers(file);
        QVERIFY(customers.open(QIODevice::WriteOnly) && customers.write(rows) == rows.size());
        customers.close();
        QCOMPARE(m_program
                     ->run(words(u"environment set simulator --registration-token-from-stdin"_s),
                         "another-token\n")
                     .exitCode,
            0);
        const auto stopped = m_program->run(QStringList{u"bulk"_s, file, u"--do"_s, u"onboard"_s,
            u"--results"_s, folder.filePath(u"results.csv"_s)});
        QVERIFY2(stopped.exitCode == 3, stopped.err.constData());
        // Those that had begun come to their end; no further one is begun.
        QVERIFY2(m_server->asked() >= 1 && m_server->asked() <= 4,
            QByteArray::number(m_server->asked()).constData());
        QCOMPARE(m_server->clients(), QStringList());
        QFile results(folder.filePath(u"results.csv"_s));
        QVERIFY(results.open(QIODevice::ReadOnly));
        QVERIFY(results.readAll().contains("wrong, has expired or was used up"));
        QCOMPARE(clientState(*m_program), u"gone"_s);
        for (int i = 1; i <= 12; ++i)
            QCOMPARE(m_simulated->confirms(u"many%1"_s.arg(i)), 0);
    }

    void aTokenThatIsNotTakenIsExplained()
    {
        QCOMPARE(m_program
                     ->run(words(u"environment set simulator --registration-token-from-stdin"_s),
                         "another-token\n")
                     .exitCode,
            0);
        const auto refused = onboard(*m_program);
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.errorCode(), u"registration_token_refused"_s);
        QVERIFY(refused.json().value(u"error"_s)[u"detail"_s].toString().contains(
            "wrong, has expired or was used up"_L1));
        QCOMPARE(clientState(*m_program), u"gone"_s);
    }

    void oddSettingsAreRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* options, const char* says) {
            QTest::newRow(options) << QString::fromLatin1(options) << QByteArray(says);
        };
        row("--registration-url http://partner.example/register", "https");
        row("--registration-url https://a.example/r --registration-metadata https://a.example/m",
            "not both");
        row("--token-service registration --registration-url=", "is needed");
        row("--registration-access password", "bearer");
        row("--registration-client-auth private_key_jwt", "client_secret_post");
        row("--registration-extra [1]", "JSON object");
        row("--registration-extra {\"client_name\":\"x\"}", "client_name");
    }
    void oddSettingsAreRefused()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, says);
        const auto set = m_program->run(words(u"environment set simulator "_s + options));
        QCOMPARE(set.exitCode, 2);
        QVERIFY2(set.err.contains(says), set.err.constData());
    }

private:
    /// Checks that neither files nor recorded traffic contain a secret.
    void noSecretIsKept()
    {
        const QByteArray kept = m_program->everythingKept();
        QVERIFY(!m_server->secrets().isEmpty());
        QVERIFY(!kept.contains(AuthorizationServer::initialToken()));
        for (const QByteArray& secret : m_server->secrets())
            QVERIFY2(!kept.contains(secret), secret.constData());
    }

    std::unique_ptr<AuthorizationServer> m_server;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Simulated> m_simulated;
};

JETBRIDGE_TEST(RegistrationTest)
#include "RegistrationTest.moc"
