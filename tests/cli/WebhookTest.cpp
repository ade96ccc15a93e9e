// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Trouble = AuthorizationServer::Trouble;

Program::Run onboard(const Program& program)
{
    return program.run(words(u"--json onboard --consented-by Ana --company globex"_s));
}

} // namespace

/// Tests client credentials of customers that the partner's own backend is told of by webhooks.
class WebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AuthorizationServer>();
        m_program = std::make_unique<Program>();
        m_simulated =
            std::make_unique<Simulated>(m_server->url("/token"), words(u"--first-token 0"_s));
        QVERIFY(m_simulated->setUp(*m_program));
        QVERIFY(give(AuthorizationServer::webhookSecret(),
            words(u"--token-service webhook --webhook-url"_s)
                << m_server->url("/hook").toString()));
        m_simulated->grantTo(u"globex"_s);
    }

    void aCustomersClientIsStagedCommittedAndWithdrawn()
    {
        const auto onboarded = onboard(*m_program);
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QVERIFY(onboarded.json().value(u"notCommitted"_s).isNull());
        const QStringList told = m_server->webhooks();
        QCOMPARE(told.size(), 2);
        static const QRegularExpression staged(u"\\Aclient\\.staged msg_[0-9a-f]{32}_staged\\z"_s);
        static const QRegularExpression committed(
            u"\\Aclient\\.committed msg_[0-9a-f]{32}_committed\\z"_s);
        QVERIFY2(staged.match(told.at(0)).hasMatch(), qPrintable(told.at(0)));
        QVERIFY2(committed.match(told.at(1)).hasMatch(), qPrintable(told.at(1)));
        QCOMPARE(m_server->clients(), QStringList{u"globex"_s});
        QCOMPARE(clientState(*m_program), u"kept"_s);
        const QJsonValue row = m_program->run(words(u"--json integrations list"_s))
                                   .json()
                                   .value(u"integrations"_s)
                                   .toArray()
                                   .at(0);
        QCOMPARE(row[u"status"_s].toString(), u"live"_s);
        QCOMPARE(row[u"wayBack"_s][u"tokenService"_s].toString(), u"webhook"_s);
        // SmartRecruiters gets a token there, too.
        QTRY_VERIFY_WITH_TIMEOUT(m_simulated->hasFirstToken(), 20'000);

        // The backend fails for a while.
        m_server->have(Trouble::NoWebhooks);
        const QString id = m_simulated->integrationOf(u"globex"_s);
        QCOMPARE(m_program->run(words(u"integrations forget "_s) << id).exitCode, 0);
        const auto listed = m_program->run(words(u"registrations list"_s));
        QCOMPARE(listed.exitCode, 1);
        QVERIFY2(listed.out.contains("still to be told") && listed.out.contains("500"),
            listed.out.constData());
        QCOMPARE(m_server->clients(), QStringList{u"globex"_s});
        m_server->have(Trouble::None);
        QCOMPARE(m_program->run(words(u"registrations retry"_s)).exitCode, 0);
        QCOMPARE(m_server->clients(), QStringList());
        QCOMPARE(clientState(*m_program), u"gone"_s);
        // Each try has the same id.
        const QStringList withdrawn = m_server->webhooks().mid(2);
        QVERIFY(withdrawn.size() >= 2);
        QCOMPARE(QSet<QString>(withdrawn.begin(), withdrawn.end()).size(), 1);
        QVERIFY(withdrawn.constFirst().startsWith("client.withdrawn "_L1));
        noSecretIsKept();
    }

    /// The customer is connected, and the backend learns it later.
    void whatTheBackendHasNotTakenAtTheEndIsSaid()
    {
        m_server->have(Trouble::NoCommits);
        const auto onboarded =
            m_program->run(words(u"onboard --consented-by Ana --company globex"_s));
        QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
        QVERIFY2(onboarded.out.contains("client.committed") && onboarded.out.contains("500")
                && onboarded.out.contains("registrations list"),
            onboarded.out.constData());
        QCOMPARE(clientState(*m_program), u"confirmed"_s);
        m_server->have(Trouble::None);
        QCOMPARE(m_program->run(words(u"registrations retry"_s)).exitCode, 0);
        QCOMPARE(clientState(*m_program), u"kept"_s);
    }

    void aClientThatIsNotConfirmedIsWithdrawn()
    {
        m_server->have(Trouble::NoTokens);
        const auto refused = onboard(*m_program);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), u"way_back_refused"_s);
        QCOMPARE(m_simulated->confirms(u"globex"_s), 0);
        QCOMPARE(m_server->webhooks().size(), 2);
        QVERIFY(m_server->webhooks().at(1).startsWith("client.withdrawn "_L1));
        QCOMPARE(m_server->clients(), QStringList());
        QCOMPARE(clientState(*m_program), u"gone"_s);
        m_server->have(Trouble::None);
        QCOMPARE(onboard(*m_program).exitCode, 0);
        noSecretIsKept();
    }

    /// What the backend answers -> the failure, the exit code, and what is left.
    void whatIsNotTakenIsNotConfirmed_data()
    {
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("state");
        QTest::newRow("410") << Trouble::Gone << u"webhook_gone"_s << 3 << u"leaving"_s;
        QTest::newRow("Retry-After") << Trouble::Busy << u"webhook_busy"_s << 1 << u"leaving"_s;
        QTest::newRow("a redirect")
            << Trouble::Redirect << u"webhook_redirected"_s << 1 << u"gone"_s;
        QTest::newRow("500") << Trouble::NoWebhooks << u"webhook_failed"_s << 1 << u"leaving"_s;
    }
    void whatIsNotTakenIsNotConfirmed()
    {
        QFETCH(Trouble, trouble);
        QFETCH(QString, state);
        m_server->have(trouble);
        const auto refused = onboard(*m_program);
        QTEST(refused.errorCode(), "code");
        QTEST(refused.exitCode, "exitCode");
        QCOMPARE(m_simulated->confirms(u"globex"_s), 0);
        QCOMPARE(clientState(*m_program), state);
        // What is said about the next try is true: after 410 there is none without staff.
        const QByteArray listed = m_program->run(words(u"registrations list"_s)).out;
        QCOMPARE(listed.contains("only by `registrations retry`"), trouble == Trouble::Gone);
        // After 410, and while it asks to wait, the backend is left alone.
        const bool isLeftAlone = trouble == Trouble::Gone || trouble == Trouble::Busy;
        const qsizetype before = m_server->webhooks().size();
        m_server->have(Trouble::None);
        const auto again = onboard(*m_program);
        if (isLeftAlone) {
            QTEST(again.errorCode(), "code");
            QCOMPARE(m_server->webhooks().size(), before);
        } else {
            QVERIFY2(again.exitCode == 0, again.err.constData());
        }
        if (trouble == Trouble::Gone) {
            QCOMPARE(m_program->run(words(u"registrations retry"_s)).exitCode, 0);
            QCOMPARE(onboard(*m_program).exitCode, 0);
        }
    }

    void bothSecretsSignUntilTheRotationEnds()
    {
        const QByteArray newer = "whsec_" + QByteArray(24, 'n').toBase64();
        QVERIFY(give(newer));
        QCOMPARE(onboard(*m_program).exitCode, 0);
        QVERIFY(
            m_program->run(words(u"environment set simulator --webhook-end-rotation"_s)).exitCode
            == 0);
        const QString id = m_simulated->integrationOf(u"globex"_s);
        QCOMPARE(m_program->run(words(u"integrations forget "_s) << id).exitCode, 0);
        const auto refused = onboard(*m_program);
        QCOMPARE(refused.errorCode(), u"webhook_signature_refused"_s);
        QCOMPARE(refused.exitCode, 3);
        QVERIFY(!m_program->everythingKept().contains(newer));
    }

    void oddSettingsAreRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* options, const char* input,
                             const char* says) {
            QTest::newRow(name) << QString::fromLatin1(options) << QByteArray(input)
                                << QByteArray(says);
        };
        row("http elsewhere", "--webhook-url http://backend.example/hook", "", "https");
        row("no address", "--webhook-url=", "", "is needed");
        row("no secret of the standard", "--webhook-secret-from-stdin", "secret\n", "whsec_");
        row("nothing", "--webhook-secret-from-stdin", "", "whsec_");
        row("two secrets from stdin", "--webhook-secret-from-stdin --registration-token-from-stdin",
            "x", "one at a time");
    }
    void oddSettingsAreRefused()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, says);
        const auto set = m_program->run(words(u"environment set simulator "_s + options), input);
        QCOMPARE(set.exitCode, 2);
        QVERIFY2(set.err.contains(says), set.err.constData());
    }

private:
    /// Gives the environment a secret for webhooks.
    bool give(const QByteArray& secret, const QStringList& options = {})
    {
        const auto set = m_program->run(
            words(u"environment set simulator --webhook-secret-from-stdin"_s) + options,
            secret + '\n');
        return set.exitCode == 0;
    }
    /// Checks that neither files nor recorded traffic contain a secret.
    void noSecretIsKept()
    {
        const QByteArray kept = m_program->everythingKept();
        QVERIFY(!m_server->secrets().isEmpty());
        QVERIFY(!kept.contains(AuthorizationServer::webhookSecret()));
        for (const QByteArray& secret : m_server->secrets())
            QVERIFY2(!kept.contains(secret), secret.constData());
    }

    std::unique_ptr<AuthorizationServer> m_server;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Simulated> m_simulated;
};

JETBRIDGE_TEST(WebhookTest)
#include "WebhookTest.moc"
