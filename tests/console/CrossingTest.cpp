// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Crossing.h"
#include "support/TestMain.h"

#include <QTest>
#include <QThread>

using namespace jetbridge;

namespace {

/// A thread with an event loop and an object that lives on it.
struct OtherThread {
    OtherThread()
    {
        context->moveToThread(&thread);
        thread.start();
    }
    ~OtherThread()
    {
        if (context)
            QMetaObject::invokeMethod(
                context, [this] { delete context; }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }
    QThread thread;
    QObject* context = new QObject;
};

Task<Outcome<QThread*>> whereAmI()
{
    co_return QThread::currentThread();
}

} // namespace

class CrossingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWorkRunsThereAndTheCallerGoesOnHere()
    {
        OtherThread other;
        const auto ran =
            QCoro::waitFor(onThreadOf<QThread*>(other.context, [] { return whereAmI(); }));
        QVERIFY(ran);
        QCOMPARE(*ran, &other.thread);
        QCOMPARE(QThread::currentThread(), thread());
    }

    void aThreadThatEndsBreaksThePromiseHonestly()
    {
        OtherThread other;
        // The call is queued behind the deletion of its context, so that it can never run.
        QMetaObject::invokeMethod(other.context, [&other] {
            QThread::msleep(50);
            delete std::exchange(other.context, nullptr);
        });
        const auto ran =
            QCoro::waitFor(onThreadOf<QThread*>(other.context, [] { return whereAmI(); }));
        QVERIFY(!ran);
        QCOMPARE(ran.error().kind, FailureKind::Cancelled);
    }

    void onlyTheFirstAnswerCounts()
    {
        Promised<int> promised;
        promised.keep(1);
        promised.keep(2);
        QCOMPARE(promised.future().result().value(), 1);
    }
};

JETBRIDGE_TEST(CrossingTest)
#include "CrossingTest.moc"
