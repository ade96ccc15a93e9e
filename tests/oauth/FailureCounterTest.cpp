// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/FailureCounter.h"
#include "support/TestMain.h"

#include <QTest>

using jetbridge::oauth::FailureCounter;

class FailureCounterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyOfAnyLengthIsCountedAndNotKept()
    {
        for (const qsizetype length : {10, 1024 * 1024}) {
            FailureCounter counter;
            const QByteArray key(length, 'x');
            for (int i = 0; i < FailureCounter::allowedFailures; ++i) {
                QCOMPARE(counter.waitMs(key, i), 0);
                counter.failed(key, i);
            }
            QVERIFY(counter.waitMs(key, FailureCounter::allowedFailures) > 0);
            QCOMPARE(counter.waitMs(key + 'y', FailureCounter::allowedFailures), 0);
            // Otherwise somebody else still shares the bytes.
            QVERIFY(length < 100 || key.isDetached());
            counter.succeeded(key);
            QCOMPARE(counter.waitMs(key, FailureCounter::allowedFailures), 0);
        }
    }
};

JETBRIDGE_TEST(FailureCounterTest)
#include "FailureCounterTest.moc"
