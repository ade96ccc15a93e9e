// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SimulatorControl.h"
#include "demo/PresenterSteps.h"
#include "gui/ClippedTexts.h"
#include "gui/Stage.h"
#include "support/TestMain.h"
#include "traffic/TrafficModel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QWebEnginePage>
#include <QWebEngineView>

using namespace jetbridge;

namespace {

constexpr const char* screens[] = {"navHome", "navOnboard", "navCustomers", "navEndpoints",
    "navSimulator", "navTraffic", "navApplication", "navSettings"};

/// Everything that somebody in front of the window could read, in tooltips too.
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

/// Of these, what can be read: "secret in text".
QStringList leaks(const QWidget& window, const QStringList& secrets)
{
    QStringList found;
    for (const QString& text : readable(window))
        for (const QString& secret : secrets)
            if (text.contains(secret, Qt::CaseInsensitive))
                found += QStringLiteral("\"%1\" in \"%2\"").arg(secret, text.left(200));
    return found;
}

/// What the embedded page shows as text.
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
    QCoro::connect(stage.console().integrations().page({}), &stage.console(),
        [&](const Outcome<Integrations::Page>& page) {
            if (page && page->rows.size() == 1)
                found = page->rows.first();
            isRead = true;
        });
    (void)QTest::qWaitFor([&isRead] { return isRead; }, 10'000);
    return found;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsNamedWhileTheDemoIsOn_data();
    void nobodyIsNamedWhileTheDemoIsOn();
    void theEmbeddedPageNamesNobodyEither();
    void theStepsFollowTheGuideOneAtATime();
    void otherEnvironmentsAreOutOfReach();
    void elsewhereItAsksToGoOverToTheSimulator();
    void itWaitsForAnOnboardingUnderWay();
};

void DemoTest::nobodyIsNamedWhileTheDemoIsOn_data()
{
    QTest::addColumn<ui::Theme::Scheme>("scheme");
    QTest::newRow("light") << ui::Theme::Scheme::Light;
    QTest::newRow("dark") << ui::Theme::Scheme::Dark;
}

void DemoTest::nobodyIsNamedWhileTheDemoIsOn()
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
    QVERIFY(!leaks(stage.window(), secrets).isEmpty()); // The search does find them.

