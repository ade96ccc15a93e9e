// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ClientRegistrations.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Deliveries.h"
#include "console/EmbeddedSimulator.h"
#include "console/SimulatorControl.h"
#include "console/Walkthrough.h"
#include "gui/ClippedTexts.h"
#include "gui/Stage.h"
#include "parts/Language.h"
#include "support/Accessible.h"
#include "support/TestMain.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableView>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using Choice = ui::Language::Choice;
using Scheme = ui::Theme::Scheme;

namespace {

template <typename T> T* part(Stage& stage, const char* name)
{
    return stage.window().findChild<T*>(QLatin1String(name));
}

void press(Stage& stage, const char* name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(part<QPushButton>(stage, name), name, 10'000);
    part<QPushButton>(stage, name)->click();
}

/// Waits for a task of the console.
template <typename T> bool comes(Stage& stage, Task<T>&& task)
{
    const auto isThere = std::make_shared<bool>(false);
    QCoro::connect(std::move(task), &stage.console(), [isThere] { *isThere = true; });
    return QTest::qWaitFor([isThere] { return *isThere; }, 30'000);
}

/// Makes calls of this path fail from now on; an empty path: none.
void setFault(Stage& stage, const char* path, const QJsonObject& action)
{
    QJsonArray rules;
    if (*path)
        rules.append(QJsonObject{
            {u"match"_s, QJsonObject{{u"path"_s, QLatin1String(path)}}}, {u"do"_s, action}});
    QVERIFY(comes(stage, stage.console().simulator().control().setFaults(rules)));
}

constexpr auto confirmPath = "/apps-integrations/partner-api/integrations";
constexpr auto tokenPath = "/identity/oauth/token";

/// Onboards this company as the walkthrough does.
void play(Stage& stage, const char* company)
{
    QVERIFY(comes(stage,
        playWalkthrough(stage.topics(),
            {ConsentDisplayMode::Redirect, true, QString::fromLatin1(company)},
            [](const WalkthroughStep&) {})));
}

void startByLink(Stage& stage)
{
    stage.startByLink();
    QTRY_VERIFY(!stage.sees("onboardStart"));
}

/// Adds customers of earlier days to the registry.
Task<Done> rememberCustomers(Console& console)
{
    constexpr std::pair<const char*, IntegrationStatus> companies[] = {
        {"Acme Logistics", IntegrationStatus::Live},
        {"Northern Lights Insurance Group", IntegrationStatus::Live},
        {"Soylent Foods", IntegrationStatus::Disabled}, {"Stark & Sons", IntegrationStatus::Live},
        {"Tyrell", IntegrationStatus::Failing}, {"Vandelay Imports", IntegrationStatus::Live},
        {"Wonka", IntegrationStatus::Live}};
    int days = 1;
    for (const auto& [name, status] : companies) {
        Integration one;
        one.id = IntegrationId(u"integration-%1"_s.arg(days));
        one.company = CompanyId(QString::fromLatin1(name).toLower().remove(QLatin1Char(' ')));
        one.companyName = QString::fromLatin1(name);
        one.status = status;
        one.bidirectional = days % 2 == 0;
        one.onboardedAt = QDateTime::currentDateTimeUtc().addDays(-days * days);
        one.checkedAt = QDateTime::currentDateTimeUtc().addSecs(-days * 3000);
        if (const auto saved = co_await console.customers().integrations().save(one); !saved)
            qFatal("%s", qPrintable(saved.error().detail));
        ++days;
    }
    co_return Done{};
}

QTableView* customers(Stage& stage)
{
    return stage.find<QTableView>("customersTable");
}

void selectCustomer(Stage& stage, const char* company)
{
    stage.find<QLineEdit>("customersSearch")->setText(QString::fromLatin1(company));
    QTRY_COMPARE_WITH_TIMEOUT(customers(stage)->model()->rowCount(), 1, 10'000);
    customers(stage)->selectRow(0);
}

void chooseExchange(Stage& stage, int row, bool alsoTheOneBefore = false)
{
    auto* table = stage.find<QTableView>("trafficTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > row, 10'000);
    table->selectRow(row);
    if (alsoTheOneBefore)
        table->selectionModel()->select(table->model()->index(row - 1, 0),
            QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void closeOnTop(Stage& stage)
{
    for (auto* dialog : stage.window().findChildren<QDialog*>())
        dialog->close();
}

/// The screens to photograph, in an order in which each follows from the one before.
struct Screen {
    const char* name;
    void (*show)(Stage& stage); ///< Opens the screen and waits until everything is shown.
    const char* window = nullptr; ///< Name of its dialog, if it has one.
    bool needsBrowser = false;
};

const Screen screens[] = {
    {"welcome",
        [](Stage& stage) {
            QVERIFY(stage.sees("welcomePage"));
        }},
    {"onboard-form",
        [](Stage& stage) {
            stage.click("navOnboard");
            stage.page().startFor({});
        }},
    {"customers-empty",
        [](Stage& stage) {
            stage.click("navCustomers");
            QTRY_VERIFY(stage.sees("customersEmpty"));
        }},
    {"endpoints-empty",
        [](Stage& stage) {
            stage.click("navEndpoints");
        }},
    {"endpoints-left-over",
        [](Stage& stage) {
            Registration lost;
            lost.onboarding = OnboardingId(u"0f3c2a"_s);
            lost.company = CompanyId(u"hooli"_s);
            lost.clientName = u"Acme Talent, hooli, 0f3c2a"_s;
            lost.state = ClientRegistrationState::Lost;
            lost.at = QDateTime::currentDateTimeUtc();
            QVERIFY(
                comes(stage, stage.console().clientRegistrations().registrations().begin(lost)));
            stage.click("navHome"); // the card reads when it is shown
            stage.click("navEndpoints");
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("registrationAdvice"), 10'000);
        }},
    {"simulator-stopped",
        [](Stage& stage) {
            stage.click("navSimulator");
        }},
    {"traffic-empty",
        [](Stage& stage) {
            stage.click("navTraffic");
            QTRY_VERIFY(stage.sees("trafficEmpty"));
        }},
    {"application-empty",
        [](Stage& stage) {
            stage.click("navApplication");
        }},
    {"settings",
        [](Stage& stage) {
            stage.click("navSettings");
        }},
    {"settings-new-environment",
        [](Stage& stage) {
            press(stage, "addEnvironment");
            QTRY_VERIFY(stage.sees("newEnvironmentDialog"));
        },
        "newEnvironmentDialog"},
    {"settings-new-sink",
        [](Stage& stage) {
            press(stage, "addSink");
            QTRY_VERIFY(stage.sees("newSinkDialog"));
        },
        "newSinkDialog"},
    {"settings-new-sink-vault",
        [](Stage& stage) {
            press(stage, "addSink");
            QTRY_VERIFY(stage.sees("newSinkDialog"));
            stage.find<QComboBox>("newSinkKind")->setCurrentIndex(2);
        },
        "newSinkDialog"},
    {"onboard-failed",
        [](Stage& stage) {
            QVERIFY(comes(stage, stage.console().simulator().start()));
            setFault(stage, tokenPath, {{u"status"_s, 500}});
            startByLink(stage);
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 30'000);
            setFault(stage, "", {});
        }},
    {"onboard-link",
        [](Stage& stage) {
            startByLink(stage);
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("consentLink"), 20'000);
        }},
    {"onboard-declined",
        [](Stage& stage) {
            QVERIFY(stage.decide(u"decline"_s));
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 30'000);
        }},
    {"onboard-cancelled",
        [](Stage& stage) {
            startByLink(stage);
            QTRY_VERIFY(stage.sees("oneTimeCode"));
            stage.click("onboardCancel");
        }},
    {"onboard-unknown",
        [](Stage& stage) {
            startByLink(stage);
            QTRY_VERIFY(stage.sees("oneTimeCode"));
            setFault(stage, confirmPath, {{u"closeBeforeReply"_s, true}});
            QVERIFY(stage.decide(u"approve"_s));
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 30'000);
            setFault(stage, "", {});
        }},
    {"customers-unknown",
        [](Stage& stage) {
            stage.click("navCustomers");
            QTRY_VERIFY(stage.sees("outcomeUnknownCard"));
        }},
    {"onboard-again",
        [](Stage& stage) {
            stage.click("unknownRepeat");
            QTRY_VERIFY(stage.sees("onboardStart"));
        }},
    {"onboard-consent",
        [](Stage& stage) {
            stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
            QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"approve"_s), 60'000);
        },
        nullptr, true},
    {"onboard-connected",
        [](Stage& stage) {
            if (!stage.hasBrowser()) {
                startByLink(stage);
                QTRY_VERIFY(stage.sees("oneTimeCode"));
                QVERIFY(stage.decide(u"approve"_s));
            }
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(stage.text("connectedTitle").contains("Globex"_L1), 20'000);
        }},
    {"customers-detail",
        [](Stage& stage) {
            stage.click("navCustomers");
            play(stage, "initech");
            QVERIFY(comes(stage, rememberCustomers(stage.console())));
            selectCustomer(stage, "globex");
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerIntegrationId"), 10'000);
        }},
    {"customers-delivery",
        [](Stage& stage) {
            const QString folder = stage.console().dataFolder().path() + u"/sink"_s;
            QVERIFY(QDir().mkdir(folder));
            QVERIFY(QFile::setPermissions(
                folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            Sink sink;
            sink.name = u"files"_s;
            sink.settings = FolderSettings{{}, folder}.toJson();
            QVERIFY(comes(stage, stage.console().deliveries().add({sink, {}, true})));
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerDelivery"), 10'000);
        }},
    {"customers-hand-over",
        [](Stage& stage) {
            press(stage, "handOver");
            QTRY_VERIFY(stage.sees("handOverDialog"));
        },
        "handOverDialog"},
    {"customers-forget-question",
        [](Stage& stage) {
            press(stage, "forgetCustomer");
            QTRY_VERIFY(stage.sees("forgetCustomerQuestion"));
        },
        "forgetCustomerQuestion"},
    {"customers-forgotten-undo",
        [](Stage& stage) {
            press(stage, "forgetCustomer");
            QTRY_VERIFY(stage.sees("forgetCustomerYes"));
            press(stage, "forgetCustomerYes");
            QTRY_VERIFY(stage.sees("undoForget"));
        }},
    {"customers-list",
        [](Stage& stage) {
            stage.click("undoForget");
            stage.find<QLineEdit>("customersSearch")->clear();
            QTRY_COMPARE_WITH_TIMEOUT(customers(stage)->model()->rowCount(), 9, 10'000);
        }},
    {"customers-selection",
        [](Stage& stage) {
            customers(stage)->selectAll();
            QTRY_VERIFY(stage.sees("selectionPanel"));
        }},
    {"customers-bulk-progress",
        [](Stage& stage) {
            setFault(stage, tokenPath, {{u"delayMs"_s, 1500}});
            press(stage, "verifySelected");
            QTRY_VERIFY(stage.sees("cancelBulk"));
        }},
    {"customers-bulk-done",
        [](Stage& stage) {
            QTRY_VERIFY_WITH_TIMEOUT(!stage.sees("cancelBulk"), 30'000);
            setFault(stage, "", {});
        }},
    {"home",
        [](Stage& stage) {
            stage.click("navHome");
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("homeDashboard"), 10'000);
            QTRY_VERIFY_WITH_TIMEOUT(stage.text("homeAll").contains(QLatin1Char('9')), 10'000);
            QTRY_VERIFY(stage.sees("homeEvent"));
        }},
    {"customers-failing",
        [](Stage& stage) {
            stage.click("homeFailing");
            QTRY_VERIFY(stage.sees("filterOne"));
        }},
    {"customers-without-result",
        [](Stage& stage) {
            stage.find<QLineEdit>("customersSearch")->setText(u"nobody"_s);
            QTRY_VERIFY(stage.sees("customersEmpty"));
        }},
    {"traffic-list",
        [](Stage& stage) {
            stage.click("navTraffic");
            QTRY_VERIFY_WITH_TIMEOUT(
                stage.find<QTableView>("trafficTable")->model()->rowCount() > 5, 10'000);
        }},
    {"traffic-detail",
        [](Stage& stage) {
            stage.find<QLineEdit>("trafficSearch")
                ->setText(QString::fromLatin1(confirmPath).section(QLatin1Char('/'), -2));
            QTRY_VERIFY(stage.find<QTableView>("trafficTable")->model()->rowCount() < 6);
            chooseExchange(stage, 0);
            QTRY_VERIFY(stage.sees("exchangeDetail"));
        }},
    {"traffic-compare",
        [](Stage& stage) {
            chooseExchange(stage, 1, true);
            QTRY_VERIFY(stage.sees("compareView"));
        }},
    {"traffic-diagram",
        [](Stage& stage) {
            stage.find<QLineEdit>("trafficSearch")->clear();
            stage.click("trafficAsDiagram");
            stage.click("diagramFit");
        }},
    {"endpoints",
        [](Stage& stage) {
            stage.click("navEndpoints");
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("inbox"), 10'000);
            press(stage, "probeEndpoints");
            QTRY_VERIFY_WITH_TIMEOUT(!stage.text("endpointsProbed").isEmpty(), 10'000);
        }},
    {"simulator",
        [](Stage& stage) {
            stage.click("navSimulator");
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("simulatorCompanies"), 10'000);
            auto* companies = stage.find<QTableView>("simulatorCompanies");
            QTRY_VERIFY_WITH_TIMEOUT(companies->model()->rowCount() > 0, 10'000);
            companies->selectRow(0);
            press(stage, "addFault");
        }},
    {"application",
        [](Stage& stage) {
            stage.click("navApplication");
            part<QLineEdit>(stage, "applicationName")->setText(u"Northwind Assessments"_s);
            part<QPlainTextEdit>(stage, "applicationDescription")
                ->setPlainText(u"Assessments for your candidates"_s);
            part<QLineEdit>(stage, "applicationConsentUrl")
                ->setText(u"https://partner.example/consent"_s);
        }},
    {"application-scopes",
        [](Stage& stage) {
            press(stage, "pickScopes");
            QTRY_VERIFY(stage.sees("scopePicker"));
        },
        "scopePicker"},
    {"application-refused",
        [](Stage& stage) {
            part<QLineEdit>(stage, "applicationName")->clear();
            part<QMenu>(stage, "packetFormats")->actions().first()->trigger();
            QTRY_VERIFY(!stage.text("applicationSaid").isEmpty());
        }},
    {"help-keyboard",
        [](Stage& stage) {
            stage.pressKeys(Qt::Key_F1);
            QTRY_VERIFY(stage.sees("helpSheet"));
        },
        "helpSheet"},
    {"help",
        [](Stage& stage) {
            stage.pressKeys(Qt::Key_F1);
            press(stage, "helpMore");
            QTRY_VERIFY(stage.sees("helpWindow"));
        },
        "helpWindow"},
    {"hidden-names-customers",
        [](Stage& stage) {
            stage.window().findChild<QAction*>(u"hideNames"_s)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(stage.sees("maskBadge"), 10'000);
            stage.click("navCustomers");
            QTRY_VERIFY_WITH_TIMEOUT(customers(stage), 10'000);
            QTRY_COMPARE_WITH_TIMEOUT(customers(stage)->model()->rowCount(), 9, 10'000);
        }},
};

/// Returns the views that would have to be scrolled sideways.
QStringList sideways(const QWidget& root)
{
    QStringList found;
    for (const auto* area : root.findChildren<QAbstractScrollArea*>())
        if (area->isVisible() && !area->inherits("QPlainTextEdit")
            && area->horizontalScrollBar()->isVisible())
            found.append(area->objectName() + u" scrolls sideways"_s);
    return found;
}

} // namespace

/// Goes through the whole program once for each appearance, takes a picture of every screen in
/// every state, and checks that everything has its space and its name.
class ScreenshotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScreenHasRoom_data();
    void everyScreenHasRoom();
};

void ScreenshotsTest::everyScreenHasRoom_data()
{
    QTest::addColumn<Choice>("language");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<int>("textSize");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasBrowser");
    constexpr QSize usual(1280, 800);
    constexpr QSize small(900, 600);
    QTest::newRow("light") << Choice::English << Scheme::Light << 100 << usual << true;
    QTest::newRow("dark") << Choice::English << Scheme::Dark << 100 << usual << false;
    QTest::newRow("german") << Choice::German << Scheme::Light << 100 << usual << false;
    QTest::newRow("polish-small") << Choice::Polish << Scheme::Light << 100 << small << false;
    QTest::newRow("german-200") << Choice::German << Scheme::Light << 200 << usual << true;
}

void ScreenshotsTest::everyScreenHasRoom()
{
    QFETCH(Choice, language);
    QFETCH(Scheme, scheme);
    QFETCH(int, textSize);
    QFETCH(QSize, size);
    QFETCH(bool, hasBrowser);
    const ui::Language spoken{language};
    Stage stage(scheme);
    stage.theme().setTextSize(textSize);
    const auto back = qScopeGuard([&stage] { stage.theme().setTextSize(100); });
    QVERIFY(stage.isReady());
    stage.window().resize(size);
    QStringList problems; // all are collected, because a round takes long
    for (const Screen& screen : screens) {
        if (screen.needsBrowser && !hasBrowser)
            continue;
        screen.show(stage);
        if (QTest::currentTestFailed()) {
            stage.screenshot(u"failed"_s);
            return qWarning("on the way to %s: failed.png", screen.name);
        }
        QWidget& shown = screen.window ? *stage.find(screen.window) : stage.window();
        // With large text, the presenter's panel may make a list too low; it can be moved away.
        const bool mayScroll = textSize > 100 && stage.sees("presenterPanel");
        const auto wrong = [&] {
            return clippedTexts(shown) + accessible::nameless(shown)
                + (mayScroll ? QStringList() : sideways(shown));
        };
        QStringList found;
        // The layout of new widgets needs time.
        const bool isRight = QTest::qWaitFor([&] { return (found = wrong()).isEmpty(); }, 2'000);
        stage.screenshot(
            QLatin1String(screen.name) + QLatin1Char('-') + QLatin1String(QTest::currentDataTag()),
            shown);
        if (screen.window)
            closeOnTop(stage);
        if (!isRight)
            problems += QLatin1String(screen.name) + ": "_L1 + found.join("\n    "_L1);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    if (textSize == 100)
        QCOMPARE(stage.window().size(), size);
    QVERIFY(stage.window().width() <= 1366); // the width of a small laptop's screen, also at 200 %
}

JETBRIDGE_GUI_TEST(ScreenshotsTest)
#include "ScreenshotsTest.moc"
