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

using namespace jetbridge;
using ui::Theme;

namespace {

template <typename T> Outcome<T> outcomeOf(Console& console, Task<Outcome<T>>&& task)
{
    std::optional<Outcome<T>> outcome;
    QCoro::connect(
        std::move(task), &console, [&outcome](const Outcome<T>& came) { outcome = came; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000))
        return failed(FailureKind::TimedOut, QStringLiteral("Nothing came."));
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
    const QString name = QStringLiteral("simulator-") + QLatin1String(QTest::currentDataTag());
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navSimulator");
    QVERIFY(!stage.sees("simulatorCompanies"));
    stage.screenshot(name + QStringLiteral("-stopped"));
    start(stage);
    QVERIFY(stage.console().simulator().isRunning());
    QCOMPARE(stage.text("simulatorAddress"),
        stage.console().current().environment().portalUrl.toString());
    stage.screenshot(name + QStringLiteral("-running"));
    stage.find<QScrollArea>("pageScroll")->ensureWidgetVisible(stage.find("resetSimulator"));
    stage.screenshot(name + QStringLiteral("-below"));
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
    const QJsonObject settings = stateOf(stage).value(QLatin1String("settings")).toObject();
    QCOMPARE(settings.value(QLatin1String("requestsPerSecond")).toInt(), 3);
    QCOMPARE(settings.value(QLatin1String("tokenLifetimeSeconds")).toInt(), 60);
}

void SimulatorTest::aFaultMakesACallFailUntilItIsTakenAway()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    stage.find<QComboBox>("faultWhat")->setCurrentIndex(2); // 403
    stage.find<QSpinBox>("faultTimes")->setValue(5);
    press(stage, "addFault");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("faultList").contains(QLatin1String("0 of 5")), 10'000);
    stage.screenshot(QStringLiteral("simulator-fault"));

    WalkthroughOptions oneWay;
    oneWay.bidirectional = false;
    const auto spoilt = outcomeOf(
        stage.console(), playWalkthrough(stage.topics(), oneWay, [](const WalkthroughStep&) {}));
    QVERIFY(!spoilt);
    QCOMPARE(spoilt.error().kind, FailureKind::NotPermitted);

    press(stage, "clearFaults");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("faultList").contains(QLatin1String("No faults")), 10'000);
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
        return stateOf(stage).value(QLatin1String("faults")).toArray();
    };
    rule->setPlainText(QStringLiteral("{\"do\":"));
    press(stage, "addFaultRule");
    QVERIFY(stage.text("faultRuleWrong").contains(QLatin1String("character")));
    // The simulator refuses a rule that makes no sense, and its message is shown.
    rule->setPlainText(QStringLiteral("{\"do\":{\"delayMs\":\"long\"}}"));
    press(stage, "addFaultRule");
    QTRY_VERIFY2_WITH_TIMEOUT(
        stage.text("simulatorSaid").contains(QLatin1String("faults[0].do.delayMs")),
        qPrintable(stage.text("simulatorSaid")), 10'000);
    QVERIFY(rules().isEmpty());
    rule->setPlainText(
        QStringLiteral("{\"match\":{\"company\":\"globex\"},\"do\":{\"truncateAt\":10}}"));
    press(stage, "addFaultRule");
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 1, 10'000);
    QCOMPARE(rules().at(0)["do"]["truncateAt"].toInt(), 10);
    // One of the usual faults is added after it, for every call of the public API.
    stage.find<QComboBox>("faultWhere")->setCurrentIndex(3);
    press(stage, "addFault");
    QTRY_COMPARE_WITH_TIMEOUT(rules().size(), 2, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("faultList").contains(QLatin1String("Every call of the public API")), 10'000);
    stage.find<QScrollArea>("pageScroll")->ensureWidgetVisible(stage.find("addFaultRule"));
    stage.screenshot(QStringLiteral("simulator-rules"));
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
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("reviewState").contains(QLatin1String("Approved")), 10'000);
    stage.find<QLineEdit>("reviewMessage")->setText(QStringLiteral("Fewer scopes, please."));
    press(stage, "reviewAdjust");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("reviewState").contains(QLatin1String("Fewer scopes")), 10'000);
    press(stage, "reviewApprove");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("reviewState").contains(QLatin1String("Approved")), 10'000);
}

void SimulatorTest::itsClockGoesForward()
{
    Stage stage;
    QVERIFY(stage.isReady());
    start(stage);
    const auto clock = [&stage] {
        return QDateTime::fromString(
            stateOf(stage).value(QLatin1String("now")).toString(), Qt::ISODateWithMs);
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
            if (table->model()->index(row, 1).data().toString() != QLatin1String("globex"))
                continue;
            table->selectRow(row);
            return table->model()->index(row, 2).data().toString();
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(standing(), QStringLiteral("Connected"), 10'000);
    stage.screenshot(QStringLiteral("simulator-connected"));
    press(stage, "simulatorDisable");
    QTRY_COMPARE_WITH_TIMEOUT(standing(), QStringLiteral("Disabled"), 10'000);
    QVERIFY(!stage.find<QPushButton>("simulatorDisable")->isEnabled());

    press(stage, "resetSimulator");
    QCOMPARE(stateOf(stage).value(QLatin1String("integrations")).toArray().size(), 1);
    press(stage, "resetSimulatorYes");
    QTRY_COMPARE_WITH_TIMEOUT(standing(), QStringLiteral("None"), 10'000);
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
    part("newCompanyId")->setText(QStringLiteral("acme-42"));
    part("newCompanyName")->setText(QStringLiteral("Acme"));
    stage.window().findChild<QPushButton*>(QStringLiteral("addCompany"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(companies->rowCount(), before + 1, 10'000);
    QVERIFY(!companies->match(companies->index(0, 1), Qt::DisplayRole, QStringLiteral("acme-42"))
                 .isEmpty());

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
        stage.window().findChild<QTableView*>(QStringLiteral("simulatorRequests"))->model();
    const auto holdsToken = [requests] {
        return !requests
                    ->match(requests->index(0, 2), Qt::DisplayRole,
                        QStringLiteral("POST /identity/oauth/token"))
                    .isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsToken(), 10'000);
    stage.window().findChild<QPushButton*>(QStringLiteral("clearSimulatorRequests"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(requests->rowCount(), 0, 10'000);
}

JETBRIDGE_GUI_TEST(SimulatorTest)
#include "SimulatorTest.moc"
