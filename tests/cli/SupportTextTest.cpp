// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a support engineer needs to find a call, from the one that failed.
class SupportTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_simulated.setUp(m_program)); }
    void theCallThatFailedCanBeFoundByIt_data();
    void theCallThatFailedCanBeFoundByIt();
    void aProofThatFailsNamesTheWayToIt();
    void whatIsNotTheirsToExplainDoesNotNameIt();
    void nothingFailedIsAnAnswer();

private:
    Program::Run textOf(const QString& company) const
    {
        return m_program.run({u"integrations"_s, u"support-text"_s, company});
    }

    Program m_program;
    Simulated m_simulated;
};

void SupportTextTest::theCallThatFailedCanBeFoundByIt_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("answered-500")
        << QByteArray(R"({"status":500,"body":{"message":"Ticket 4711"}})")
        << QByteArray("HTTP status: 500\nTheir answer: {\"message\":\"Ticket 4711\"}");
    QTest::newRow("answered-403") << QByteArray(R"({"status":403})")
                                  << QByteArray("HTTP status: 403\n");
    QTest::newRow("answered-400-with-the-secret")
        << QByteArray(R"({"status":400,"body":{"message":"not %SECRET%, please"}})")
        << QByteArray("HTTP status: 400\n");
    QTest::newRow("not-answered") << QByteArray(R"({"closeBeforeReply":true})")
                                  << QByteArray("Answer: none (");
}

void SupportTextTest::theCallThatFailedCanBeFoundByIt()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, answer);
    fault.replace("%SECRET%", m_simulated.masterSecret());
    const QString company = QLatin1String(QTest::currentDataTag());
    m_simulated.grantTo(company);
    m_simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/apps-integrations/*"},"times":1,"do":)" + fault + "}]");
    const auto onboarded =
        m_program.run({u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    QVERIFY(onboarded.exitCode != 0);
    // The failure comes first, then what can be done.
    const QByteArray advice = "jetbridge-cli integrations support-text " + company.toUtf8() + '\n';
    QVERIFY2(onboarded.err.endsWith(advice), onboarded.err.constData());
    QVERIFY2(onboarded.err.count('\n') > 1, onboarded.err.constData());

    const auto text = textOf(company);
    QVERIFY2(text.exitCode == 0, text.err.constData());
    for (const QByteArray& fact : {QByteArray("Environment: simulator (http://"),
             QByteArray("\nappId: "), "\ncompanyId: " + company.toUtf8() + '\n',
             QByteArray("\nStep: confirm\n"), QByteArray("\nRequest: POST http://"),
             QByteArray("/apps-integrations/partner-api/integrations\n"),
             QByteArray("\nOur reference: "), answer})
        QVERIFY2(text.out.contains(fact), (fact + " is missing in " + text.out).constData());
    static const QRegularExpression time(u"\nTime \\(UTC\\): \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\n"_s);
    QVERIFY(QString::fromUtf8(text.out).contains(time));
    QVERIFY(!text.out.contains(m_simulated.masterSecret()));
    QVERIFY(!text.out.contains("Bearer"));
    QCOMPARE(text.out.contains("Answer: none"), answer.startsWith("Answer: none"));
    if (answer.startsWith("HTTP"))
        QVERIFY2(!text.out.contains("lost"), text.out.constData());
}

void SupportTextTest::aProofThatFailsNamesTheWayToIt()
{
    const QString company = u"unprovable"_s;
    m_simulated.grantTo(company);
    const auto refuseTheProof = [this] {
        m_simulated.ask("PUT", u"/_simulator/faults"_s,
            R"([{"match":{"path":"/configuration/*"},"times":1,"do":{"status":403}}])");
    };
    const QByteArray advice = "integrations support-text unprovable\n";
    refuseTheProof();
    const auto onboarded = m_program.run(
        {u"--json"_s, u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    QCOMPARE(onboarded.exitCode, 1);
    QVERIFY2(onboarded.err.endsWith(advice), onboarded.err.constData());
    const QStringList verify{
        u"integrations"_s, u"verify"_s, onboarded.json().value(u"integrationId"_s).toString()};
    const auto works = m_program.run(verify);
    QVERIFY2(works.exitCode == 0, works.err.constData());
    QVERIFY2(!works.err.contains("support-text"), works.err.constData());
    refuseTheProof();
    const auto fails = m_program.run(verify);
    QCOMPARE(fails.exitCode, 1);
    QVERIFY2(fails.err.endsWith(advice), fails.err.constData());
}

void SupportTextTest::whatIsNotTheirsToExplainDoesNotNameIt()
{
    // The company's earlier failure is another matter.
    QVERIFY(textOf(u"answered-500"_s).exitCode == 0);
    const auto refused = m_program.run({u"onboard"_s, u"--company"_s, u"answered-500"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(!refused.err.contains("support-text"), refused.err.constData());
}

void SupportTextTest::nothingFailedIsAnAnswer()
{
    const auto text = textOf(u"initech"_s);
    QCOMPARE(text.exitCode, 1);
    QVERIFY2(text.err.contains("has failed for \"initech\""), text.err.constData());
}

JETBRIDGE_TEST(SupportTextTest)
#include "SupportTextTest.moc"
