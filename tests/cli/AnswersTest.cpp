// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// What SmartRecruiters' answers leave behind here, and how they are counted.
class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_simulated.setUp(m_program)); }
    void cleanup() { m_simulated.ask("PUT", u"/_simulator/faults"_s, "[]"); }

    /// The hash of a secret stays when its customer is forgotten.
    void anErrorWithTheSecretOfAForgottenCustomerIsKeptWithoutIt()
    {
        const QString former = onboarded(u"former"_s);
        const QByteArray secret =
            m_program.run({u"--json"_s, u"integrations"_s, u"show"_s, former, u"--reveal"_s})
                .json()
                .value("clientSecret"_L1)
                .toString()
                .toUtf8();
        QVERIFY(secret.size() >= 16);
        QCOMPARE(m_program.run({u"integrations"_s, u"forget"_s, former}).exitCode, 0);
        m_simulated.grantTo(u"next"_s);
        answer("/apps-integrations/*",
            "{'status':400,'body':{'code':'E " + secret + "','message':'not " + secret + "'}}");
        for (const char* line : {"onboard", "--json onboard"}) {
            const auto failed = m_program.run(words(QLatin1String(line))
                << u"--company"_s << u"next"_s << u"--consented-by"_s << u"Ana"_s);
            QVERIFY(failed.exitCode != 0);
            QVERIFY2((failed.out + failed.err).contains("not [secret]"), failed.err.constData());
            QVERIFY(!failed.out.contains(secret) && !failed.err.contains(secret));
        }
        const auto text = m_program.run(words(u"integrations support-text next"_s));
        QVERIFY2(text.exitCode == 0, text.err.constData());
        QVERIFY(!text.out.contains(secret));
        QVERIFY(!m_program.everythingKept().contains(secret));
    }

    void aReportOfCheckHasNoSecretOfTheDataFolder()
    {
        const QString former = onboarded(u"checked"_s);
        const QByteArray secret =
            m_program.run({u"--json"_s, u"integrations"_s, u"show"_s, former, u"--reveal"_s})
                .json()
                .value("clientSecret"_L1)
                .toString()
                .toUtf8();
        QVERIFY(secret.size() >= 16);
        QCOMPARE(m_program.run({u"integrations"_s, u"forget"_s, former}).exitCode, 0);
        answer("/identity/oauth/token",
            "{'status':400,'body':{'error':'" + secret + "','error_description':'not " + secret
                + "'}}");
        const QString page = m_program.folder() + "/report.html";
        for (const char* line : {"check", "--json check"}) {
            const auto checked = m_program.run(
                words(QLatin1String(line) + u" --groups token --pairs given --report "_s + page
                    + u" --token-url "_s + m_simulated.apiUrl() + u"/identity/oauth/token"_s),
                "{\"clientId\":\"check\",\"clientSecret\":\"a-secret-for-checking-alone\"}");
            QCOMPARE(checked.exitCode, 1);
            QVERIFY2(checked.out.contains("status 400 [secret]"), checked.out.constData());
            QVERIFY(!checked.out.contains(secret) && !checked.err.contains(secret));
        }
        QFile report(page);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray html = report.readAll();
        QVERIFY(html.contains("not [secret]"));
        QVERIFY(!html.contains(secret));
    }

    /// An answer that proves nothing changes no status, and is not counted as if it did.
    void verifyAllCountsEachCustomerByItsStatus_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("counted");
        QTest::newRow("an HTML page")
            << QByteArray("{'status':200,'body':'<html>Back soon</html>'}") << u"live"_s
            << u"unanswered"_s;
        QTest::newRow("a redirect") << QByteArray("{'status':302}") << u"live"_s << u"unanswered"_s;
        QTest::newRow("forbidden") << QByteArray("{'status':403}") << u"failing"_s << u"failing"_s;
    }
    void verifyAllCountsEachCustomerByItsStatus()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, status);
        QFETCH(QString, counted);
        const Program program;
        QVERIFY(m_simulated.setUp(program));
        const QString company = QString::fromLatin1(QTest::currentDataTag()).replace(' ', '-');
        m_simulated.grantTo(company);
        const auto onboard =
            program.run({u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
        QVERIFY2(onboard.exitCode == 0, onboard.err.constData());
        answer("/configuration/company", fault);
        const auto verified = program.run(words(u"--json integrations verify --all"_s));
        QCOMPARE(verified.exitCode, 1);
        const QJsonObject json = verified.json();
        QCOMPARE(json.value("integrations"_L1)[0]["status"_L1].toString(), status);
        QVERIFY(json.value("integrations"_L1)[0]["error"_L1].isObject() == (status == "live"_L1));
        for (const auto& name : {u"live"_s, u"unproved"_s, u"failing"_s, u"unanswered"_s})
            QCOMPARE(json.value(name).toInt(-1), name == counted ? 1 : 0);
        QCOMPARE(program.run(words(u"--json integrations list"_s))
                     .json()
                     .value("integrations"_L1)[0]["status"_L1]
                     .toString(),
            status);
    }

private:
    void answer(const QByteArray& path, QByteArray fault)
    {
        m_simulated.ask("PUT", u"/_simulator/faults"_s,
            "[{\"match\":{\"path\":\"" + path + "\"},\"do\":" + fault.replace('\'', '"') + "}]");
    }
    QString onboarded(const QString& company)
    {
        m_simulated.grantTo(company);
        return m_program
            .run(
                {u"--json"_s, u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s})
            .json()
            .value("integrationId"_L1)
            .toString();
    }

    Program m_program;
    Simulated m_simulated;
};

JETBRIDGE_TEST(AnswersTest)
#include "AnswersTest.moc"
