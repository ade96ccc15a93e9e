// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

namespace {

template <typename T> Outcome<T> outcomeOf(Console& console, Task<Outcome<T>>&& task)
{
    std::optional<Outcome<T>> outcome;
    QCoro::connect(
        std::move(task), &console, [&outcome](const Outcome<T>& came) { outcome = came; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000))
        return failed(FailureKind::TimedOut, u"Nothing came."_s);
    return *outcome;
}

QJsonObject stateOf(Stage& stage)
{
    return outcomeOf(stage.console(), stage.console().simulator().control().state())
        .value_or(QJsonObject());
}

/// Opens the Simulator screen with a running simulator.
void start(Stage& stage)
{
    stage.click("navSimulator");
    stage.click("simulatorStartStop");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorCompanies"), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.find<QTableView>("simulatorCompanies")->model()->rowCount() > 0, 10'000);
}

void press(Stage& stage, const char* button)
{
    QTRY_VERIFY2_WITH_TIMEOUT(stage.find<QPushButton>(button), button, 10'000);
    stage.find<QPushButton>(button)->click();
}

} // namespace

class SimulatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itStartsAndStops_data();
    void itStartsAndStops();
    void settingsReachIt();
    void aFaultMakesACallFailUntilItIsTakenAway();
    void everyFaultCanBeWrittenAsARule();
    void anApplicationIsSentBackAndApproved();
    void itsClockGoesForward();
    void anIntegrationIsDisabledAndTheRestIsForgotten();
    void aCompanyIsAddedAndRequestsAreListed();
};

void SimulatorTest::itStartsAndStops_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void SimulatorTest::itStartsAndStops()
{
    QFETCH(Theme::Scheme, scheme);
    const QString name = u"simulator-"_s + QLatin1String(QTest::currentDataTag());
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navSimulator");
    QVERIFY(!stage.sees("simulatorCompanies"));
    stage.screenshot(name + u"-stopped"_s);
    start(stage);
    QVERIFY(stage.console().simulator().isRunning());
    QCOMPARE(stage.text("simulatorAddress"),
        stage.console().current().environment().portalUrl.toString());
    stage.screenshot(name + u"-running"_s);
    stage.find<QScrollArea>("pageScroll")->ensureWidgetVisible(stage.find("resetSimulator"));
    stage.screenshot(name + u"-below"_s);
    stage.click("simulatorStartStop");
    QVERIFY(!stage.console().simulator().isRunning());
    QTRY_VERIFY(!stage.sees("simulatorCompanies"));
}

void SimulatorTest::settingsReachIt()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    stage.find<QSpinBox>("simulatorRequestsPerSecond")->setValue(3);
    stage.find<QSpinBox>("simulatorTokenLifetime")->setValue(60);
    press(stage, "applySimulatorSettings");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorSaid"), 10'000);
    const QJsonObject settings = stateOf(stage).value("settings"_L1).toObject();
    QCOMPARE(settings.value("requestsPerSecond"_L1).toInt(), 3);
    QCOMPARE(settings.value("tokenLifetimeSeconds"_L1).toInt(), 60);
}

void SimulatorTest::aFaultMakesACallFailUntilItIsTakenAway()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    stage.find<QComboBox>("faultWhat")->setCurrentIndex(2); // 403
    stage.find<QSpinBox>("faultTimes")->setValue(5);
    press(stage, "addFault");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("faultList").contains("0 of 5"_L1), 10'000);
    stage.screenshot(u"simulator-fault"_s);

    WalkthroughOptions oneWay;
    oneWay.bidirectional = false;
    const auto spoilt = outcomeOf(
        stage.console(), playWalkthrough(stage.topics(), oneWay, [](const WalkthroughStep&) {}));
    QVERIFY(!spoilt);
    QCOMPARE(spoilt.error().kind, FailureKind::NotPermitted);

    press(stage, "clearFaults");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("faultList").contains("No faults"_L1), 10'000);
    const auto smooth = outcomeOf(
        stage.console(), playWalkthrough(stage.topics(), oneWay, [](const WalkthroughStep&) {}));
    QVERIFY2(smooth, smooth ? "" : qPrintable(smooth.error().detail));
}

