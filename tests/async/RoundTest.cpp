// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Round.h"

#include "async/Later.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace jetbridge;
using namespace jetbridge::async;
using namespace std::chrono_literals;

namespace {

/// The owner of a round; its alarms and the end of its work are triggered by hand.
struct Owner {
    Round::Pause planned{-1};
    std::function<void()> ring;
    int begun = 0;
    Later<std::optional<Round::Pause>> end;
    Round round{[this](Round::Pause in, std::function<void()> alarm) {
                    planned = in;
                    ring = std::move(alarm);
                },
        [this] {
            return work();
        }};

    Task<std::optional<Round::Pause>> work()
    {
        ++begun;
        end = {};
        const Later<std::optional<Round::Pause>> current = end;
        const auto pause = co_await current;
        co_return pause;
    }
};

} // namespace

/// Tests repeated background work.
class RoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itRestsAsLongAsItsWorkSays()
    {
        Owner owner;
        owner.round.start(60s);
        owner.round.start(1s); // The rounds are on already.
        QCOMPARE(owner.planned, Round::Pause(60s));
        owner.ring();
        QCOMPARE(owner.begun, 1);
        QVERIFY(!owner.round.isIdle());
        owner.end.settle(5s);
        QVERIFY(owner.round.isIdle());
        QCOMPARE(owner.planned, Round::Pause(5s));
        owner.ring();
        QCOMPARE(owner.begun, 2);
        owner.planned = -1ms;
        owner.end.settle(std::nullopt);
        QCOMPARE(owner.planned, Round::Pause(-1));
        owner.round.wake();
        QCOMPARE(owner.planned, Round::Pause(0));
    }

    void whatWasPlannedBeforeDoesNotRing()
    {
        Owner owner;
        owner.round.start(60s);
        const auto former = owner.ring;
        owner.round.wake();
        former();
        QCOMPARE(owner.begun, 0);
        owner.ring();
        QCOMPARE(owner.begun, 1);
        owner.end.settle(std::nullopt);
    }

    void whoeverIsWokenAtWorkGoesOnSooner()
    {
        Owner owner;
        owner.round.start(0s);
        owner.ring();
        owner.round.wake(2s);
        QCOMPARE(owner.begun, 1); // Two runs never overlap.
        owner.end.settle(60s);
        QCOMPARE(owner.planned, Round::Pause(2s));
    }

    void theWorkUnderWayIsTheLastAfterAStop()
    {
        Owner owner;
        QSignalSpy idle(&owner.round, &Round::idle);
        owner.round.start(0s);
        owner.ring();
        owner.planned = -1ms;
        owner.round.stop();
        owner.round.wake();
        QVERIFY(!owner.round.isOn() && !owner.round.isIdle());
        owner.end.settle(1s);
        QCOMPARE(idle.count(), 1);
        QCOMPARE(owner.planned, Round::Pause(-1));
    }

    void itMayGoWhileItWorks()
    {
        auto owner = std::make_unique<Owner>();
        owner->round.start(0s);
        const auto ring = owner->ring;
        ring();
        const auto end = owner->end;
        owner.reset();
        end.settle(1s);
        ring();
    }
};

JETBRIDGE_TEST(RoundTest)
#include "RoundTest.moc"
