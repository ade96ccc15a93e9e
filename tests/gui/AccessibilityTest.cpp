// SPDX-License-Identifier: GPL-3.0-or-later
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

using namespace jetbridge;

namespace {

void play(Stage& stage)
{
    std::optional<bool> played;
    QCoro::connect(playWalkthrough(stage.console(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played.has_value(), 60'000);
}

/// From now on this call goes wrong; an empty path: none does.
void setFault(Stage& stage, const char* path, const QJsonObject& action)
{
    QJsonArray rules;
    if (*path)
        rules.append(QJsonObject{
            {QStringLiteral("match"), QJsonObject{{QStringLiteral("path"), QLatin1String(path)}}},
            {QStringLiteral("do"), action}});
    const auto isSet = std::make_shared<std::optional<bool>>();
    QCoro::connect(stage.console().startSimulator(), &stage.console(), [&stage, rules, isSet] {
        QCoro::connect(stage.console().simulatorControl().setFaults(rules), &stage.console(),
            [isSet](const Outcome<Done>& set) {
                *isSet = set.has_value();
                if (!set)
                    qWarning("%s", qPrintable(set.error().detail));
            });
    });
    QTRY_VERIFY_WITH_TIMEOUT(*isSet == true, 20'000);
}

/// Every control of the window, as it is now, can be told by ear and reached in reading order.
void check(Stage& stage)
{
    QTest::qWait(50); // what was just shown finds its place
    const QStringList nameless = accessible::nameless(stage.window());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1String(", "))));
    for (auto* page : stage.window().findChildren<QWidget*>()) {
        if (!page->isVisible() || !page->objectName().endsWith(QLatin1String("Page")))
            continue;
        const QStringList order = accessible::outOfOrder(*page);
        QVERIFY2(order.isEmpty(),
            qPrintable(page->objectName() + QLatin1String(": ") + order.join(QLatin1String(", "))));
    }
}

/// A window of its own on top.
void checkDialog(Stage& stage, const char* name)
{
    QTRY_VERIFY2(stage.sees(name), name);
    auto* dialog = stage.find<QWidget>(name);
    const QStringList nameless = accessible::nameless(*dialog);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1String(", "))));
    const QStringList order = accessible::outOfOrder(*dialog);
    QVERIFY2(order.isEmpty(), qPrintable(order.join(QLatin1String(", "))));
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
    stage.page().startFor(QStringLiteral("globex"));
    check(stage);
    stage.click("onboardWhereLink");
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("consentLink"), 20'000);
    check(stage);
    stage.click("onboardCancel");
    check(stage);
    stage.click("onboardChange");

    setFault(stage, "/identity/oauth/token", {{QStringLiteral("status"), 500}});
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 60'000);
    check(stage);
    setFault(stage, "/apps-integrations/partner-api/integrations",
        {{QStringLiteral("closeBeforeReply"), true}});
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 60'000);
    check(stage);
    setFault(stage, "", {});
    stage.click("unknownStartAgain");
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
    another.id = IntegrationId(QStringLiteral("another"));
    another.company = CompanyId(QStringLiteral("initech"));
    another.status = IntegrationStatus::Unknown;
    QCoro::connect(stage.console().integrations().save(another), &stage.console(), [] {});
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
    QTest::keyClicks(stage.find<QWidget>("customersSearch"), QStringLiteral("nobody"));
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
    stage.window().findChild<QPushButton*>(QStringLiteral("pickScopes"))->click();
    checkDialog(stage, "scopePicker");
    stage.click("navSettings");
    stage.window().findChild<QPushButton*>(QStringLiteral("addEnvironment"))->click();
    checkDialog(stage, "newEnvironmentDialog");
}

JETBRIDGE_GUI_TEST(AccessibilityTest)
#include "AccessibilityTest.moc"
