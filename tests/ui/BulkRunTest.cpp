// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/BulkRun.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTimer>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

QList<IntegrationId> ids(int count)
{
    QList<IntegrationId> list;
    for (int i = 0; i < count; ++i)
        list.append(IntegrationId(QString::number(i)));
    return list;
}

/// Takes a moment for each customer, and counts how many run at once.
class Worker {
public:
    int underWay = 0;
    int most = 0;
    QStringList begun;

    BulkRun::Work work()
    {
        return [this](IntegrationId id) {
            return one(*this, std::move(id));
        };
    }

private:
    static Task<Outcome<Done>> one(Worker& worker, IntegrationId id)
    {
        worker.begun.append(id.text());
        worker.most = std::max(worker.most, ++worker.underWay);
        QTimer moment;
        moment.setSingleShot(true);
        moment.start(1);
        co_await moment;
        --worker.underWay;
        if (id.text().endsWith(QLatin1Char('7')))
            co_return failed(FailureKind::VaultUnavailable, u"locked"_s);
        co_return Done{};
    }
};

} // namespace

class BulkRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCustomerHasItsTurnOnceAndAFewAtATime()
    {
        Worker worker;
        BulkRun run;
        QSignalSpy finished(&run, &BulkRun::finished);
        run.start(ids(100), worker.work());
        QVERIFY(run.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!run.isRunning());
        QCOMPARE(QSet<QString>(worker.begun.cbegin(), worker.begun.cend()).size(), 100);
        QCOMPARE(worker.begun.size(), 100);
        QVERIFY2(worker.most > 1 && worker.most <= 4, qPrintable(QString::number(worker.most)));
        QCOMPARE(run.done(), 100);
        QCOMPARE(run.failed(), 10);
        QVERIFY(run.lastFailure().kind == FailureKind::VaultUnavailable);
    }

    void stoppedItBeginsNoMoreAndEndsWhatIsUnderWay()
    {
        Worker worker;
        BulkRun run;
        QSignalSpy finished(&run, &BulkRun::finished);
        run.start(ids(100), worker.work());
        QTRY_VERIFY(run.done() >= 8);
        run.cancel();
        const qsizetype begun = worker.begun.size();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(worker.begun.size(), begun);
        QCOMPARE(worker.underWay, 0);
        QCOMPARE(run.done(), int(begun));
        QCOMPARE(run.total(), 100);
        run.cancel(); // a second call has no effect
        QCOMPARE(finished.size(), 1);
    }

    void anotherRunStartsFromNothing()
    {
        Worker worker;
        BulkRun run;
        run.start(ids(8), worker.work());
        QTRY_VERIFY(!run.isRunning());
        QCOMPARE(run.failed(), 1);
        run.start(ids(3), worker.work());
        QTRY_VERIFY(!run.isRunning());
        QCOMPARE(run.done(), 3);
        QCOMPARE(run.failed(), 0);
    }
};

JETBRIDGE_TEST(BulkRunTest)
#include "BulkRunTest.moc"
