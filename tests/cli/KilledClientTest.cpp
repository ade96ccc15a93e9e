// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// Returns the row of a company in a list.
QJsonValue rowOf(const QJsonArray& rows, const QString& company)
{
    for (const QJsonValue& row : rows)
        if (row[u"companyId"_s].toString() == company)
            return row;
    return {};
}

/// An installation that stages clients at the partner's own server.
struct Installation {
    bool setUp(const QStringList& options, const QByteArray& input)
    {
        return simulated.setUp(program)
            && program.run(words(u"environment set simulator"_s) + options, input).exitCode == 0;
    }
    /// Onboards a company and kills the program at a point (KillPoint.cpp explains the words).
    bool killAt(const QByteArray& point, const QString& company)
    {
        QProcess process;
        program.environment.insert(u"JETBRIDGE_KILL_POINT"_s, QString::fromLatin1(point));
        program.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JETBRIDGE_KILLPOINT));
        program.start(process, words(u"onboard --consented-by Ana --company "_s) << company);
        program.environment.remove(u"JETBRIDGE_KILL_POINT"_s);
        program.environment.remove(u"LD_PRELOAD"_s);
        if (!process.waitForFinished(60'000))
            return false;
        const bool isKilled =
            process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGKILL;
        if (!isKilled)
            qWarning("Not killed at \"%s\": exit code %d, %s", point.constData(),
                process.exitCode(), process.readAllStandardError().constData());
        return isKilled;
    }
    QString stateOfClient(const QString& company) const
    {
        const auto list = program.run(words(u"--json registrations list"_s)).json();
        return rowOf(list.value(u"registrations"_s).toArray(), company)[u"state"_s].toString();
    }
    QString statusOf(const QString& company) const
    {
        const auto list =
            program.run(words(u"--json integrations list --search "_s) << company).json();
        return rowOf(list.value(u"integrations"_s).toArray(), company)[u"status"_s].toString();
    }
    /// Tells whether the partner's server has a client of the company.
    bool hasClient(const QString& company) const
    {
        for (const QString& name : server.clients())
            if (name.split(u" / "_s).contains(company))
                return true;
        return false;
    }

    AuthorizationServer server;
    Program program;
    Simulated simulated{server.url("/token")};
};

} // namespace

/// Kills the real program at every point at which a client that is staged at the partner's own
/// server could be forgotten there, or be taken away from a customer.
class KilledClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(
            m_registering.setUp(words(u"--token-service registration --registration-access bearer "
                                      "--registration-token-from-stdin --registration-url"_s)
                    << m_registering.server.url("/register").toString(),
                AuthorizationServer::initialToken()));
        QVERIFY(m_announcing.setUp(
            words(u"--token-service webhook --webhook-secret-from-stdin --webhook-url"_s)
                << m_announcing.server.url("/hook").toString(),
            AuthorizationServer::webhookSecret()));
    }

    /// Kill point -> whether a registration may be lost there.
    void noClientIsForgottenOrTakenAway_data()
    {
        QTest::addColumn<bool>("isWebhook");
        QTest::addColumn<QByteArray>("kill");
        QTest::addColumn<bool>("mayBeLost");
        const auto row = [](const char* name, const char* kill, bool mayBeLost = false) {
            for (const bool isWebhook : {false, true})
                QTest::addRow("%s, %s", isWebhook ? "webhook" : "registration", name)
                    << isWebhook
                    << QByteArray(kill).replace(
                           "POST /stage", isWebhook ? "POST /hook" : "POST /register")
                    << (mayBeLost && !isWebhook);
        };
        row("the step begins", "after registry 1 @registerstarted");
        row("before the request", "before send 1 POST /stage", true);
        row("half of the request is sent", "half send 1 POST /stage", true);
        row("the request is sent", "after send 1 POST /stage", true);
        row("before the rehearsal", "before send 1 POST /token");
        row("before the confirming line", "before registry 1 @confirmstarted");
        row("the confirming line is written", "after registry 1 @confirmstarted");
        row("the confirm request is sent", "after send 1 POST /apps-integrations");
        row("before the stored line", "before registry 1 @storedone");
        row("the proof's end is written", "after registry 1 @provedone");
        const auto special = [](const char* name, bool isWebhook, const char* kill,
                                 bool mayBeLost = false) {
            QTest::newRow(name) << isWebhook << QByteArray(kill) << mayBeLost;
        };
        special("registration, the answer is here", false,
            "after receive 1 registration_access_token", true);
        special("webhook, before it is committed", true, "before send 2 POST /hook");
        special("webhook, it is committed", true, "after send 2 POST /hook");
    }
    void noClientIsForgottenOrTakenAway()
    {
        QFETCH(bool, isWebhook);
        QFETCH(QByteArray, kill);
        QFETCH(bool, mayBeLost);
        Installation& here = isWebhook ? m_announcing : m_registering;
        const QString company = u"k%1x"_s.arg(++m_companies);
        here.simulated.grantTo(company);
        QVERIFY(here.killAt(QByteArray(kill).replace('@', company.toLatin1()), company));

        const auto retried = here.program.run(words(u"registrations retry"_s));
        QVERIFY2(retried.exitCode == 0 || retried.exitCode == 1, retried.err.constData());
        const QString status = here.statusOf(company);
        const QString state = here.stateOfClient(company);
        if (status.isEmpty()) { // not confirmed
            QCOMPARE(here.simulated.integrationOf(company), QString());
            if (mayBeLost) {
                QCOMPARE(state, u"lost"_s);
            } else {
                QCOMPARE(state, QString());
                QVERIFY(!here.hasClient(company));
            }
        } else if (status == "unknown"_L1) { // SmartRecruiters may use the client
            QCOMPARE(state, u"staged"_s);
            QVERIFY(here.hasClient(company));
        } else {
            QCOMPARE(state, u"kept"_s);
            QVERIFY(here.hasClient(company));
        }
    }

private:
    Installation m_registering;
    Installation m_announcing;
    int m_companies = 0;
};

JETBRIDGE_TEST(KilledClientTest)
#include "KilledClientTest.moc"
