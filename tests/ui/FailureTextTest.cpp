// SPDX-License-Identifier: GPL-3.0-or-later
#include "FailureText.h"

#include <QtTest>

using namespace jetbridge;

class FailureTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureAtEveryStepSaysWhatWhoAndWhatNext_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("step");
        for (int kind = 0; kind <= int(FailureKind::Invalid); ++kind)
            for (int step = 0; step <= int(Step::HandedOver); ++step)
                QTest::addRow("%s at %s", qPrintable(failureKindName(FailureKind(kind))),
                    qPrintable(stepName(Step(step))))
                    << kind << step;
    }

    void everyFailureAtEveryStepSaysWhatWhoAndWhatNext()
    {
        QFETCH(int, kind);
        QFETCH(int, step);
        const Failure failure{FailureKind(kind), 418, QStringLiteral("teapot"),
            QStringLiteral("It is a teapot."), QStringLiteral("run-1")};
        const ui::FailureText text = ui::explain(failure, Step(step));
        for (const QString& sentence : {text.what, text.next}) {
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1String("%1")), qPrintable(sentence));
        }
        QVERIFY(QStringList({QStringLiteral("You"), QStringLiteral("The customer"),
                                QStringLiteral("SmartRecruiters"), QStringLiteral("Your IT")})
                    .contains(text.who));
        for (const auto* fact : {"418", "teapot", "It is a teapot.", "run-1"})
            QVERIFY(text.textForSmartRecruiters.contains(QLatin1String(fact)));
    }

    void anUnknownOutcomeNeverAdvisesToSendAgain()
    {
        const ui::FailureText text =
            ui::explain({FailureKind::OutcomeUnknown, 0, {}, {}, {}}, Step::Confirm);
        QVERIFY(!text.next.contains(QStringLiteral("try again"), Qt::CaseInsensitive));
    }

    void missingMasterCredentialsAreNotARefusal()
    {
        const auto code = QStringLiteral("no_master_credentials");
        const auto missing = ui::explain({FailureKind::Refused, 0, code, {}, {}}, Step::Token);
        const auto refused = ui::explain({FailureKind::Refused, 401, {}, {}, {}}, Step::Token);
        QVERIFY(missing.what != refused.what);
    }
};

QTEST_GUILESS_MAIN(FailureTextTest)
#include "FailureTextTest.moc"
