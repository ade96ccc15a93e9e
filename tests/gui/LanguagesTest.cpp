// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"
#include "gui/ClippedTexts.h"
#include "gui/Stage.h"

#include <QScopeGuard>

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
    QTest::addColumn<int>("textSize");
    QTest::addColumn<QString>("connected");
    const QString german = QStringLiteral("Globex Corporation ist verbunden");
    const QString polish = QStringLiteral("Połączono: Globex Corporation");
    QTest::newRow("de") << int(Choice::German) << 100 << german;
    QTest::newRow("pl") << int(Choice::Polish) << 100 << polish;
    QTest::newRow("en-200") << int(Choice::English) << 200
                            << QStringLiteral("Globex Corporation is connected");
    QTest::newRow("de-200") << int(Choice::German) << 200 << german;
}

void LanguagesTest::theWholeWayIsSpoken()
{
    QFETCH(int, choice);
    QFETCH(int, textSize);
    QFETCH(QString, connected);
    const QString name = QLatin1String(QTest::currentDataTag());
    const ui::Language language{Choice(choice)};
    Stage stage;
    stage.theme().setTextSize(textSize);
    const auto back = qScopeGuard([&stage] { stage.theme().setTextSize(100); });
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
    QVERIFY(hasRoom("customer"));
    for (const auto* screen :
        {"navEndpoints", "navSimulator", "navTraffic", "navApplication", "navSettings"}) {
        stage.click(screen);
        stage.screenshot(name + QLatin1Char('-') + QLatin1String(screen));
        QVERIFY(hasRoom(screen));
    }
}

QTEST_MAIN(LanguagesTest)
#include "LanguagesTest.moc"
