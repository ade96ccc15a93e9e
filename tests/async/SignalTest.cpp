// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Signal.h"

#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QElapsedTimer>
#include <QTest>

using namespace jetbridge;
using namespace std::chrono_literals;

/// An object that emits a signal.
class Teller : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void changed();
};

/// Tests waiting for a signal.
class SignalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSignalThatComesTwiceInOneTurnGoesOnOnce()
    {
        Teller teller;
        int resumed = 0;
        const auto wait = [&]() -> QCoro::Task<> {
            const bool came = co_await async::emission(&teller, &Teller::changed, 60s);
            resumed += came ? 1 : 100;
        };
        auto task = wait();
        Q_EMIT teller.changed();
        Q_EMIT teller.changed();
        QCOMPARE(resumed, 0);
        QTRY_COMPARE(resumed, 1);
        Q_EMIT teller.changed();
        QCoreApplication::processEvents();
        QCOMPARE(resumed, 1);
    }

    void nobodyWaitsForEver()
    {
        Teller teller;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!QCoro::waitFor(async::emission(&teller, &Teller::changed, 20ms)));
        QVERIFY(timer.elapsed() >= 15);
    }

    void whoeverWaitsForSomebodyWhoGoesIsTold()
    {
        auto* teller = new Teller;
        teller->deleteLater();
        QVERIFY(!QCoro::waitFor(async::emission(teller, &Teller::changed)));
    }
};

JETBRIDGE_TEST(SignalTest)
#include "SignalTest.moc"
