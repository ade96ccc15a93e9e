// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests a confirm call without an answer: the program says what is known, and offers to repeat it
/// if the integration is not known to exist.
class ResolveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_simulated.setUp(m_program)); }
    void repeatingConfirmsOnceMore_data();
    void repeatingConfirmsOnceMore();
    void noCommandConfirmsOverAnUnknownOutcome();
    void withoutRepeatingItOnlyEnds();
    void whatIsWrongChangesNothing_data();
    void whatIsWrongChangesNothing();

private:
    Program::Run run(const QString& line) const
    {
        return m_program.run((u"--json "_s + line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    int unknownRows(const QString& company) const
    {
        return int(run(u"integrations list --status unknown --search "_s + company)
                       .json()
                       .value(u"integrations"_s)
                       .toArray()
                       .size());
    }
    /// Makes a company's confirm call lose its answer, and returns the row's id.
    QString loseTheAnswerOf(const QString& company, const char* how);

    Program m_program;
    Simulated m_simulated;
};

QString ResolveTest::loseTheAnswerOf(const QString& company, const char* how)
{
    m_simulated.grantTo(company);
    m_simulated.ask("PUT", u"/_simulator/faults"_s,
        QByteArray(R"([{"match":{"path":"/apps-integrations/*"},"times":1,"do":{")") + how
            + R"(":true}}])");
    const auto lost = run(u"onboard --company %1 --consented-by Ana"_s.arg(company));
    if (lost.exitCode != 5)
        return {};
    return run(u"integrations list --status unknown --search %1"_s.arg(company))
        .json()
        .value(u"integrations"_s)
        .toArray()
        .at(0)[u"integrationId"_s]
        .toString();
}

void ResolveTest::repeatingConfirmsOnceMore_data()
{
    QTest::addColumn<QString>("company");
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("status");
    QTest::newRow("it is not there") << "gone" << QByteArray("closeBeforeReply") << 0 << "live";
    // SmartRecruiters decides; its answer to a second call is not known in advance.
    QTest::newRow("it is there") << "there" << QByteArray("closeAfterCommit") << 1 << "";
}

void ResolveTest::repeatingConfirmsOnceMore()
{
    QFETCH(QString, company);
    QFETCH(QByteArray, how);
    QFETCH(int, exitCode);
    QFETCH(QString, status);
    const QString id = loseTheAnswerOf(company, how.constData());
    QVERIFY(!id.isEmpty());
    const auto shown = run(u"integrations show "_s + id);
    QCOMPARE(shown.json().value(u"evidence"_s).toString(), u"notAsked"_s);
    const auto text = m_program.run({u"integrations"_s, u"show"_s, id});
    QVERIFY2(text.out.contains("--repeat --consented-by NAME"), text.out.constData());

    const auto repeated = run(u"integrations resolve %1 --repeat --consented-by Ana"_s.arg(id));
    QVERIFY2(repeated.exitCode == exitCode, repeated.err.constData());
    QCOMPARE(repeated.json().value(u"status"_s).toString(), status);
    QCOMPARE(m_simulated.confirms(company), 2); // repeated by hand, never automatically
    // A company that was not confirmed keeps the row that says so.
    QCOMPARE(unknownRows(company), exitCode == 0 ? 0 : 1);
}

/// Every command that confirms, after an unknown outcome -> nothing is sent.
void ResolveTest::noCommandConfirmsOverAnUnknownOutcome()
{
    const QString company = u"guarded"_s;
    QVERIFY(!loseTheAnswerOf(company, "closeAfterCommit").isEmpty());
    const auto again = run(u"onboard --company guarded --consented-by Ana"_s);
    QCOMPARE(again.exitCode, 5);
    QVERIFY2(again.err.contains("integrations show"), again.err.constData());
    QCOMPARE(run(u"onboard --company guarded --wait --port 0"_s).exitCode, 5);
    QFile list(m_program.folder() + u"/customers.csv"_s);
    QVERIFY(list.open(QFile::WriteOnly));
    list.write("companyId,consentedBy\nguarded,Ana\n");
    list.close();
    QCOMPARE(run(u"bulk %1 --do onboard"_s.arg(list.fileName())).exitCode, 5);
    QCOMPARE(m_simulated.confirms(company), 1);
    QCOMPARE(unknownRows(company), 1);
}

void ResolveTest::withoutRepeatingItOnlyEnds()
{
    const QString company = u"ended"_s;
    const QString id = loseTheAnswerOf(company, "closeBeforeReply");
    QVERIFY(!id.isEmpty());
    const auto resolved = run(u"integrations resolve "_s + id);
    QCOMPARE(resolved.exitCode, 0);
    QCOMPARE(resolved.json().value(u"evidence"_s).toString(), u"notAsked"_s);
    QCOMPARE(m_simulated.confirms(company), 1);
    QCOMPARE(run(u"integrations show "_s + id).exitCode, 1);
}

void ResolveTest::whatIsWrongChangesNothing_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("nobody approved") << "--repeat";
    QTest::newRow("an empty name") << "--repeat --consented-by=";
    QTest::newRow("a name for nothing") << "--consented-by Ana";
}

void ResolveTest::whatIsWrongChangesNothing()
{
    QFETCH(QString, options);
    const QString company = u"wrong-%1"_s.arg(qHash(QLatin1String(QTest::currentDataTag())));
    const QString id = loseTheAnswerOf(company, "closeBeforeReply");
    QVERIFY(!id.isEmpty());
    QCOMPARE(run(u"integrations resolve %1 %2"_s.arg(id, options)).exitCode, 2);
    QCOMPARE(m_simulated.confirms(company), 1);
    QCOMPARE(run(u"integrations show "_s + id).json().value(u"status"_s).toString(), u"unknown"_s);
}

JETBRIDGE_TEST(ResolveTest)
#include "ResolveTest.moc"
