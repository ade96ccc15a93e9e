// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Shows one customer and begins its removal.
void sayForget(Stage& stage)
{
    std::optional<bool> played;
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played == true, 60'000);
    stage.click("navCustomers");
    stage.click("forgetCustomer");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("forgetCustomerYes"), 10'000);
    stage.find<QPushButton>("forgetCustomerYes")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("undoForget"), 10'000);
}

} // namespace

class ForgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aForgottenCustomerComesBackByUndo();
    void withoutUndoTheCustomerGoes();
    void quittingDoesNotWaitAndDoesNotKeep();
};

void ForgetTest::aForgottenCustomerComesBackByUndo()
{
    Stage stage;
    QVERIFY(stage.isReady());
    sayForget(stage);
    stage.screenshot(u"customers-undo"_s);
    const IntegrationId id(stage.text("customerIntegrationId"));
    stage.click("undoForget");
    QVERIFY(!stage.sees("undoForget"));
    stage.quit();
    QVERIFY(stage.isReady());
    stage.click("navCustomers");
    QTRY_COMPARE_WITH_TIMEOUT(stage.text("customerIntegrationId"), id.text(), 10'000);
    bool hasCredentials = false;
    QCoro::connect(stage.console().customers().credentials(id), &stage.console(),
        [&hasCredentials](
            const Outcome<CustomerCredentials>& kept) { hasCredentials = kept.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(hasCredentials, 10'000);
}

void ForgetTest::withoutUndoTheCustomerGoes()
{
    Stage stage;
    QVERIFY(stage.isReady());
    sayForget(stage);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customersEmpty"), 20'000);
    QVERIFY(!stage.sees("undoForget"));
}

void ForgetTest::quittingDoesNotWaitAndDoesNotKeep()
{
    Stage stage;
    QVERIFY(stage.isReady());
    sayForget(stage);
    stage.quit();
    QVERIFY(stage.isReady());
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customersEmpty"), 10'000);
}

JETBRIDGE_GUI_TEST(ForgetTest)
#include "ForgetTest.moc"
