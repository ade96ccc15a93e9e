// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Emission.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace jetbridge;
using namespace std::chrono_literals;

/// Something that tells of changes.
class Teller : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void changed();
};

class EmissionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSignalThatComesTwiceInOneTurnGoesOnOnce()
    {
        Teller teller;
        int resumed = 0;
        const auto wait = [&]() -> QCoro::Task<> {
            co_await emission(&teller, &Teller::changed, 60s);
            ++resumed;
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
        QCoro::waitFor(emission(&teller, &Teller::changed, 20ms));
        QVERIFY(timer.elapsed() >= 15);
    }
};

JETBRIDGE_TEST(EmissionTest)
#include "EmissionTest.moc"
