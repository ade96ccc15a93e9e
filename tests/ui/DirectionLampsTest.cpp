// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/DirectionLamps.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QLabel>
#include <QTest>

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
        QTest::newRow("one way") << wayBack << false << QStringLiteral("one way only") << QString();
        QTest::newRow("never") << wayBack << true << QStringLiteral("never rehearsed")
                               << QStringLiteral("cannot be seen");
        wayBack.servedBy = TokenService::Given;
        wayBack.rehearsedAt = once;
        wayBack.rehearsedBy = {true, false};
        QTest::newRow("rehearsed at the partner's server")
            << wayBack << true << QStringLiteral("rehearsed by us")
            << QStringLiteral("by body only, not by Basic");
        QTest::newRow("whose use nobody sees here")
            << wayBack << true << QStringLiteral("rehearsed by us")
            << QStringLiteral("cannot be seen");
        wayBack.servedBy = TokenService::Here;
        QTest::newRow("not used so far") << wayBack << true << QStringLiteral("rehearsed by us")
                                         << QStringLiteral("has not asked");
        wayBack.firstUsedAt = wayBack.lastUsedAt = later;
        QTest::newRow("used") << wayBack << true << QStringLiteral("used by SmartRecruiters")
                              << QStringLiteral("first token");
        wayBack.refusedAt = later.addSecs(60);
        wayBack.refusal = Message::inWords(QStringLiteral("it answered 401 invalid_client."));
        QTest::newRow("refused") << wayBack << true << QStringLiteral("refused")
                                 << QStringLiteral("401 invalid_client");
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
        QCOMPARE(text("toSmartRecruiters"), QStringLiteral("To SmartRecruiters: Live"));
        QCOMPARE(text("fromSmartRecruiters"), QStringLiteral("From SmartRecruiters: ") + word);
        QVERIFY2(text("fromSmartRecruitersDetails").contains(details),
            qPrintable(text("fromSmartRecruitersDetails")));
        QCOMPARE(text("fromSmartRecruitersDetails").isEmpty(), details.isEmpty());
    }
};

JETBRIDGE_GUI_TEST(DirectionLampsTest)
#include "DirectionLampsTest.moc"
