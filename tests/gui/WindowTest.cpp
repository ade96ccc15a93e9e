// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Endpoints.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QComboBox>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quittingInMidFlowAsks();
    void quittingWithNothingUnderWayDoesNotAsk();
    void aLanguageIsSpokenFromTheNextStart();
    void splittersStayWhereTheyWereLeft();
    void everyScreenFitsASmallDisplay_data();
    void everyScreenFitsASmallDisplay();
    void anOnboardingUnderWayIsSaidToComeFirst();
};

void WindowTest::quittingInMidFlowAsks()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    stage.window().close();
    QVERIFY(stage.sees("quitYes"));
    stage.find<QPushButton>("quitNo")->click();
    QTRY_VERIFY(!stage.sees("quitYes"));
    QVERIFY(stage.window().isVisible());
    QVERIFY(stage.sees("oneTimeCode"));
    QVERIFY(stage.console().endpoints().urls());

    stage.window().close();
    QTRY_VERIFY(stage.sees("quitYes"));
    stage.find<QPushButton>("quitYes")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
}

void WindowTest::quittingWithNothingUnderWayDoesNotAsk()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    stage.window().close();
    QVERIFY(!stage.sees("quitYes"));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
}

void WindowTest::aLanguageIsSpokenFromTheNextStart()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QVERIFY(!stage.sees("restart"));
    auto* choice = stage.find<QComboBox>("language");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), u"Deutsch"_s);
    QVERIFY(stage.sees("languageSaid"));
    stage.click("restart");
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
    QVERIFY(stage.window().restarts());

    stage.quit();
    QVERIFY(stage.isReady());
    QVERIFY(!stage.window().restarts());
    stage.click("navSettings");
    QCOMPARE(stage.find<QComboBox>("language")->currentText(), u"Deutsch"_s);
    QVERIFY(!stage.sees("languageSaid"));
}

void WindowTest::splittersStayWhereTheyWereLeft()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    auto* before = stage.find<QSplitter>("onboardColumns");
    const QList<int> usual = before->sizes();
    before->setSizes({usual.first() + 120, usual.last() - 120});
    const QList<int> chosen = before->sizes();
    QVERIFY(chosen != usual);
    stage.quit();
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    QTRY_COMPARE(stage.find<QSplitter>("onboardColumns")->sizes(), chosen);
}

void WindowTest::everyScreenFitsASmallDisplay_data()
{
    QTest::addColumn<int>("textSize");
    QTest::addColumn<QSize>("display");
    QTest::newRow("150 % on 1280x800") << 150 << QSize(1280, 800);
    QTest::newRow("100 % on 1024x700") << 100 << QSize(1024, 700);
}

void WindowTest::everyScreenFitsASmallDisplay()
{
    QFETCH(int, textSize);
    QFETCH(QSize, display);
    Stage stage;
    QVERIFY(stage.isReady());
    stage.theme().setTextSize(textSize);
    for (const char* screen : {"navHome", "navOnboard", "navCustomers", "navEndpoints",
             "navSimulator", "navTraffic", "navApplication", "navSettings"}) {
        stage.click(screen);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QSize least = stage.window().minimumSizeHint();
        QVERIFY2(least.width() <= display.width() && least.height() <= display.height(),
            qPrintable(u"%1 needs %2 x %3"_s.arg(QLatin1String(screen))
                           .arg(least.width())
                           .arg(least.height())));
    }
}

void WindowTest::anOnboardingUnderWayIsSaidToComeFirst()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    stage.click("navCustomers");
    stage.pressKeys(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(stage.sees("onboardMustWait"));
    QVERIFY(stage.sees("onboardPage"));
    QVERIFY(stage.sees("oneTimeCode"));
}

JETBRIDGE_GUI_TEST(WindowTest)
#include "WindowTest.moc"
