// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Later.h"

#include "async/Scope.h"
#include "async/Worker.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::async;

namespace {

/// A coroutine that waits for one value, and records it together with the thread on which it
/// resumed.
struct Waiter {
    std::optional<int> got;
    QThread* where = nullptr;

    QCoro::Task<> wait(Later<int> later)
    {
        got = co_await later;
        where = QThread::currentThread();
    }
    QCoro::Task<> wait(Task<int> task)
    {
        got = co_await task;
        where = QThread::currentThread();
    }
};

} // namespace

/// Tests one value that is set later, and the coroutines that wait for it.
class LaterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoeverWaitsOnThisThreadGoesOnAtOnce()
    {
        const Later<int> later;
        Waiter waiter;
        waiter.wait(later);
        QVERIFY(!waiter.got);
        later.settle(1);
        later.settle(2); // The first value counts.
        QCOMPARE(waiter.got, 1);
        QVERIFY(later.isSettled());
    }

    void whatIsSettledBeforeIsNotWaitedFor()
    {
        const Later<int> later;
        later.settle(1);
        Waiter waiter;
        waiter.wait(later);
        QCOMPARE(waiter.got, 1);
    }

    void everybodyWhoWaitsGetsTheValue()
    {
        const Later<int> later;
        Waiter one;
        Waiter other;
        one.wait(later);
        other.wait(later);
        later.settle(5);
        QCOMPARE(one.got, 5);
        QCOMPARE(other.got, 5);
    }

    void settledFromAnotherThreadItGoesOnHere()
    {
        // Many times, because the two threads may meet at any point.
        for (int i = 0; i < 100; ++i) {
            Worker worker(u"other"_s);
            const Later<int> later;
            worker.post([later, i] { later.settle(i); });
            Waiter waiter;
            waiter.wait(later);
            QTRY_VERIFY(waiter.got);
            QCOMPARE(waiter.got, i);
            QCOMPARE(waiter.where, QThread::currentThread());
        }
    }

    void aScopeThatEndsCancelsWhatWaitsInIt()
    {
        auto scope = std::make_unique<Scope>();
        const auto never = [](Later<int> later) -> Task<int> {
            co_return co_await later;
        };
        const Later<int> first;
        const Later<int> second;
        Waiter done;
        Waiter cancelled;
        done.wait(scope->within(never(first), -1));
        cancelled.wait(scope->within(never(second), -1));
        first.settle(7);
        QCOMPARE(done.got, 7);
        QVERIFY(!cancelled.got);
        scope->end();
        QCOMPARE(cancelled.got, -1);
        Waiter late;
        const Later<int> third;
        late.wait(scope->within(never(third), -1));
        QCOMPARE(late.got, -1);
        const auto hasEnded = scope->hasEnded();
        scope.reset();
        QVERIFY(hasEnded());
        second.settle(3); // Nobody awaits these values any more.
        third.settle(3);
        QCOMPARE(cancelled.got, -1);
    }

    /// Code that uses the scope's owner must not run after the owner is destroyed.
    void aScopeThatEndsLeavesNoValueUnderWayBehind()
    {
        Worker worker(u"other"_s);
        const Later<int> later;
        Scope scope;
        const auto kept = scope.keep(later, -1);
        Waiter waiter;
        waiter.wait(later);
        worker.post([later] { later.settle(5); });
        worker.stop(); // The value is on its way to this thread, which has not received it yet.
        QVERIFY(!waiter.got);
        scope.end();
        QCOMPARE(waiter.got, 5);
        waiter.got.reset();
        QCoreApplication::processEvents();
        QVERIFY(!waiter.got); // It resumes only once.
    }

    void aScopeEndsWithTheOneAroundIt()
    {
        Scope outer;
        Scope inner(&outer);
        const Scope former(&outer);
        const auto never = [](Later<int> later) -> Task<int> {
            co_return co_await later;
        };
        const Later<int> pending;
        Waiter waiter;
        waiter.wait(inner.within(never(pending), -1));
        QVERIFY(!inner.hasEnded()());
        outer.end();
        QVERIFY(inner.hasEnded()());
        QCOMPARE(waiter.got, -1);
        const Scope late(&outer);
        QVERIFY(late.hasEnded()());
        pending.settle(3); // Nobody awaits it any more.
        QCOMPARE(waiter.got, -1);
    }
};

JETBRIDGE_TEST(LaterTest)
#include "LaterTest.moc"
