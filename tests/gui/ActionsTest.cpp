// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "onboard/CodeCard.h"
#include "support/TestMain.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Handler that would open a web browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"http"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"http"_s); }
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

void startByLink(Stage& stage)
{
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
}

/// Makes Globex a connected customer.
void connectGlobex(Stage& stage)
{
    startByLink(stage);
    QVERIFY(stage.decide(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
}

/// Clicks a control after scrolling to it, because a page may be longer than the window.
void press(Stage& stage, const char* name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(stage.sees(name), name, 10'000);
    stage.find<QPushButton>(name)->click();
}

QString companyEntered(Stage& stage)
{
    return stage.find<QComboBox>("onboardCompany")->currentText();
}

} // namespace

/// Tests buttons that no other test uses.
class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartLeadsToOnesOwnApplication();
    void codeAndLinkAreCopied();
    void aCodeWhoseTimeIsOverOffersANewOne();
    void aConnectedCustomerLeadsToTheNextOrIsDisabledAndOnboardedAgain();
    void credentialsThatWereDeletedAreSaidToBeGone();
    void aLongStoryShowsItsEndFirst();
    void theSimulatorsCompanyIsOnboardedAndItsPortalOpened();
    void aRehearsalIsTakenBack();
    void anExchangeLeadsToItsWholeOnboarding();
    void scopesAreRemovedAndDialogsAreLeft();
};

void ActionsTest::theFirstStartLeadsToOnesOwnApplication()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("setUpOwnApplication");
    QVERIFY(stage.sees("applicationPage"));
    stage.click("navCustomers");
    stage.click("customersEmptyAction");
    QVERIFY(stage.sees("onboardStart"));
}

void ActionsTest::codeAndLinkAreCopied()
{
    Stage stage;
    QVERIFY(stage.isReady());
    startByLink(stage);
    const QString code = stage.text("oneTimeCode");
    stage.click("copyCode");
    QCOMPARE(QGuiApplication::clipboard()->text(), code);
    stage.click("copyLink");
    QCOMPARE(QUrl(QGuiApplication::clipboard()->text()),
        stage.console().current().environment().startUrl(u"globex"_s));
}

void ActionsTest::aCodeWhoseTimeIsOverOffersANewOne()
{
    ui::CodeCard card;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Invitation::Record record;
    record.onboarding = OnboardingId(u"run"_s);
    record.company = CompanyId(u"globex"_s);
    record.madeAt = now;
    record.expiresAt = now.addSecs(60);
    const auto invitation = Invitation::create(
        record, QByteArray(Invitation::codeLength, '1'), SecretHasher(Secret("key")));
    card.show(invitation, now);
    auto* newCode = card.findChild<QPushButton*>(u"newCode"_s);
    QVERIFY(newCode->isHidden());
    const auto* validity = card.findChild<QLabel*>(u"codeValidity"_s);
    QVERIFY2(validity->text().startsWith("Expires in "_L1), qPrintable(validity->text()));
    QVERIFY(!validity->toolTip().isEmpty());
    card.show(invitation, now.addSecs(61));
    QVERIFY(validity->toolTip().isEmpty());
    QVERIFY(!newCode->isHidden());
    QSignalSpy wanted(&card, &ui::CodeCard::newCodeWanted);
    newCode->click();
    QCOMPARE(wanted.size(), 1);
}

void ActionsTest::aConnectedCustomerLeadsToTheNextOrIsDisabledAndOnboardedAgain()
{
    Stage stage;
    QVERIFY(stage.isReady());
    connectGlobex(stage);
    stage.click("onboardAnother");
    QVERIFY(stage.sees("onboardStart"));
    stage.click("navCustomers");
    press(stage, "disableInSimulator");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("customerStatus").startsWith("Disabled"_L1), 10'000);
    press(stage, "onboardAgain");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("onboardStart"), 10'000);
    QVERIFY2(companyEntered(stage).contains("lobex"_L1), qPrintable(companyEntered(stage)));
}

