// SPDX-License-Identifier: GPL-3.0-or-later
#include "Screens.h"
#include "console/Customers.h"
#include "console/DemoPlace.h"
#include "console/EmbeddedSimulator.h"
#include "console/Onboardings.h"
#include "console/SimulatorControl.h"
#include "demo/PresenterSteps.h"
#include "gui/ClippedTexts.h"
#include "gui/Stage.h"
#include "support/TestMain.h"
#include "traffic/TrafficModel.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QWebEnginePage>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr const char* screens[] = {"navHome", "navOnboard", "navCustomers", "navEndpoints",
    "navSimulator", "navTraffic", "navApplication", "navSettings"};

/// Returns everything that somebody in front of the window could read, including tooltips.
QStringList readable(const QWidget& window)
{
    QStringList texts;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        texts += widget->toolTip();
        texts += widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts += button->text();
        else if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            texts += field->text();
        else if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
            texts += text->toPlainText();
        else if (const auto* choice = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < choice->count(); ++i)
                texts += choice->itemText(i);
        else if (const auto* view = qobject_cast<const QTableView*>(widget))
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
                        texts += view->model()->index(row, column).data(role).toString();
    }
    return texts;
}

/// Returns the secrets that can be read, as "secret in text".
QStringList leaks(const QWidget& window, const QStringList& secrets)
{
    QStringList found;
    for (const QString& text : readable(window))
        for (const QString& secret : secrets)
            if (text.contains(secret, Qt::CaseInsensitive))
                found += u"\"%1\" in \"%2\""_s.arg(secret, text.left(200));
    return found;
}

