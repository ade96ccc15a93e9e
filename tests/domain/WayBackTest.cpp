// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WayBack.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class WayBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLampTellsTheLatestTruth_data()
    {
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<int>("rehearsed"); // Time, or 0 for never.
        QTest::addColumn<int>("refused");
        QTest::addColumn<int>("used");
        QTest::addColumn<QString>("state");
        QTest::newRow("one-way") << false << 0 << 0 << 0 << u"one-way"_s;
        QTest::newRow("nothing is known") << true << 0 << 0 << 0 << u"never"_s;
        QTest::newRow("rehearsed") << true << 1 << 0 << 0 << u"rehearsed"_s;
        QTest::newRow("used") << true << 1 << 0 << 2 << u"used"_s;
        QTest::newRow("used, never rehearsed") << true << 0 << 0 << 2 << u"used"_s;
        QTest::newRow("refused since") << true << 1 << 2 << 0 << u"refused"_s;
        QTest::newRow("refused since it was used") << true << 1 << 3 << 2 << u"refused"_s;
        QTest::newRow("mended") << true << 3 << 2 << 0 << u"rehearsed"_s;
        QTest::newRow("mended, used before") << true << 4 << 3 << 2 << u"used"_s;
        QTest::newRow("used after a refusal") << true << 1 << 2 << 3 << u"used"_s;
    }
    void theLampTellsTheLatestTruth()
    {
        QFETCH(bool, bidirectional);
        QFETCH(int, rehearsed);
        QFETCH(int, refused);
        QFETCH(int, used);
        const auto at = [](int second) {
            return second == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(second, utc);
        };
        WayBack wayBack;
        wayBack.rehearsedAt = at(rehearsed);
        wayBack.refusedAt = at(refused);
        wayBack.lastUsedAt = at(used);
        const WayBackState state = wayBackState(bidirectional, wayBack);
        QTEST(wayBackStateName(state), "state");
        QCOMPARE(*wayBackStateFromName(wayBackStateName(state)), state);
    }

    void ourOwnTokenUrlIsKnown_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<bool>("isOurs");
        const auto row = [](const char* name, const char* url, const char* publicUrl, bool isOurs) {
            QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(publicUrl)
                                << isOurs;
        };
        row("on this computer", "http://localhost:43117/oauth/token", "", true);
        row("another path there", "http://localhost:8080/token", "", false);
        row("a public one", "https://partner.example/jetbridge/oauth/token",
            "https://partner.example/jetbridge", true);
        row("beside it", "https://partner.example/oauth/token", "https://partner.example/jetbridge",
            false);
        row("somebody else's", "https://partner.example/oauth/token", "", false);
    }
    void ourOwnTokenUrlIsKnown()
    {
        QFETCH(QString, url);
        QFETCH(QString, publicUrl);
        QFETCH(bool, isOurs);
        QCOMPARE(isOurTokenUrl(QUrl(url), QUrl(publicUrl)), isOurs);
    }

    void namesAreReadAsTheyAreWritten()
    {
        for (const TokenTrial& trial : {TokenTrial{}, TokenTrial{true, false},
                 TokenTrial{false, true}, TokenTrial{true, true}})
            QCOMPARE(tokenTrialFromName(tokenTrialName(trial)), trial);
        for (const auto service : {TokenService::Unset, TokenService::Here, TokenService::Given,
                 TokenService::Registration, TokenService::Webhook})
            QCOMPARE(*tokenServiceFromName(tokenServiceName(service)), service);
        QVERIFY(!tokenServiceFromName(u"there"_s));
    }
};

JETBRIDGE_TEST(WayBackTest)
#include "WayBackTest.moc"