    stage.pressKeys(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(stage.sees("demoBadge"));
    QTRY_VERIFY(stage.sees("presenterPanel"));
    const QString tag = scheme == ui::Theme::Scheme::Dark ? QStringLiteral("-dark") : QString();
    for (const char* screen : screens) {
        stage.click(screen);
        QTest::qWait(50);
        if (qstrcmp(screen, "navHome") == 0)
            QTRY_VERIFY(stage.text("homeEvent").startsWith(QLatin1String("Customer 1")));
        if (qstrcmp(screen, "navCustomers") == 0)
            QTRY_COMPARE(stage.text("customerName"), QStringLiteral("Customer 1"));
        if (qstrcmp(screen, "navTraffic") == 0)
            QTRY_VERIFY(stage.find<QTableView>("trafficTable")
                && stage.find<QTableView>("trafficTable")->model()->rowCount() > 5);
        if (qstrcmp(screen, "navSimulator") == 0)
            QTRY_VERIFY(stage.find<QTableView>("simulatorCompanies")->model()->rowCount() > 0);
        QTest::qWait(300); // journals and issued clients come by themselves; any moment must do
        const QStringList found = leaks(stage.window(), secrets);
        QVERIFY2(found.isEmpty(),
            qPrintable(QLatin1String(screen) + QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
        stage.screenshot(QStringLiteral("demo-%1%2")
                             .arg(QLatin1String(screen).mid(3).toString().toLower(), tag));
        const QStringList clipped = clippedTexts(stage.window());
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }
    // Every exchange, as a request and an answer.
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
    stage.screenshot(QStringLiteral("demo-traffic-diagram") + tag);
    stage.click("navCustomers");
    QVERIFY(!stage.find<QPushButton>("revealSecret")->isEnabled());
    QVERIFY(!stage.find<QPushButton>("copySecret")->isEnabled());

    stage.click("presenterLeave");
    QTRY_VERIFY(!stage.sees("demoBadge"));
    QTRY_VERIFY(!stage.sees("presenterPanel"));
    QTRY_COMPARE(stage.text("customerName"), customer->companyName);
    QTRY_COMPARE(stage.text("customerCompanyId"), customer->company.text());
    QVERIFY(stage.find<QPushButton>("revealSecret")->isEnabled());
}

void DemoTest::theEmbeddedPageNamesNobodyEither()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(stage.sees("welcomePage"));
    stage.click("beginDemo"); // the first start offers it
    QTRY_VERIFY(stage.sees("demoBadge"));
    std::optional<QList<Company>> companies;
    QCoro::connect(stage.console().startSimulator(), &stage.console(), [&] {
        QCoro::connect(stage.console().simulatorControl().companies(), &stage.console(),
            [&companies](const Outcome<QList<Company>>& all) { companies = *all; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(companies && !companies->isEmpty(), 20'000);
    auto* choice = stage.find<QComboBox>("onboardCompany");
    QTRY_COMPARE(choice->count(), companies->size());
    choice->setCurrentIndex(0);
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("codeCard"), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(QStringLiteral("setup")), 60'000);
    const Company first = companies->first();
    QTRY_VERIFY_WITH_TIMEOUT(pageText(stage).contains(QLatin1String("Customer 1")), 10'000);
    QVERIFY2(!pageText(stage).contains(first.name), qPrintable(pageText(stage)));
    QVERIFY(!pageText(stage).contains(first.identifier));
    const QString code = stage.console().invitation(CompanyId(first.identifier)).value().code();
    const QStringList found = leaks(stage.window(), {first.name, first.identifier, code});
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    stage.screenshot(QStringLiteral("demo-page"));

    // It still leads to a connected customer, with the code copied and not read.
    QVERIFY(stage.clickInPage(QStringLiteral("setup")));
    QVERIFY(stage.clickInPage(QStringLiteral("grant")));
    QVERIFY(stage.typeInPage(QStringLiteral("code"), code));
    stage.screenshot(QStringLiteral("demo-code-typed"));
    QVERIFY(stage.clickInPage(QStringLiteral("sign-in")));
    QVERIFY(stage.clickInPage(QStringLiteral("approve")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    QCOMPARE(stage.text("connectedTitle"), QStringLiteral("Customer 1 is connected"));
    QTRY_VERIFY2_WITH_TIMEOUT(leaks(stage.window(), {first.name, first.identifier}).isEmpty(),
        qPrintable(leaks(stage.window(), {first.name, first.identifier}).join(QLatin1Char('\n'))),
        5'000);
}

void DemoTest::theStepsFollowTheGuideOneAtATime()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(stage.find<QToolButton>("mainMenu")->menu());
    auto* entry = stage.window().findChild<QAction*>(QStringLiteral("guidedDemo"));
    entry->trigger();
    QTRY_VERIFY(stage.sees("presenterPanel"));
    QVERIFY(entry->isChecked());
    const QList<ui::PresenterStep> steps = ui::presenterSteps();
    QVERIFY(!stage.find<QPushButton>("presenterBack")->isEnabled());
    QStringList titles;
    const auto nextPlace = [&stage] {
        QCoreApplication::sendPostedEvents(); // what was just written is laid out
        return stage.find("presenterNext")->mapTo(&stage.window(), QPoint());
    };
    const QPoint place = nextPlace();
    for (const ui::PresenterStep& step : steps) {
        // Whoever goes on by the mouse need not look for the button.
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
    QCOMPARE(titles.filter(QRegularExpression(QStringLiteral("^[1-4]\\. "))).size(), 5);
    stage.pressKeys(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(stage.text("presenterTitle"), steps.at(steps.size() - 2).title);
    // It can stand on another screen than the audience sees.
    auto* dock = stage.find<QDockWidget>("presenterDock");
    QVERIFY(dock->features().testFlag(QDockWidget::DockWidgetFloatable));
    entry->trigger();
    QTRY_VERIFY(!stage.sees("presenterPanel"));
    QVERIFY(!entry->isChecked());
}

void DemoTest::otherEnvironmentsAreOutOfReach()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.window().beginDemo();
    QTRY_VERIFY(stage.sees("demoBadge"));
    stage.click("navSettings");
    auto* choice = stage.window().findChild<QComboBox*>(QStringLiteral("environmentChoice"));
    QTRY_COMPARE(choice->count(), 1);
    QCOMPARE(choice->currentText(), QStringLiteral("simulator"));
    for (const char* way : {"switchEnvironment", "openEnvironment", "addEnvironment"})
        QVERIFY2(!stage.window().findChild<QPushButton*>(QLatin1String(way))->isEnabled(), way);
    QVERIFY(stage.window().findChild<QLabel*>(QStringLiteral("environmentsBlocked"))->isVisible());
    stage.click("presenterLeave");
    QTRY_VERIFY(!stage.sees("demoBadge"));
    stage.click("navSettings");
    choice = stage.window().findChild<QComboBox*>(QStringLiteral("environmentChoice"));
    QTRY_COMPARE(choice->count(), 3);
}

void DemoTest::elsewhereItAsksToGoOverToTheSimulator()
{
    QTemporaryDir folder;
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.environment = QStringLiteral("production");
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    ui::Theme theme(settings);
    Console console(options);
    ui::MainWindow window(console, theme, settings);
    window.show();
    window.beginDemo();
    QMessageBox* question = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (question = window.findChild<QMessageBox*>(QStringLiteral("demoElsewhere"))), 20'000);
    QVERIFY(!window.findChild<QLabel*>(QStringLiteral("demoBadge"))->isVisible());
    question->findChild<QPushButton*>(QStringLiteral("demoGoOver"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 20'000);
    QVERIFY(window.restarts());
    QCOMPARE(window.restartsIn(), QStringLiteral("simulator"));
    QVERIFY(window.restartsWithDemo());
}

void DemoTest::itWaitsForAnOnboardingUnderWay()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("tryWithSimulator");
    QTRY_VERIFY(stage.page().isRunning());
    stage.window().beginDemo();
    QTRY_VERIFY(stage.sees("demoMustWait"));
    QVERIFY(!stage.sees("demoBadge"));
    stage.find<QMessageBox>("demoMustWait")->close();
}

JETBRIDGE_GUI_TEST(DemoTest)
#include "DemoTest.moc"
