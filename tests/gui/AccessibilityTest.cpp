// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/SimulatorControl.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/Accessible.h"
#include "support/TestMain.h"

#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

void play(Stage& stage)
{
    std::optional<bool> played;
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played.has_value(), 60'000);
}

/// Makes this call fail from now on; an empty path: none.
void setFault(Stage& stage, const char* path, const QJsonObject& action)
{
    QJsonArray rules;
    if (*path)
        rules.append(QJsonObject{
            {u"match"_s, QJsonObject{{u"path"_s, QLatin1String(path)}}}, {u"do"_s, action}});
    const auto isSet = std::make_shared<std::optional<bool>>();
    QCoro::connect(stage.console().simulator().start(), &stage.console(), [&stage, rules, isSet] {
        QCoro::connect(stage.console().simulator().control().setFaults(rules), &stage.console(),
            [isSet](const Outcome<Done>& set) {
                *isSet = set.has_value();
                if (!set)
                    qWarning("%s", qPrintable(set.error().detail));
            });
    });
    QTRY_VERIFY_WITH_TIMEOUT(*isSet == true, 20'000);
}

/// Checks that every control of the window has a name for screen readers and is reached in reading
/// order.
void check(Stage& stage)
{
    QTest::qWait(50); // the layout of new widgets needs time
    const QStringList nameless = accessible::nameless(stage.window());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(", "_L1)));
    for (auto* page : stage.window().findChildren<QWidget*>()) {
        if (!page->isVisible() || !page->objectName().endsWith("Page"_L1))
            continue;
        const QStringList order = accessible::outOfOrder(*page);
        QVERIFY2(order.isEmpty(), qPrintable(page->objectName() + ": "_L1 + order.join(", "_L1)));
    }
}

/// Checks a dialog over the window.
void checkDialog(Stage& stage, const char* name)
{
    QTRY_VERIFY2(stage.sees(name), name);
    auto* dialog = stage.find<QWidget>(name);
    const QStringList nameless = accessible::nameless(*dialog);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(", "_L1)));
    const QStringList order = accessible::outOfOrder(*dialog);
    QVERIFY2(order.isEmpty(), qPrintable(order.join(", "_L1)));
    dialog->close();
    QTRY_VERIFY(!stage.sees(name));
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEmptyScreen();
    void onboardInEveryState();
    void customersInEveryState();
    void theServersWithWhatArrived();
    void everyWindowOnTop();
};

void AccessibilityTest::everyEmptyScreen()
{
    Stage stage;
    QVERIFY(stage.isReady());
    check(stage);
    for (const char* screen : {"navOnboard", "navCustomers", "navEndpoints", "navSimulator",
             "navTraffic", "navApplication", "navSettings"}) {
        stage.click(screen);
        check(stage);
        if (QTest::currentTestFailed())
            qWarning("on %s", screen);
    }
}

void AccessibilityTest::onboardInEveryState()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    stage.page().startFor(u"globex"_s);
    check(stage);
    stage.click("onboardWhereLink");
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("consentLink"), 20'000);
    check(stage);
    stage.click("onboardCancel");
    check(stage);
    stage.click("onboardChange");

    setFault(stage, "/identity/oauth/token", {{u"status"_s, 500}});
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 60'000);
    check(stage);
    setFault(stage, "/apps-integrations/partner-api/integrations", {{u"closeBeforeReply"_s, true}});
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 60'000);
    check(stage);
    setFault(stage, "", {});
    stage.click("unknownRepeat");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    check(stage);
}

void AccessibilityTest::customersInEveryState()
{
    Stage stage;
    QVERIFY(stage.isReady());
    play(stage);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerDetail"), 10'000);
    check(stage);
    Integration another;
    another.id = IntegrationId(u"another"_s);
    another.company = CompanyId(u"initech"_s);
    another.status = IntegrationStatus::Unknown;
    QCoro::connect(
        stage.console().customers().integrations().save(another), &stage.console(), [] {});
    QTRY_COMPARE(stage.find<QTableView>("customersTable")->model()->rowCount(), 2);
    stage.find<QTableView>("customersTable")->selectRow(0);
    QTRY_VERIFY(stage.sees("outcomeUnknownCard"));
    check(stage);
    stage.find<QTableView>("customersTable")->selectAll();
    QTRY_VERIFY(stage.sees("selectionPanel"));
    check(stage);
    stage.find<QTableView>("customersTable")->selectRow(1);
    QTRY_VERIFY(stage.sees("forgetCustomer"));
    stage.click("forgetCustomer");
    QTRY_VERIFY(stage.sees("forgetCustomerYes"));
    stage.find<QPushButton>("forgetCustomerYes")->click();
    QTRY_VERIFY(stage.sees("undoForget"));
    check(stage);
    stage.click("undoForget");
    stage.click("filterDisabled");
    stage.find<QWidget>("customersSearch")->setFocus();
    QTest::keyClicks(stage.find<QWidget>("customersSearch"), u"nobody"_s);
    QTRY_VERIFY(stage.sees("customersEmpty"));
    check(stage);
}

void AccessibilityTest::theServersWithWhatArrived()
{
    Stage stage;
    QVERIFY(stage.isReady());
    play(stage);
    stage.click("navEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("inbox"), 10'000);
    check(stage);
    stage.click("navSimulator");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorCompanies"), 10'000);
    check(stage);
    stage.click("navTraffic");
    check(stage);
    stage.click("navApplication");
    check(stage);
}

void AccessibilityTest::everyWindowOnTop()
{
    Stage stage;
    QVERIFY(stage.isReady());
    play(stage);
    stage.pressKeys(Qt::Key_F1);
    checkDialog(stage, "helpSheet");
    stage.click("navCustomers");
    stage.click("handOver");
    checkDialog(stage, "handOverDialog");
    stage.click("forgetCustomer");
    checkDialog(stage, "forgetCustomerQuestion");
    stage.click("navApplication");
    stage.window().findChild<QPushButton*>(u"pickScopes"_s)->click();
    checkDialog(stage, "scopePicker");
    stage.click("navSettings");
    stage.window().findChild<QPushButton*>(u"addEnvironment"_s)->click();
    checkDialog(stage, "newEnvironmentDialog");
}

JETBRIDGE_GUI_TEST(AccessibilityTest)
#include "AccessibilityTest.moc"