/// Returns the text of the embedded page.
QString pageText(const Stage& stage)
{
    auto* view = stage.find<QWebEngineView>("browserView");
    if (!view)
        return {};
    std::optional<QString> text;
    view->page()->toPlainText([&text](const QString& plain) { text = plain; });
    (void)QTest::qWaitFor([&text] { return text.has_value(); }, 10'000);
    return text.value_or(QString());
}

std::optional<Integration> only(Stage& stage)
{
    std::optional<Integration> found;
    bool isRead = false;
    QCoro::connect(stage.console().customers().integrations().page({}), &stage.console(),
        [&](const Outcome<Integrations::Page>& page) {
            if (page && page->rows.size() == 1)
                found = page->rows.first();
            isRead = true;
        });
    (void)QTest::qWaitFor([&isRead] { return isRead; }, 10'000);
    return found;
}

/// Makes the window the demo's and waits for its first step.
bool isPrepared(Stage& stage)
{
    if (!stage.isReady())
        return false;
    stage.window().playDemo({});
    const auto isReady = [&stage] {
        const auto* next = stage.find<QPushButton>("presenterNext");
        return next && next->isEnabled();
    };
    return QTest::qWaitFor(isReady, 120'000) && stage.sees("demoBadge")
        && !stage.window().findChild<QMessageBox*>(u"demoNotPrepared"_s);
}

std::optional<Integration> customerOf(Stage& stage, const QString& company)
{
    Integrations::Query query;
    query.company = CompanyId(company);
    std::optional<Integration> found;
    bool isRead = false;
    QCoro::connect(stage.console().customers().integrations().page(query), &stage.console(),
        [&](const Outcome<Integrations::Page>& page) {
            if (page && page->rows.size() == 1)
                found = page->rows.first();
            isRead = true;
        });
    (void)QTest::qWaitFor([&isRead] { return isRead; }, 10'000);
    return found;
}

bool hasStatus(Stage& stage, const QString& company, IntegrationStatus status)
{
    const auto customer = customerOf(stage, company);
    return customer && customer->status == status;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsNamedWhileNamesAreHidden_data();
    void nobodyIsNamedWhileNamesAreHidden();
    void theEmbeddedPageNamesNobodyEither();
    void hiddenNamesWaitForAnOnboardingUnderWay();
    void theDemoIsAWindowOfItsOwn();
    void itPlaysFromAnEmptyFolder();
    void theStepsFollowTheGuideOneAtATime();
    void otherEnvironmentsAreOutOfReach();
    void itIsResetWithOneClick();
};

void DemoTest::nobodyIsNamedWhileNamesAreHidden_data()
{
    QTest::addColumn<ui::Theme::Scheme>("scheme");
    QTest::newRow("light") << ui::Theme::Scheme::Light;
    QTest::newRow("dark") << ui::Theme::Scheme::Dark;
}

void DemoTest::nobodyIsNamedWhileNamesAreHidden()
{
    QFETCH(ui::Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("tryWithSimulator");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 120'000);
    std::optional<Integration> customer;
    QTRY_VERIFY_WITH_TIMEOUT(
        (customer = only(stage), customer && !customer->companyName.isEmpty()), 10'000);
    const QStringList secrets{customer->companyName, customer->company.text(), customer->id.text(),
        customer->clientId.text(), customer->issuedClientId.text()};
    for (const QString& secret : secrets)
        QVERIFY(!secret.isEmpty());
    QVERIFY(!leaks(stage.window(), secrets).isEmpty()); // This shows that the search works.

    stage.pressKeys(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(stage.sees("maskBadge"));
    const QString tag = scheme == ui::Theme::Scheme::Dark ? u"-dark"_s : QString();
    for (const char* screen : screens) {
        stage.click(screen);
        QTest::qWait(50);
        if (qstrcmp(screen, "navHome") == 0)
            QTRY_VERIFY(stage.text("homeEvent").startsWith("Customer 1"_L1));
        if (qstrcmp(screen, "navCustomers") == 0)
            QTRY_COMPARE(stage.text("customerName"), u"Customer 1"_s);
        if (qstrcmp(screen, "navTraffic") == 0)
            QTRY_VERIFY(stage.find<QTableView>("trafficTable")
                && stage.find<QTableView>("trafficTable")->model()->rowCount() > 5);
        if (qstrcmp(screen, "navSimulator") == 0)
            QTRY_VERIFY(stage.find<QTableView>("simulatorCompanies")->model()->rowCount() > 0);
        QTest::qWait(300); // journals and issued clients load by themselves at any moment
        const QStringList found = leaks(stage.window(), secrets);
        QVERIFY2(found.isEmpty(),
            qPrintable(QLatin1String(screen) + QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
        stage.screenshot(
            u"demo-%1%2"_s.arg(QLatin1String(screen).mid(3).toString().toLower(), tag));
        const QStringList clipped = clippedTexts(stage.window());
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }
    // Every exchange is shown as a request and an answer.
    stage.click("navTraffic");
    auto* traffic = stage.find<QTableView>("trafficTable");
    for (int row = 0; row < traffic->model()->rowCount(); ++row) {
        traffic->selectRow(row);
        QTRY_COMPARE(stage.text("exchangeTitle"),
            traffic->model()->index(row, ui::TrafficModel::Request).data().toString());
        const QStringList found = leaks(stage.window(), secrets);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
    stage.click("trafficAsDiagram");
    stage.screenshot(u"demo-traffic-diagram"_s + tag);
    stage.click("navCustomers");
    QVERIFY(!stage.find<QPushButton>("revealSecret")->isEnabled());
    QVERIFY(!stage.find<QPushButton>("copySecret")->isEnabled());

    stage.pressKeys(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!stage.sees("maskBadge"));
    QTRY_COMPARE(stage.text("customerName"), customer->companyName);
    QTRY_COMPARE(stage.text("customerCompanyId"), customer->company.text());
    QVERIFY(stage.find<QPushButton>("revealSecret")->isEnabled());
}

void DemoTest::theEmbeddedPageNamesNobodyEither()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.window().findChild<QAction*>(u"hideNames"_s)->trigger();
    QTRY_VERIFY(stage.sees("maskBadge"));
    stage.click("navOnboard");
    std::optional<QList<Company>> companies;
    QCoro::connect(stage.console().simulator().start(), &stage.console(), [&] {
        QCoro::connect(stage.console().simulator().control().companies(), &stage.console(),
            [&companies](const Outcome<QList<Company>>& all) { companies = *all; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(companies && !companies->isEmpty(), 20'000);
    auto* choice = stage.find<QComboBox>("onboardCompany");
    QTRY_COMPARE(choice->count(), companies->size());
    choice->setCurrentIndex(0);
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("codeCard"), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"setup"_s), 60'000);
    const Company first = companies->first();
    QTRY_VERIFY_WITH_TIMEOUT(pageText(stage).contains("Customer 1"_L1), 10'000);
    QVERIFY2(!pageText(stage).contains(first.name), qPrintable(pageText(stage)));
    QVERIFY(!pageText(stage).contains(first.identifier));
    const QString code =
        stage.console().onboardings().invitation(CompanyId(first.identifier)).value().code();
    const QStringList found = leaks(stage.window(), {first.name, first.identifier, code});
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    stage.screenshot(u"demo-page"_s);

    // The demo still leads to a connected customer, with the code copied and not read.
    QVERIFY(stage.clickInPage(u"setup"_s));
    QVERIFY(stage.clickInPage(u"grant"_s));
    QVERIFY(stage.typeInPage(u"code"_s, code));
    stage.screenshot(u"demo-code-typed"_s);
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QVERIFY(stage.clickInPage(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    QCOMPARE(stage.text("connectedTitle"), u"Customer 1 is connected"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(leaks(stage.window(), {first.name, first.identifier}).isEmpty(),
        qPrintable(leaks(stage.window(), {first.name, first.identifier}).join(QLatin1Char('\n'))),
        5'000);
}

void DemoTest::hiddenNamesWaitForAnOnboardingUnderWay()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("tryWithSimulator");
    QTRY_VERIFY(stage.page().isRunning());
    stage.window().findChild<QAction*>(u"hideNames"_s)->trigger();
    QTRY_VERIFY(stage.sees("hiddenNamesMustWait"));
    QVERIFY(!stage.sees("maskBadge"));
    stage.find<QMessageBox>("hiddenNamesMustWait")->close();
}

void DemoTest::theDemoIsAWindowOfItsOwn()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QSignalSpy wanted(&stage.window(), &ui::MainWindow::demoWanted);
    stage.click("beginDemo"); // the first start offers it: one click
    QCOMPARE(wanted.size(), 1);
    stage.pressKeys(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(wanted.size(), 2);
    QVERIFY(!stage.sees("presenterPanel"));
    QVERIFY(!stage.sees("demoBadge"));
    QVERIFY(stage.window().isVisible());
}

void DemoTest::itPlaysFromAnEmptyFolder()
{
    Stage stage(ui::Theme::Scheme::Light, true);
    QVERIFY(isPrepared(stage));
    stage.screenshot(u"demo-begins"_s);
    // Invented customers have their names.
    stage.click("navCustomers");
    const auto customers = [&stage] {
        const auto* table = stage.find<QTableView>("customersTable");
        return table ? table->model()->rowCount() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(customers(), 3, 10'000);
    QTRY_VERIFY(readable(stage.window()).contains(u"Initech"_s));

    // Steps 1 to 4 of the guide, as the presenter clicks them.
    stage.click("navOnboard");
    auto* choice = stage.find<QComboBox>("onboardCompany");
    QTRY_VERIFY_WITH_TIMEOUT(choice->findText(u"Globex"_s, Qt::MatchContains) >= 0, 20'000);
    choice->setCurrentIndex(choice->findText(u"Globex"_s, Qt::MatchContains));
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("codeCard"), 60'000);
    QVERIFY(stage.clickInPage(u"setup"_s));
    QVERIFY(stage.clickInPage(u"grant"_s));
    const QString globex = u"globex"_s;
    QVERIFY(stage.typeInPage(
        u"code"_s, stage.console().onboardings().invitation(CompanyId(globex)).value().code()));
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QVERIFY(stage.clickInPage(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    QCOMPARE(stage.text("connectedTitle"), u"Globex Corporation is connected"_s);
    stage.click("showCustomer");
    QTRY_COMPARE(stage.text("customerName"), u"Globex Corporation"_s);

    // A fault, and its recovery.
    stage.click("navSimulator");
    auto* where = stage.find<QComboBox>("faultWhere");
    where->setCurrentIndex(
        where->findText(u"The first call on the customer's behalf"_s, Qt::MatchExactly));
    auto* what = stage.find<QComboBox>("faultWhat");
    what->setCurrentIndex(what->findText(u"Is not allowed: 403"_s, Qt::MatchExactly));
    stage.click("addFault");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("faultList").contains("403"_L1), 20'000);
    stage.click("navCustomers");
    stage.click("verifyNow");
    QTRY_VERIFY_WITH_TIMEOUT(hasStatus(stage, globex, IntegrationStatus::Failing), 30'000);
    stage.screenshot(u"demo-fault"_s);
    QTRY_VERIFY(stage.find<QPushButton>("verifyNow")->isEnabled());
    stage.click("verifyNow");
    QTRY_VERIFY_WITH_TIMEOUT(hasStatus(stage, globex, IntegrationStatus::Live), 30'000);

    // The customer disables it.
    QCoro::connect(
        stage.console().simulator().control().disable(customerOf(stage, globex).value().id),
        &stage.console(), [](const Outcome<QJsonObject>&) {});
    QTRY_VERIFY_WITH_TIMEOUT(hasStatus(stage, globex, IntegrationStatus::Disabled), 30'000);
    stage.screenshot(u"demo-disabled"_s);
}

void DemoTest::theStepsFollowTheGuideOneAtATime()
{
    Stage stage(ui::Theme::Scheme::Light, true);
    QVERIFY(isPrepared(stage));
    QVERIFY(stage.find<QToolButton>("mainMenu")->menu());
    auto* entry = stage.window().findChild<QAction*>(u"guidedDemo"_s);
    QCOMPARE(entry->text(), u"Leave the demo"_s);
    const QList<ui::PresenterStep> steps = ui::presenterSteps();
    QVERIFY(!stage.find<QPushButton>("presenterBack")->isEnabled());
    QStringList titles;
    const auto nextPlace = [&stage] {
        QCoreApplication::sendPostedEvents(); // this lays out the new text
        return stage.find("presenterNext")->mapTo(&stage.window(), QPoint());
    };
    const QPoint place = nextPlace();
    for (const ui::PresenterStep& step : steps) {
        // Somebody who uses the mouse does not have to look for the button.
        QCOMPARE(nextPlace(), place);
        titles += stage.text("presenterTitle");
        QCOMPARE(stage.text("presenterTitle"), step.title);
        QCOMPARE(stage.text("presenterSay"), step.say);
        QCOMPARE(stage.text("presenterClick"), step.click);
        stage.click("presenterShow");
        QVERIFY(stage.find<QToolButton>(qPrintable(step.screen))->isChecked());
        if (step.title != steps.last().title)
            stage.click("presenterNext");
    }
    QVERIFY(!stage.find<QPushButton>("presenterNext")->isEnabled());
    QCOMPARE(titles.filter(QRegularExpression(u"^[1-4]\\. "_s)).size(), 5);
    stage.pressKeys(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(stage.text("presenterTitle"), steps.at(steps.size() - 2).title);
    // The panel can be moved to a screen that the audience does not see.
    auto* dock = stage.find<QDockWidget>("presenterDock");
    QVERIFY(dock->features().testFlag(QDockWidget::DockWidgetFloatable));
    entry->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 20'000);
    QVERIFY(stage.window().restarts());
    QVERIFY(!stage.window().restartsWithDemo());
}

void DemoTest::otherEnvironmentsAreOutOfReach()
{
    Stage stage(ui::Theme::Scheme::Light, true);
    QVERIFY(isPrepared(stage));
    stage.click("navSettings");
    auto* choice = stage.window().findChild<QComboBox*>(u"environmentChoice"_s);
    QTRY_COMPARE(choice->count(), 1);
    QCOMPARE(choice->currentText(), u"simulator"_s);
    for (const char* way : {"switchEnvironment", "openEnvironment", "addEnvironment"})
        QVERIFY2(!stage.window().findChild<QPushButton*>(QLatin1String(way))->isEnabled(), way);
    QVERIFY(stage.window().findChild<QLabel*>(u"environmentsBlocked"_s)->isVisible());
    // A restored backup would put secrets into the partner's keychain.
    Q_EMIT stage.window().findChild<ui::Screens*>()->restoreWanted({});
    QTRY_VERIFY(stage.sees("demoRestoresNothing"));
    stage.find<QMessageBox>("demoRestoresNothing")->close();
    QVERIFY(!stage.window().restores());
    QVERIFY(stage.window().isVisible());
}

void DemoTest::itIsResetWithOneClick()
{
    Stage stage(ui::Theme::Scheme::Light, true);
    QVERIFY(isPrepared(stage));
    stage.click("presenterReset");
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 20'000);
    QVERIFY(stage.window().restarts());
    QVERIFY(stage.window().restartsWithDemo());
}

JETBRIDGE_GUI_TEST(DemoTest)
#include "DemoTest.moc"
