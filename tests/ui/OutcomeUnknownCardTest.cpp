// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/TroubleCard.h"
#include "support/TestMain.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

class OutcomeUnknownCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsSaidAndDecidesWhatIsOffered_data()
    {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("advice");
        QTest::newRow("it uses the client") << Evidence::IsThere << "the integration exists there"
                                            << "have the customer disable the integration";
        QTest::newRow("it has not asked so far")
            << Evidence::NotAsked << "has not asked your oauthTokenUrl"
            << "Or start again";
        QTest::newRow("one-way") << Evidence::None << "answered 500"
                                 << "Or start again";
    }
    void whatIsKnownIsSaidAndDecidesWhatIsOffered()
    {
        QFETCH(Evidence, evidence);
        QFETCH(QString, known);
        QFETCH(QString, advice);
        OutcomeUnknownCard card;
        card.show(u"Globex"_s, evidence, u"SmartRecruiters answered 500."_s);
        const auto text = [&card](const char* name) {
            return card.findChild<QLabel*>(QLatin1String(name))->text();
        };
        QVERIFY(text("unknownTitle").contains("Globex"_L1));
        QVERIFY2(text("unknownUnsure").contains(known), qPrintable(text("unknownUnsure")));
        QCOMPARE(
            text("unknownUnsure").contains("proves nothing"_L1), evidence == Evidence::NotAsked);
        const QString ways = text("unknownAsk") + text("unknownAgain");
        QVERIFY2(ways.contains(advice), qPrintable(ways));
        QVERIFY(card.findChild<QPushButton*>(u"unknownStartAgain"_s));
    }
};

JETBRIDGE_GUI_TEST(OutcomeUnknownCardTest)
#include "OutcomeUnknownCardTest.moc"
