// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Worker.h"

#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::async;

namespace {

Task<QThread*> whereAmI()
{
    co_return QThread::currentThread();
}

} // namespace

/// Tests work on other threads, and the return to the caller's thread.
class WorkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWorkRunsThereInItsOrderAndTheCallerGoesOnHere()
    {
        Worker worker(u"other"_s);
        QList<int> order;
        worker.post([&order] { order.append(1); });
        QThread* const ran = QCoro::waitFor(worker.run<QThread*>([&order] {
            order.append(2);
            return QThread::currentThread();
        }));
        QCOMPARE(ran, worker.context()->thread());
        QVERIFY(ran != QThread::currentThread());
        QCOMPARE(order, QList<int>({1, 2}));
    }

    void whatWasPostedIsDoneBeforeTheThreadEnds()
    {
        int done = 0;
        {
            Worker worker(u"other"_s);
            for (int i = 0; i < 100; ++i)
                worker.post([&done] { ++done; });
        }
        QCOMPARE(done, 100);
    }

    void thePoolDoesWhatNeedsNoThreadOfItsOwn()
    {
        QThread* const ran =
            QCoro::waitFor(inBackground<QThread*>([] { return QThread::currentThread(); }));
        QVERIFY(ran != QThread::currentThread());
    }

    void aCoroutineRunsOnTheThreadOfAnotherObject()
    {
        Worker worker(u"other"_s);
        QThread* const ran = QCoro::waitFor(onThreadOf<QThread*>(
            worker.context(), [] { return whereAmI(); }, nullptr));
        QCOMPARE(ran, worker.context()->thread());
    }

    void whereTheObjectIsGoneTheCallerIsTold()
    {
        Worker worker(u"other"_s);
        auto* context = new QObject;
        context->moveToThread(worker.context()->thread());
        // The call is queued behind the deletion of its context, so it can never run.
        worker.post([context] {
            QThread::msleep(50);
            delete context;
        });
        QThread* const ran = QCoro::waitFor(onThreadOf<QThread*>(
            context, [] { return whereAmI(); }, nullptr));
        QCOMPARE(ran, nullptr);
    }
};

JETBRIDGE_TEST(WorkerTest)
#include "WorkerTest.moc"
