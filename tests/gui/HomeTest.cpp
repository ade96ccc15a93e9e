// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

Task<Done> addCustomers(Console& console)
{
    constexpr std::pair<const char*, IntegrationStatus> companies[] = {
        {"acme", IntegrationStatus::Live}, {"hooli", IntegrationStatus::Live},
        {"initech", IntegrationStatus::Failing}, {"soylent", IntegrationStatus::Disabled},
        {"tyrell", IntegrationStatus::Unknown}};
    for (const auto& [name, status] : companies) {
        Integration one;
        one.id = IntegrationId(u"integration-%1"_s.arg(QLatin1String(name)));
        one.company = CompanyId(QLatin1String(name));
        one.companyName = QString::fromLatin1(name).toUpper();
        one.status = status;
        one.onboardedAt = QDateTime::currentDateTimeUtc();
        one.checkedAt = one.onboardedAt;
        if (const auto saved = co_await console.customers().integrations().save(one); !saved)
            qFatal("%s", qPrintable(saved.error().detail));
    }
    co_return Done{};
}

void fill(Stage& stage)
{
    bool isFilled = false;
    QCoro::connect(addCustomers(stage.console()), &stage.console(),
        [&isFilled](const Done&) { isFilled = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isFilled, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("homeDashboard"), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("homeAll").startsWith(QLatin1Char('5')), 20'000);
}

int customersShown(const Stage& stage)
{
    const auto* table = stage.find<QTableView>("customersTable");
    return table ? table->model()->rowCount() : -1;
}

} // namespace

class HomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstStartOffersThreeDoorsAndLoadsNoBrowser();
    void everyNumberOpensTheCustomersThatItCounts();
    void whatNeedsSomebodyOpensThatCustomer();
    void anOnboardedCustomerIsCountedAndToldOfAtOnce();
};

void HomeTest::aFirstStartOffersThreeDoorsAndLoadsNoBrowser()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(stage.find<QToolButton>("navHome")->isChecked());
    for (const auto* door : {"tryWithSimulator", "beginDemo", "setUpOwnApplication"})
        QVERIFY2(stage.sees(door), door);
    QVERIFY(!stage.sees("homeDashboard"));
    QVERIFY(!stage.hasBrowser());
}

void HomeTest::everyNumberOpensTheCustomersThatItCounts()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage);
    QVERIFY(!stage.sees("welcomePage"));
    QVERIFY(!stage.sees("homeUnstored")); // there is none
    const std::pair<const char*, int> numbers[]{{"homeAll", 5}, {"homeLive", 2}, {"homeFailing", 1},
        {"homeDisabled", 1}, {"homeUnknown", 1}};
    for (const auto& [number, customers] : numbers) {
        QTRY_VERIFY2(stage.sees(number), number);
        QVERIFY2(stage.text(number).contains(QString::number(customers)), number);
        stage.click(number);
        QTRY_COMPARE_WITH_TIMEOUT(customersShown(stage), customers, 10'000);
        // The chip for what is shown has the same number.
        QTRY_VERIFY(stage.text("filterAll").endsWith("5"_L1));
        const bool hasOwnChip =
            qstrcmp(number, "homeFailing") != 0 && qstrcmp(number, "homeUnknown") != 0;
        QCOMPARE(stage.sees("filterOne"), !hasOwnChip);
        if (!hasOwnChip)
            QVERIFY(stage.text("filterOne").endsWith("1"_L1));
        stage.click("navHome");
    }
    stage.click("navCustomers");
    QTRY_VERIFY(stage.sees("filterAll"));
    stage.click("filterAll");
    QTRY_VERIFY(!stage.sees("filterOne"));
    QTRY_COMPARE(customersShown(stage), 5);
}

void HomeTest::whatNeedsSomebodyOpensThatCustomer()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage);
    // The unknown outcome is more urgent than the failed one.
    QTRY_VERIFY(stage.text("homeNeed").startsWith("TYRELL"_L1));
    stage.click("homeNeedOpen");
    QTRY_COMPARE_WITH_TIMEOUT(customersShown(stage), 1, 10'000);
    QTRY_VERIFY(stage.sees("outcomeUnknownCard"));

    stage.click("navHome");
    stage.click("homeOnboard");
    QTRY_VERIFY(stage.sees("onboardPage"));
}

void HomeTest::anOnboardedCustomerIsCountedAndToldOfAtOnce()
{
    Stage stage;
    QVERIFY(stage.isReady());
    std::optional<Outcome<WalkthroughReport>> played;
    QCoro::connect(
        playWalkthrough(stage.topics(), {ConsentDisplayMode::Redirect, false, u"globex"_s},
            [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& outcome) { played = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(played, 60'000);
    QVERIFY2(*played, qPrintable(*played ? QString() : played->error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("homeDashboard"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(stage.text("homeLive"), u"Live: 1"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("homeEvent").contains("confirmed"_L1), 20'000);
    QVERIFY(stage.find("homeChart")->accessibleDescription().contains("1 connected"_L1));
    QVERIFY(stage.sees("homeNeedNothing"));
    QVERIFY(!stage.hasBrowser());
}

JETBRIDGE_GUI_TEST(HomeTest)
#include "HomeTest.moc"
