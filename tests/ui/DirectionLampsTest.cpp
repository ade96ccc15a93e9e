// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/DirectionLamps.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Texts of a customer's two lamps.
class DirectionLampsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachDirectionHasItsOwnTruth_data()
    {
        QTest::addColumn<WayBack>("wayBack");
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("details"); // a part of the text; empty if it is hidden
        const QDateTime once = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
        const QDateTime later = once.addSecs(60);
        WayBack wayBack;
        QTest::newRow("one way") << wayBack << false << u"one way only"_s << QString();
        QTest::newRow("never") << wayBack << true << u"never rehearsed"_s << u"cannot be seen"_s;
        wayBack.servedBy = TokenService::Given;
        wayBack.rehearsedAt = once;
        wayBack.rehearsedBy = {true, false};
        QTest::newRow("rehearsed at the partner's server")
            << wayBack << true << u"rehearsed by us"_s << u"by body only, not by Basic"_s;
        QTest::newRow("whose use nobody sees here")
            << wayBack << true << u"rehearsed by us"_s << u"cannot be seen"_s;
        wayBack.servedBy = TokenService::Here;
        QTest::newRow("not used so far")
            << wayBack << true << u"rehearsed by us"_s << u"has not asked"_s;
        wayBack.firstUsedAt = wayBack.lastUsedAt = later;
        QTest::newRow("used") << wayBack << true << u"used by SmartRecruiters"_s
                              << u"first token"_s;
        wayBack.refusedAt = later.addSecs(60);
        wayBack.refusal = Message::inWords(u"it answered 401 invalid_client."_s);
        QTest::newRow("refused") << wayBack << true << u"refused"_s << u"401 invalid_client"_s;
    }
    void eachDirectionHasItsOwnTruth()
    {
        QFETCH(WayBack, wayBack);
        QFETCH(bool, bidirectional);
        QFETCH(QString, word);
        QFETCH(QString, details);
        Integration integration;
        integration.status = IntegrationStatus::Live;
        integration.bidirectional = bidirectional;
        integration.wayBack = wayBack;
        ui::DirectionLamps lamps;
        lamps.show(integration);
        const auto text = [&lamps](const char* name) {
            return lamps.findChild<QLabel*>(QLatin1String(name))->text();
        };
        QCOMPARE(text("toSmartRecruiters"), u"To SmartRecruiters: Live"_s);
        QCOMPARE(text("fromSmartRecruiters"), u"From SmartRecruiters: "_s + word);
        QVERIFY2(text("fromSmartRecruitersDetails").contains(details),
            qPrintable(text("fromSmartRecruitersDetails")));
        QCOMPARE(text("fromSmartRecruitersDetails").isEmpty(), details.isEmpty());
    }
};

JETBRIDGE_GUI_TEST(DirectionLampsTest)
#include "DirectionLampsTest.moc"
