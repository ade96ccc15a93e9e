// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/VerificationRounds.h"

#include "async/Later.h"
#include "support/TestMain.h"
#include "wire/TestClock.h"
#include "wire/TestTimer.h"

#include <QSignalSpy>
#include <QTest>

using namespace jetbridge;
using namespace std::chrono_literals;

namespace {

/// Rounds whose verifications take as long as the test says.
struct Office {
    test::TestClock clock;
    test::TestTimer timer;
    QList<QDateTime> asked; ///< Times before which a last verification makes a customer due.
    std::function<bool()> mayGoOn;
    bool isSlow = false;
    std::optional<async::Later<Outcome<int>>> pending;
    VerificationRounds rounds{
        timer, clock, [this](QDateTime before, std::function<bool()> go) -> Task<Outcome<int>> {
            asked.append(before);
            mayGoOn = go;
            if (!isSlow)
                co_return 0;
            const auto later = pending.emplace();
            const Outcome<int> count = co_await later;
            co_return count;
        }};

    void pass(std::chrono::seconds time)
    {
        clock.advance(int(time.count()));
        timer.advance(time);
    }
};

} // namespace

class VerificationRoundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsComeInTimeForWhoeverWouldExpire_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("periodSeconds");
        QTest::newRow("a day") << 24 << 3600;
        QTest::newRow("a week: every hour at the latest") << 168 << 3600;
        QTest::newRow("an hour") << 1 << 150;
    }
    void roundsComeInTimeForWhoeverWouldExpire()
    {
        QFETCH(int, hours);
        QFETCH(int, periodSeconds);
        Office office;
        office.rounds.setInterval(std::chrono::hours(hours));
        office.rounds.start();
        QVERIFY(office.asked.isEmpty());
        office.pass(60s);
        QCOMPARE(office.asked.size(), 1);
        // A customer that is left out now is still valid two rounds later.
        QCOMPARE(
            office.asked.first(), office.clock.now().addSecs(-3600 * hours + 2 * periodSeconds));
        office.pass(std::chrono::seconds(periodSeconds) - 1s);
        QCOMPARE(office.asked.size(), 1);
        office.pass(1s);
        QCOMPARE(office.asked.size(), 2);
    }

    void withoutAnIntervalThereAreNoRounds()
    {
        Office office;
        office.rounds.start();
        office.pass(100h);
        QVERIFY(office.asked.isEmpty());
        office.rounds.setInterval(24h);
        office.pass(60s);
        QCOMPARE(office.asked.size(), 1);
        office.rounds.setInterval(0h);
        office.pass(100h);
        QCOMPARE(office.asked.size(), 1);
    }

    void switchedOffThereAreNoRounds()
    {
        Office office;
        office.rounds.setInterval(24h);
        office.pass(100h);
        QVERIFY(office.asked.isEmpty());
        office.rounds.start();
        office.rounds.stop();
        office.pass(100h);
        QVERIFY(office.asked.isEmpty());
    }

    void aRoundThatTakesLongIsNotOvertaken()
    {
        Office office;
        office.isSlow = true;
        office.rounds.setInterval(24h);
        office.rounds.start();
        office.pass(60s);
        office.pass(10h);
        QCOMPARE(office.asked.size(), 1);
        QVERIFY(!office.rounds.isIdle());
        office.pending->settle(7);
        QTRY_VERIFY(office.rounds.isIdle());
        office.pass(1h);
        QCOMPARE(office.asked.size(), 2);
        office.pending->settle(0);
        QTRY_VERIFY(office.rounds.isIdle());
    }

    void stoppingTellsTheRoundUnderWayAndSaysWhenItIsOver()
    {
        Office office;
        office.isSlow = true;
        office.rounds.setInterval(24h);
        office.rounds.start();
        office.pass(60s);
        QVERIFY(office.mayGoOn());
        QSignalSpy idle(&office.rounds, &VerificationRounds::idle);
        office.rounds.stop();
        QVERIFY(!office.mayGoOn());
        office.pending->settle(failed(FailureKind::Cancelled, Message()));
        QTRY_COMPARE(idle.size(), 1);
    }

    void whoIsGoneIsNotTouchedAnyMore()
    {
        auto office = std::make_unique<Office>();
        office->isSlow = true;
        office->rounds.setInterval(24h);
        office->rounds.start();
        office->pass(60s);
        const auto mayGoOn = office->mayGoOn;
        const auto pending = office->pending;
        office.reset();
        QVERIFY(!mayGoOn());
        pending->settle(1);
        QCoreApplication::processEvents();
    }
};

JETBRIDGE_TEST(VerificationRoundsTest)
#include "VerificationRoundsTest.moc"