void ActionsTest::credentialsThatWereDeletedAreSaidToBeGone()
{
    Stage stage;
    QVERIFY(stage.isReady());
    std::optional<bool> played; // the customer disables the integration at the end
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played == true, 60'000);
    stage.click("navCustomers");
    press(stage, "deleteCredentials");
    press(stage, "deleteCredentialsYes");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("customerSaid").contains("are deleted"_L1), 10'000);
    press(stage, "revealSecret");
    QTRY_VERIFY2_WITH_TIMEOUT(
        stage.text("customerSaid").contains("has no credentials of this customer"_L1),
        qPrintable(stage.text("customerSaid")), 10'000);
    // The text also says what to do about it.
    QVERIFY(stage.text("customerSaid").contains("Onboard the customer again"_L1));
}

void ActionsTest::aLongStoryShowsItsEndFirst()
{
    Stage stage;
    QVERIFY(stage.isReady());
    Integration one;
    one.id = IntegrationId(u"one"_s);
    one.company = CompanyId(u"globex"_s);
    one.status = IntegrationStatus::Live;
    QList<JournalEntry> lines(150);
    for (JournalEntry& line : lines) {
        line.company = one.company;
        line.step = Step::Prove;
        line.state = StepState::Done;
        line.at = QDateTime::currentDateTimeUtc();
    }
    bool isWritten = false;
    QCoro::connect(stage.console().customers().integrations().save(one), &stage.console(), [&] {
        QCoro::connect(stage.console().customers().journal().append(lines, std::nullopt),
            &stage.console(), [&isWritten] { isWritten = true; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(isWritten, 10'000);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("timelineOlder"), 10'000);
    const QAbstractItemModel* story = stage.find<QTableView>("customerTimeline")->model();
    QCOMPARE(story->rowCount(), 100);
    press(stage, "timelineOlder");
    QTRY_COMPARE_WITH_TIMEOUT(story->rowCount(), 150, 10'000);
    QVERIFY(!stage.sees("timelineOlder"));
}

void ActionsTest::theSimulatorsCompanyIsOnboardedAndItsPortalOpened()
{
    Browser browser;
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSimulator");
    press(stage, "simulatorStartStop");
    press(stage, "openPortal");
    QTRY_COMPARE(browser.opened, stage.console().current().environment().portalUrl);
    auto* companies = stage.find<QTableView>("simulatorCompanies");
    QTRY_VERIFY_WITH_TIMEOUT(companies->model()->rowCount() > 1, 10'000);
    companies->selectRow(1);
    const QString name = companies->model()->index(1, 0).data().toString();
    press(stage, "simulatorOnboard");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("onboardStart"), 10'000);
    QTRY_VERIFY2_WITH_TIMEOUT(
        companyEntered(stage).startsWith(name), qPrintable(companyEntered(stage)), 10'000);
}

void ActionsTest::aRehearsalIsTakenBack()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    press(stage, "answerNext");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("answerNextSaid").contains("500"_L1), 10'000);
    press(stage, "answerAsUsual");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("answerNextSaid").contains("as usual"_L1), 10'000);
}

void ActionsTest::anExchangeLeadsToItsWholeOnboarding()
{
    Stage stage;
    QVERIFY(stage.isReady());
    connectGlobex(stage);
    stage.click("navTraffic");
    stage.find<QLineEdit>("trafficSearch")->setText(u"partner-api/integrations"_s);
    auto* table = stage.find<QTableView>("trafficTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
    table->selectRow(0);
    press(stage, "showOnboarding");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 3, 10'000);
    QVERIFY(stage.find<QComboBox>("trafficOnboarding")->currentIndex() > 0);
    QVERIFY(stage.find<QLineEdit>("trafficSearch")->text().isEmpty());
}

void ActionsTest::scopesAreRemovedAndDialogsAreLeft()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    press(stage, "addScope");
    auto* scopes = stage.find<QTableWidget>("applicationScopes");
    const int rows = scopes->rowCount();
    scopes->selectRow(rows - 1);
    press(stage, "removeScope");
    QCOMPARE(scopes->rowCount(), rows - 1);
    press(stage, "pickScopes");
    QTRY_VERIFY(stage.sees("scopePicker"));
    press(stage, "scopePickerCancel");
    QTRY_VERIFY(!stage.sees("scopePicker"));
    QCOMPARE(scopes->rowCount(), rows - 1);

    stage.click("navSettings");
    press(stage, "addEnvironment");
    QTRY_VERIFY(stage.sees("newEnvironmentDialog"));
    press(stage, "newEnvironmentCancel");
    QTRY_VERIFY(!stage.sees("newEnvironmentDialog"));
    stage.pressKeys(Qt::Key_F1);
    press(stage, "helpClose");
    QTRY_VERIFY(!stage.sees("helpSheet"));
}

JETBRIDGE_GUI_TEST(ActionsTest)
#include "ActionsTest.moc"
