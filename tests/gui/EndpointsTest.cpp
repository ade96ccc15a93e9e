// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Walkthrough.h"
#include "gui/Stage.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace jetbridge;
using ui::Theme;

class EndpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAddressesAreShownCopiedAndChecked_data();
    void theAddressesAreShownCopiedAndChecked();
    void stoppedEndpointsSaySoAndStartAgain();
    void aNotificationIsAnsweredAsChosenAndKept();
};

void EndpointsTest::theAddressesAreShownCopiedAndChecked_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void EndpointsTest::theAddressesAreShownCopiedAndChecked()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    const EndpointUrls urls = *stage.console().endpoints();
    QCOMPARE(stage.text("endpointsConsentUrl"), urls.consentUrl.toString());
    QCOMPARE(stage.text("endpointsOauthTokenUrl"), urls.oauthTokenUrl.toString());
    QCOMPARE(stage.text("endpointsCallbackUrl"), urls.callbackUrl.toString());
    stage.click("copyOauthTokenUrl");
    QCOMPARE(QGuiApplication::clipboard()->text(), urls.oauthTokenUrl.toString());
    stage.click("copyCallbackUrl");
    QCOMPARE(QGuiApplication::clipboard()->text(), urls.callbackUrl.toString());
    stage.click("probeEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("endpointsProbed").contains(QLatin1String("lead to this program")), 15'000);
    stage.screenshot(QStringLiteral("endpoints-") + QLatin1String(QTest::currentDataTag()));
}

void EndpointsTest::stoppedEndpointsSaySoAndStartAgain()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    QVERIFY(!stage.sees("startEndpoints"));
    stage.console().stopEndpoints();
    QVERIFY(stage.text("endpointsState").contains(QLatin1String("stopped")));
    QVERIFY(!stage.find<QPushButton>("copyCallbackUrl")->isEnabled());
    QVERIFY(!stage.find<QPushButton>("probeEndpoints")->isEnabled());
    stage.screenshot(QStringLiteral("endpoints-stopped"));
    stage.click("startEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(stage.console().endpoints().has_value(), 10'000);
    QVERIFY(stage.find<QPushButton>("copyCallbackUrl")->isEnabled());
}

void EndpointsTest::aNotificationIsAnsweredAsChosenAndKept()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    QVERIFY(stage.sees("inboxEmpty"));
    stage.find<QComboBox>("answerNextChoice")->setCurrentIndex(1);
    stage.find<QPushButton>("answerNext")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("answerNextSaid").contains(QLatin1String("503")), 10'000);

    std::optional<Outcome<WalkthroughReport>> played;
    QCoro::connect(playWalkthrough(stage.console(), {}, [](const WalkthroughStep&) {}),
        &stage.console(), [&played](const Outcome<WalkthroughReport>& report) { played = report; });
    QTRY_VERIFY_WITH_TIMEOUT(played.has_value(), 60'000);
    QVERIFY2(played->has_value(), played->has_value() ? "" : qPrintable(played->error().detail));

    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("inbox"), 10'000);
    const QAbstractItemModel* inbox = stage.find<QTableView>("inbox")->model();
    QCOMPARE(inbox->rowCount(), 1);
    QCOMPARE(inbox->index(0, 1).data().toString(), QStringLiteral("globex"));
    QVERIFY(stage.find<QPlainTextEdit>("inboxBody")
                ->toPlainText()
                .contains(QLatin1String("INTEGRATION_DISABLED")));
    // Used up: the card says so by itself.
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("answerNextSaid").contains(QLatin1String("as usual")), 10'000);
    stage.screenshot(QStringLiteral("endpoints-inbox"));

    std::optional<Outcome<QJsonObject>> state;
    QCoro::connect(stage.console().simulatorState(), &stage.console(),
        [&state](const Outcome<QJsonObject>& answer) { state = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(state && state->has_value(), 10'000);
    const QJsonObject connected =
        (*state)->value(QLatin1String("integrations")).toArray().first().toObject();
    QVERIFY2(QJsonDocument(connected).toJson().contains("503"),
        QJsonDocument(connected).toJson().constData());
}

QTEST_MAIN(EndpointsTest)
#include "EndpointsTest.moc"
