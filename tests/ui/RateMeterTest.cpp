// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/RateMeter.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

RateUse rate(int waiting, std::chrono::milliseconds pause = {})
{
    RateUse rate;
    rate.client = ClientId(u"customer-1"_s);
    rate.perSecond = 10;
    rate.atOnce = 8;
    rate.underWay = 3;
    rate.waiting = waiting;
    rate.pausedFor = pause;
    return rate;
}

} // namespace

class RateMeterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsTroubledWhileNothingWaits()
    {
        RateMeter meter;
        QVERIFY(meter.isHidden());
        meter.read({rate(0)});
        QVERIFY(meter.isHidden());
        meter.read({rate(4)});
        QVERIFY(!meter.isHidden());
        meter.read({});
        QVERIFY(meter.isHidden());
    }

    void whatWaitsIsCountedOverAllCredentials()
    {
        RateMeter meter;
        meter.read({rate(4), rate(996)});
        QVERIFY2(meter.text().contains("1000"_L1), qPrintable(meter.text()));
        QCOMPARE(meter.accessibleName(), meter.text());
        QVERIFY(meter.toolTip().contains("customer-1: 0 of 10 a second, 3 of 8"_L1));
    }

    void aPauseThatSmartRecruitersAskedForIsSaidWithItsTime()
    {
        RateMeter meter;
        meter.read({rate(2), rate(0, std::chrono::milliseconds(6200))});
        QVERIFY2(meter.text().contains("7 s"_L1), qPrintable(meter.text()));
    }
};

JETBRIDGE_GUI_TEST(RateMeterTest)
#include "RateMeterTest.moc"