void SimulatorTest::everyFaultCanBeWrittenAsARule()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    auto* rule = stage.find<QPlainTextEdit>("faultRule");
    const auto rules = [&stage] {
        return stateOf(stage).value("faults"_L1).toArray();
    };
    rule->setPlainText(u"{\"do\":"_s);
    press(stage, "addFaultRule");
    QVERIFY(stage.text("faultRuleWrong").contains("character"_L1));
    // The simulator refuses a rule that makes no sense, and its message is shown.
    rule->setPlainText(u"{\"do\":{\"delayMs\":\"long\"}}"_s);
    press(stage, "addFaultRule");
    QTRY_VERIFY2_WITH_TIMEOUT(stage.text("simulatorSaid").contains("faults[0].do.delayMs"_L1),
        qPrintable(stage.text("simulatorSaid")), 10'000);
    QVERIFY(rules().isEmpty());
    rule->setPlainText(u"{\"match\":{\"company\":\"globex\"},\"do\":{\"truncateAt\":10}}"_s);
    press(stage, "addFaultRule");
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 1, 10'000);
    QCOMPARE(rules().at(0)["do"]["truncateAt"].toInt(), 10);
    // One of the usual faults is added after it, for every call of the public API.
    stage.find<QComboBox>("faultWhere")->setCurrentIndex(3);
    press(stage, "addFault");
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 2, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("faultList").contains("Every call of the public API"_L1), 10'000);
    stage.find<QScrollArea>("pageScroll")->ensureWidgetVisible(stage.find("addFaultRule"));
    stage.screenshot(u"simulator-rules"_s);
}

void SimulatorTest::anApplicationIsSentBackAndApproved()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    QVERIFY(!stage.find<QPushButton>("reviewApprove")->isEnabled());
    QVERIFY(outcomeOf(stage.console(),
        stage.console().simulator().registerApplication(
            stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, true))));
    stage.click("navSettings");
    stage.click("navSimulator"); // this shows the new state
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("reviewState").contains("Approved"_L1), 10'000);
    stage.find<QLineEdit>("reviewMessage")->setText(u"Fewer scopes, please."_s);
    press(stage, "reviewAdjust");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("reviewState").contains("Fewer scopes"_L1), 10'000);
    press(stage, "reviewApprove");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("reviewState").contains("Approved"_L1), 10'000);
}

void SimulatorTest::itsClockGoesForward()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    const auto clock = [&stage] {
        return QDateTime::fromString(stateOf(stage).value("now"_L1).toString(), Qt::ISODateWithMs);
    };
    const QDateTime before = clock();
    stage.find<QComboBox>("simulatorAdvance")->setCurrentIndex(2); // 1 day
    press(stage, "advanceClock");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorSaid"), 10'000);
    QVERIFY(before.secsTo(clock()) >= 24 * 3600);
}

void SimulatorTest::anIntegrationIsDisabledAndTheRestIsForgotten()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    stage.click("navSimulator");
    const auto standing = [&stage] {
        auto* table = stage.find<QTableView>("simulatorCompanies");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 1).data().toString() != "globex"_L1)
                continue;
            table->selectRow(row);
            return table->model()->index(row, 2).data().toString();
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(standing(), u"Connected"_s, 10'000);
    stage.screenshot(u"simulator-connected"_s);
    press(stage, "simulatorDisable");
    QTRY_COMPARE_WITH_TIMEOUT(standing(), u"Disabled"_s, 10'000);
    QVERIFY(!stage.find<QPushButton>("simulatorDisable")->isEnabled());

    press(stage, "resetSimulator");
    QCOMPARE(stateOf(stage).value("integrations"_L1).toArray().size(), 1);
    press(stage, "resetSimulatorYes");
    QTRY_COMPARE_WITH_TIMEOUT(standing(), u"None"_s, 10'000);
}

void SimulatorTest::aCompanyIsAddedAndRequestsAreListed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSimulator");
    stage.click("simulatorStartStop");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorCompanies"), 20'000);
    const QAbstractItemModel* companies = stage.find<QTableView>("simulatorCompanies")->model();
    QTRY_VERIFY(companies->rowCount() > 1);
    const int before = companies->rowCount();
    const auto part = [&stage](const char* name) {
        return stage.window().findChild<QLineEdit*>(QLatin1String(name));
    };
    part("newCompanyId")->setText(u"acme-42"_s);
    part("newCompanyName")->setText(u"Acme"_s);
    stage.window().findChild<QPushButton*>(u"addCompany"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(companies->rowCount(), before + 1, 10'000);
    QVERIFY(!companies->match(companies->index(0, 1), Qt::DisplayRole, u"acme-42"_s).isEmpty());

    std::optional<bool> isThere;
    QCoro::connect(
        stage.console().simulator().registerApplication(
            stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, true)),
        &stage.console(), [&](const Outcome<MasterCredentials>& credentials) {
            QCoro::connect(stage.console().partnerAccess().connectPartner(*credentials),
                &stage.console(),
                [&isThere](const Outcome<AccessToken>& token) { isThere = token.has_value(); });
        });
    QTRY_VERIFY_WITH_TIMEOUT(isThere == true, 10'000);
    const QAbstractItemModel* requests =
        stage.window().findChild<QTableView*>(u"simulatorRequests"_s)->model();
    const auto holdsToken = [requests] {
        return !requests
                    ->match(requests->index(0, 2), Qt::DisplayRole, u"POST /identity/oauth/token"_s)
                    .isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsToken(), 10'000);
    stage.window().findChild<QPushButton*>(u"clearSimulatorRequests"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(requests->rowCount(), 0, 10'000);
}

JETBRIDGE_GUI_TEST(SimulatorTest)
#include "SimulatorTest.moc"
