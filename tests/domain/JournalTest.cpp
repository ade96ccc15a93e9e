// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Journal.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A power failure may lose only what can be repeated, and never a failure.
    void onlyWhatCanBeDoneAgainNeedNotReachTheDiskAtOnce_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QList<StepState>>("mayWait");
        const QList<StepState> beginAndSuccess{StepState::Started, StepState::Done};
        QTest::newRow("preflight") << Step::Preflight << beginAndSuccess;
        QTest::newRow("token") << Step::Token << beginAndSuccess;
        QTest::newRow("finish") << Step::Finish << beginAndSuccess;
        QTest::newRow("prove") << Step::Prove << beginAndSuccess;
        QTest::newRow("consent") << Step::Consent << QList<StepState>{StepState::Done};
        QTest::newRow("store") << Step::Store << QList<StepState>{StepState::Done};
        for (const Step step : {Step::Confirm, Step::Notified, Step::Removed,
                 Step::Replaced, Step::Rotated, Step::HandedOver})
            QTest::newRow(qPrintable(stepName(step))) << step << QList<StepState>();
    }
    void onlyWhatCanBeDoneAgainNeedNotReachTheDiskAtOnce()
    {
        QFETCH(Step, step);
        QFETCH(QList<StepState>, mayWait);
        for (const StepState state :
            {StepState::Started, StepState::Done, StepState::Failed, StepState::Unknown}) {
            JournalEntry line;
            line.step = step;
            line.state = state;
            QVERIFY2(mustReachTheDisk(line) != mayWait.contains(state),
                qPrintable(stepStateName(state)));
        }
    }
};

JETBRIDGE_TEST(JournalTest)
#include "JournalTest.moc"
