// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"
#include "gui/ClippedTexts.h"
#include "gui/Stage.h"

using namespace jetbridge;
using Choice = ui::Language::Choice;

class LanguagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeWayIsSpoken_data();
    void theWholeWayIsSpoken();
};

void LanguagesTest::theWholeWayIsSpoken_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("connected");
    QTest::newRow("de") << int(Choice::German)
                        << QStringLiteral("Globex Corporation ist verbunden");
    QTest::newRow("pl") << int(Choice::Polish) << QStringLiteral("Połączono: Globex Corporation");
}

void LanguagesTest::theWholeWayIsSpoken()
{
    QFETCH(int, choice);
    QFETCH(QString, connected);
    const QString name = QLatin1String(QTest::currentDataTag());
    const ui::Language language{Choice(choice)};
    Stage stage;
    QVERIFY(stage.isReady());
    const auto hasRoom = [&stage](const char* screen) {
        const bool fits =
            QTest::qWaitFor([&stage] { return clippedTexts(stage.window()).isEmpty(); }, 3'000);
        if (!fits)
            qWarning(
                "%s: %s", screen, qPrintable(clippedTexts(stage.window()).join(QLatin1Char('\n'))));
        return fits;
    };
    stage.click("tryWithSimulator");
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(QStringLiteral("approve")), 30'000);
    stage.screenshot(name + QStringLiteral("-1-approve"));
    QVERIFY(hasRoom("onboard"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(stage.text("connectedTitle"), connected, 20'000);
    stage.screenshot(name + QStringLiteral("-2-connected"));
    QVERIFY(hasRoom("connected"));
    stage.click("showCustomer");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerIntegrationId"), 20'000);
    stage.click("verifyNow");
    stage.screenshot(name + QStringLiteral("-3-customer"));
    for (const auto* screen : {"navEndpoints", "navSimulator", "navApplication", "navSettings"}) {
        stage.click(screen);
        stage.screenshot(name + QLatin1Char('-') + QLatin1String(screen));
        QVERIFY(hasRoom(screen));
    }
}

QTEST_MAIN(LanguagesTest)
#include "LanguagesTest.moc"
