// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Plan.h"
#include "conformance/Documents.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace jetbridge;
using namespace jetbridge::conformance;

/// Tests the lists of checks, the plans made from them, and the reports.
class PlanTest : public QObject {
    Q_OBJECT

private:
    static CheckReport reportWith(CheckStatus status)
    {
        CheckReport report;
        report.complete = true;
        CheckResult result;
        result.id = "token.good";
        result.group = "token";
        result.title = "A <b>title</b>";
        result.got = "<script>alert(1)</script>";
        result.status = status;
        report.results = {result};
        return report;
    }
    static QByteArray noCurl(const Exchange&) { return {}; }

private Q_SLOTS:
    void everyCheckSaysAllThatAFindingNeeds()
    {
        QSet<QString> ids;
        for (const Group& group : allGroups())
            for (const Check& check : group.checks) {
                const QString id(check.id);
                QVERIFY2(id.startsWith(QLatin1String(group.name) + '.'), check.id);
                QVERIFY2(!ids.contains(id), check.id);
                ids.insert(id);
                for (const char* text :
                    {check.title, check.clause, check.expected, check.why, check.how})
                    QVERIFY2(text && *text, check.id);
                QVERIFY2(check.judge, check.id);
                // A check that this one judges, or that proves it, is listed before it.
                for (const char* other : {check.of, check.twin})
                    QVERIFY2(!other || ids.contains(QString(other)), check.id);
                QVERIFY2(!check.ask || !check.of, check.id);
            }
        QVERIFY2(ids.size() >= 100, qPrintable(QString::number(ids.size())));
    }

    void aPlanChoosesAndWeighs()
    {
        const auto plan = Plan::fromJson(
            R"({"groups":["token"],"with":["brute-force"],
                "checks":{"token.pragma":"off","token.both-methods":"fault"}})");
        QVERIFY(plan.has_value());
        const QList<Group> chosen = plan->chosen();
        QCOMPARE(chosen.size(), 1);
        QStringList ids;
        for (const Check& check : chosen.first().checks) {
            ids.append(check.id);
            if (ids.last() == "token.both-methods")
                QCOMPARE(check.weight, Weight::Fault);
        }
        QVERIFY(ids.contains("token.brute-force") && !ids.contains("token.pragma"));
        QVERIFY(plan->notMeasured().join('\n').contains("token.pragma"));
        QVERIFY(plan->notMeasured().join('\n').contains("all checks of callbackUrl"));
        QVERIFY(plan->hash() != Plan().hash());
    }

    void whatOneCheckNeedsRunsWithIt()
    {
        Plan plan;
        plan.only = QStringList{"token.challenge"};
        QStringList ids;
        for (const Group& group : plan.chosen())
            for (const Check& check : group.checks)
                ids.append(check.id);
        QCOMPARE(ids, (QStringList{"token.good", "token.wrong-secret-basic", "token.challenge"}));
    }

    void aPlanThatIsNotUnderstoodSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("{") << "";
        QTest::newRow("a field") << QByteArray(R"({"group":["token"]})") << "\"group\"";
        QTest::newRow("a group") << QByteArray(R"({"groups":["tokens"]})") << "\"tokens\"";
        QTest::newRow("a severity")
            << QByteArray(R"({"checks":{"token.good":"high"}})") << "\"token.good\"";
        QTest::newRow("a check") << QByteArray(R"({"checks":{"token.bad":"off"}})")
                                 << "\"token.bad\"";
        QTest::newRow("half a waiver")
            << QByteArray(R"({"waivers":[{"check":"token.good"}]})") << "\"token.good\"";
    }
    void aPlanThatIsNotUnderstoodSaysWhy()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const auto plan = Plan::fromJson(json);
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, FailureKind::Invalid);
        QVERIFY2(plan.error().detail.english().contains(said), qPrintable(plan.error().detail));
    }

    void theVerdictCountsWhatWasNotMeasured_data()
    {
        QTest::addColumn<CheckStatus>("status");
        QTest::addColumn<CheckVerdict>("verdict");
        QTest::newRow("passed") << CheckStatus::Passed << CheckVerdict::Ready;
        QTest::newRow("warning") << CheckStatus::Warning << CheckVerdict::Ready;
        QTest::newRow("review") << CheckStatus::Review << CheckVerdict::Ready;
        QTest::newRow("not applicable") << CheckStatus::NotApplicable << CheckVerdict::Ready;
        QTest::newRow("failed") << CheckStatus::Failed << CheckVerdict::NotReady;
        QTest::newRow("error") << CheckStatus::Error << CheckVerdict::Incomplete;
        QTest::newRow("skipped") << CheckStatus::Skipped << CheckVerdict::Incomplete;
    }
    void theVerdictCountsWhatWasNotMeasured()
    {
        QFETCH(CheckStatus, status);
        QFETCH(CheckVerdict, verdict);
        CheckReport report = reportWith(status);
        QCOMPARE(report.verdict(), verdict);
        report.results.first().waiver = CheckWaiver{"token.good", "r", "p", QDate(2199, 1, 1)};
        if (status == CheckStatus::Failed)
            QCOMPARE(report.verdict(), CheckVerdict::Ready);
        report.complete = false;
        QVERIFY(report.verdict() != CheckVerdict::Ready);
    }

    void reportsComeBackAndAreCompared()
    {
        const CheckReport failed = reportWith(CheckStatus::Failed);
        const auto read = CheckReport::fromJson(QJsonDocument(failed.toJson()).toJson());
        QVERIFY(read.has_value());
        QCOMPARE(read->results.first().status, CheckStatus::Failed);
        QCOMPARE(
            compareChecks(*read, reportWith(CheckStatus::Passed)).fixed, QStringList{"token.good"});
        QCOMPARE(compareChecks(reportWith(CheckStatus::Passed), failed).fresh,
            QStringList{"token.good"});
        QCOMPARE(compareChecks(*read, failed).same, QStringList{"token.good"});
        // A fault that could not be measured does not count as fixed.
        QCOMPARE(compareChecks(*read, reportWith(CheckStatus::Error)).fixed, QStringList());
        QVERIFY(!CheckReport::fromJson("{}"));
    }

    void whatOthersSentStaysTextInEveryDocument()
    {
        const CheckReport report = reportWith(CheckStatus::Failed);
        const QByteArray html = htmlDocument(report, noCurl);
        QVERIFY(!html.contains("<script>") && html.contains("&lt;script&gt;"));
        const QByteArray junit = junitDocument(report);
        QVERIFY(!junit.contains("<script>") && junit.contains("<failure "));
        QVERIFY(textDocument(report, noCurl, true).contains("not ready"));
    }
};

JETBRIDGE_TEST(PlanTest)
#include "PlanTest.moc"
