// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TokenServer.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "gui/Stage.h"
#include "journal/JournalModel.h"
#include "ports/Registry.h"
#include "support/RegistryByHand.h"
#include "support/TestMain.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

namespace {

/// Starts and opens the customer's page, with the code.
void startByHand(Stage& stage, bool popup, bool bidirectional)
{
    stage.click("navOnboard");
    stage.page().startFor(u"globex"_s);
    stage.click(popup ? "onboardModePopup" : "onboardModeRedirect");
    stage.find<QCheckBox>("onboardBidirectional")->setChecked(bidirectional);
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
}

/// Saves an application whose oauthTokenUrl is served by the partner's own server, to which staff
/// give each client.
bool haveGivenClients(Stage& stage, const QUrl& oauthTokenUrl)
{
    Application application =
        stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, true);
    application.name = u"Acme"_s; // no longer the demo's
    application.oauthTokenUrl = oauthTokenUrl;
    Environment environment = stage.console().current().saved();
    environment.tokenService = TokenService::Given;
    int saved = 0;
    const auto count = [&saved](const Outcome<Done>& one) {
        saved += one.has_value() ? 1 : 0;
    };
    QCoro::connect(
        stage.console().partnerAccess().applications().save(application), &stage.console(), count);
    QCoro::connect(stage.console().current().save(environment), &stage.console(), count);
    return QTest::qWaitFor(
        [&] {
            return saved == 2
                && stage.console().current().application().oauthTokenUrl == oauthTokenUrl;
        },
        20'000);
}

} // namespace

class OnboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noBrowserExistsBeforeTheFirstPage();
    void oneClickEndsWithAConnectedCustomer_data();
    void oneClickEndsWithAConnectedCustomer();
    void aPersonOnboardsByHand_data();
    void aPersonOnboardsByHand();
    void aWrongCodeIsSaidAndEndsNothing();
    void aCustomerWhoDeclinesIsNotConnected();
    void whatFailsBeforeTheCustomerIsAskedStandsBelowWithItsExchange();
    void cancellingLeavesNothingBehind();
    void aCodeThatCannotBeWithdrawnIsSaid();
    void whatIsOnItsWayIsNotCancelled();
    void aLinkIsShownInsteadOfThePage();
    void whoConsentedElsewhereIsConnectedAtOnce();
    void aClientThatStaffMadeIsEnteredForEachRun();
    void theProgramMayEndInMidFlow();
};

void OnboardTest::noBrowserExistsBeforeTheFirstPage()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(!stage.hasBrowser());
    stage.click("navOnboard");
    stage.page().startFor({});
    QVERIFY(!stage.hasBrowser());
    stage.screenshot(u"onboard-choices"_s);
    startByHand(stage, false, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.hasBrowser(), 20'000);
}

void OnboardTest::oneClickEndsWithAConnectedCustomer_data()
{
    QTest::addColumn<ConsentDisplayMode>("mode");
    QTest::addColumn<bool>("bidirectional");
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("redirect") << ConsentDisplayMode::Redirect << true << Theme::Scheme::Light;
    QTest::newRow("popup-dark") << ConsentDisplayMode::Popup << true << Theme::Scheme::Dark;
    QTest::newRow("redirect-one-way")
        << ConsentDisplayMode::Redirect << false << Theme::Scheme::Light;
    QTest::newRow("popup-one-way") << ConsentDisplayMode::Popup << false << Theme::Scheme::Light;
}

void OnboardTest::oneClickEndsWithAConnectedCustomer()
{
    QFETCH(ConsentDisplayMode, mode);
    QFETCH(bool, bidirectional);
    QFETCH(Theme::Scheme, scheme);
    const QString name = u"one-click-"_s + QLatin1String(QTest::currentDataTag());
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    QVERIFY(stage.sees("welcomePage"));
    stage.screenshot(name + u"-0-first-start"_s);
    if (mode == ConsentDisplayMode::Redirect && bidirectional) {
        stage.click("tryWithSimulator");
    } else {
        stage.click("navOnboard");
        stage.page().startWithSimulator(mode, bidirectional);
    }
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"sign-in"_s), 30'000);
    stage.screenshot(name + u"-1-sign-in"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"approve"_s), 30'000);
    QCOMPARE(stage.pageShows(u"granted-to-smartrecruiters"_s), bidirectional);
    stage.screenshot(name + u"-2-approve"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("connectedTitle").contains("Globex"_L1), 20'000);
    QCOMPARE(stage.text("connectedCompany"), u"globex"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"integration-id"_s), 30'000);
    stage.screenshot(name + u"-3-connected"_s);

    const QString integration = stage.text("connectedIntegration");
    stage.click("showCustomer");
    QTRY_COMPARE_WITH_TIMEOUT(stage.text("customerIntegrationId"), integration, 20'000);
    stage.screenshot(name + u"-4-customer"_s);
}

void OnboardTest::aPersonOnboardsByHand_data()
{
    QTest::addColumn<bool>("popup");
    QTest::addColumn<bool>("bidirectional");
    QTest::newRow("redirect") << false << true;
    QTest::newRow("popup") << true << true;
    QTest::newRow("redirect-one-way") << false << false;
    QTest::newRow("popup-one-way") << true << false;
}

void OnboardTest::aPersonOnboardsByHand()
{
    QFETCH(bool, popup);
    QFETCH(bool, bidirectional);
    Stage stage;
    QVERIFY(stage.isReady());
    startByHand(stage, popup, bidirectional);
    const QString code = stage.text("oneTimeCode");
    QVERIFY(stage.clickInPage(u"setup"_s));
    stage.screenshot(u"by-hand-"_s + QLatin1String(QTest::currentDataTag()));
    QVERIFY(stage.clickInPage(u"grant"_s));
    QVERIFY(stage.typeInPage(u"code"_s, code));
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QVERIFY(stage.clickInPage(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QVERIFY(!stage.sees("oneTimeCode"));
}

void OnboardTest::aWrongCodeIsSaidAndEndsNothing()
{
    Stage stage;
    QVERIFY(stage.isReady());
    startByHand(stage, false, true);
    const QString first = stage.text("oneTimeCode");
    QVERIFY(stage.clickInPage(u"setup"_s));
    QVERIFY(stage.clickInPage(u"grant"_s));
    QVERIFY(stage.typeInPage(u"code"_s, u"AAAA-AAAA-AAAA"_s));
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"outcome"_s), 20'000);
    stage.screenshot(u"onboard-wrong-code"_s);
    QVERIFY(!stage.sees("failureCard"));
    QCOMPARE(stage.text("oneTimeCode"), first);
    QVERIFY(stage.typeInPage(u"code"_s, first));
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QVERIFY(stage.clickInPage(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
}

void OnboardTest::aCustomerWhoDeclinesIsNotConnected()
{
    Stage stage(Theme::Scheme::Dark);
    QVERIFY(stage.isReady());
    startByHand(stage, true, true);
    const QString code = stage.text("oneTimeCode");
    QVERIFY(stage.clickInPage(u"setup"_s));
    QVERIFY(stage.clickInPage(u"grant"_s));
    QVERIFY(stage.typeInPage(u"code"_s, code));
    QVERIFY(stage.clickInPage(u"sign-in"_s));
    QVERIFY(stage.clickInPage(u"decline"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 20'000);
    QVERIFY(!stage.sees("connectedCard"));
    // The failure is shown as it was observed, and SmartRecruiters is not involved.
    QCOMPARE(stage.text("failureWhat"), u"The customer declined."_s);
    QVERIFY(stage.text("failureWhy").startsWith("Cause:"_L1));
    QVERIFY(!stage.sees("copyForSmartRecruiters"));
    stage.screenshot(u"onboard-declined-dark"_s);
}

void OnboardTest::whatFailsBeforeTheCustomerIsAskedStandsBelowWithItsExchange()
{
    Stage stage;
    QVERIFY(stage.isReady());
    bool isSet = false;
    QCoro::connect(stage.console().simulator().start(), &stage.console(), [&] {
        const QJsonObject match{{u"path"_s, u"/identity/oauth/token"_s}};
        const QJsonObject rule{{u"match"_s, match}, {u"do"_s, QJsonObject{{u"status"_s, 500}}}};
        QCoro::connect(stage.console().simulator().control().setFaults({rule}), &stage.console(),
            [&isSet] { isSet = true; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(isSet, 20'000);
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 30'000);

    auto* journal = stage.find<QTableView>("onboardJournal");
    const auto cell = [journal](int row, int column) {
        return journal->model()->index(row, column).data().toString();
    };
    QCOMPARE(journal->model()->rowCount(), 2);
    QVERIFY2(cell(0, ui::JournalModel::Sentence).contains("bearer token"_L1),
        qPrintable(cell(0, ui::JournalModel::Sentence)));
    QCOMPARE(cell(0, ui::JournalModel::Result), u"failed"_s);
    // The call can be found by it, though no line of the registry speaks of it.
    stage.click("copyForSmartRecruiters");
    for (const auto* fact : {"companyId: globex", "Request: POST http://", "/identity/oauth/token",
             "HTTP status: 500", "Our reference: "})
        QTRY_VERIFY2(QGuiApplication::clipboard()->text().contains(QLatin1String(fact)), fact);
    QCOMPARE(cell(1, ui::JournalModel::Result), u"done"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, ui::JournalModel::Open), u"open"_s, 10'000);
    const QRect place = journal->visualRect(journal->model()->index(0, ui::JournalModel::Open));
    QTest::mouseClick(journal->viewport(), Qt::LeftButton, {}, place.center());
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("exchangeDetail"), 10'000);
    QVERIFY(stage.text("exchangeAnswer").startsWith("500"_L1));
}

void OnboardTest::cancellingLeavesNothingBehind()
{
    Stage stage;
    QVERIFY(stage.isReady());
    startByHand(stage, false, true);
    stage.click("onboardCancel");
    QVERIFY(!stage.sees("oneTimeCode"));
    QVERIFY(!stage.hasBrowser());
    QVERIFY(!stage.console().onboardings().invitation(CompanyId(u"globex"_s)));
    // The result and both ways to continue stand where the button was.
    QVERIFY(stage.text("onboardCancelled").contains("sent no confirm request"_L1));
    const auto* journal = stage.find<QTableView>("onboardJournal");
    const auto latestResult = [journal] {
        return journal->model()->index(0, ui::JournalModel::Result).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(latestResult(), u"cancelled"_s, 10'000);
    stage.screenshot(u"onboard-cancelled"_s);
    stage.click("onboardStartAgain");
    QVERIFY(!stage.sees("onboardCancelled"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    stage.click("onboardCancel");
    stage.click("onboardChange");
    QVERIFY(stage.sees("onboardStart"));
}

void OnboardTest::aCodeThatCannotBeWithdrawnIsSaid()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    const QString folder = stage.console().dataFolder().path();
    QVERIFY(test::refuse(folder, "UPDATE ON invitations"));
    stage.click("onboardCancel");
    QVERIFY(!stage.sees("oneTimeCode"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("onboardCancelled").contains("still accept it"_L1), 10'000);
    // The text changes back by itself.
    QVERIFY(test::refuseNoMore(folder));
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("onboardCancelled").contains("sent no confirm request"_L1), 20'000);
}

void OnboardTest::whatIsOnItsWayIsNotCancelled()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    std::optional<bool> isCancelled;
    connect(&stage.console().customers(), &Customers::journalAppended, this,
        [&](const JournalEntry& entry) {
            if (entry.step == Step::Confirm && entry.state == StepState::Started)
                isCancelled = stage.console().onboardings().cancel(entry.company, entry.onboarding);
        });
    QVERIFY(stage.decide(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QCOMPARE(isCancelled, false);
}

void OnboardTest::aLinkIsShownInsteadOfThePage()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("consentLink"), 20'000);
    QCOMPARE(stage.text("consentLink"),
        stage.console().current().environment().startUrl(u"globex"_s).toDisplayString());
    QVERIFY(!stage.hasBrowser());
    stage.screenshot(u"onboard-link"_s);
}

void OnboardTest::whoConsentedElsewhereIsConnectedAtOnce()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    stage.page().startFor(u"globex"_s);
    stage.find<QCheckBox>("onboardElsewhere")->setChecked(true);
    QVERIFY(!stage.sees("onboardWhereHere"));
    QTRY_VERIFY(stage.window().focusWidget() == stage.find<QLineEdit>("onboardConsentedBy"));
    QVERIFY(!stage.find<QPushButton>("onboardStart")->isEnabled()); // somebody must have approved
    QTest::keyClicks(stage.find<QLineEdit>("onboardConsentedBy"), u"Ana Admin"_s);
    stage.screenshot(u"onboard-consented-elsewhere"_s);
    stage.click("onboardStart");

    // SmartRecruiters does not know of a grant, and the name stays for the next try.
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("failureCard"), 30'000);
    QVERIFY(!stage.sees("oneTimeCode") && !stage.hasBrowser());
    QVERIFY(stage.grant());
    stage.click("failureAction");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QVERIFY(!stage.hasBrowser());
    stage.screenshot(u"onboard-consented-elsewhere-connected"_s);
    std::optional<Outcome<Integrations::Page>> page;
    QCoro::connect(stage.console().customers().integrations().page({}), &stage.console(),
        [&page](const Outcome<Integrations::Page>& read) { page = read; });
    QTRY_VERIFY(page);
    QCOMPARE((*page)->rows.size(), 1);
    QCOMPARE((*page)->rows.first().consentedBy, u"Ana Admin"_s);
    QCOMPARE((*page)->rows.first().status, IntegrationStatus::Live);

    // The name belonged to that customer.
    stage.page().startFor(u"initech"_s);
    QVERIFY(stage.find<QLineEdit>("onboardConsentedBy")->text().isEmpty());
}

void OnboardTest::aClientThatStaffMadeIsEnteredForEachRun()
{
    TokenServer tokens;
    tokens.takeOnly("globex-at-partner");
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(haveGivenClients(stage, tokens.url()));
    stage.click("navOnboard");
    stage.page().startFor(u"globex"_s);
    stage.click("onboardWhereLink");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("onboardGivenSecret"), 20'000);
    auto* clientId = stage.find<QLineEdit>("onboardGivenId");
    auto* secret = stage.find<QLineEdit>("onboardGivenSecret");
    QVERIFY(!stage.find<QPushButton>("onboardStart")->isEnabled());
    const auto enter = [&] {
        QTest::keyClicks(clientId, u"globex-at-partner"_s);
        QTest::keyClicks(secret, u"a-secret-of-globex-there"_s);
    };
    enter();
    stage.screenshot(u"onboard-given-client"_s);
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 30'000);
    QVERIFY(clientId->text().isEmpty() && secret->text().isEmpty());

    // The client ended with its code, so that it is entered once more.
    stage.click("onboardCancel");
    stage.click("onboardStartAgain");
    QVERIFY(stage.sees("onboardGivenId"));
    QTRY_VERIFY(stage.window().focusWidget() == clientId);
    QVERIFY(!stage.find<QPushButton>("onboardStart")->isEnabled());
    enter();
    stage.click("onboardStart");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 30'000);
    QVERIFY(stage.decide(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    QCOMPARE(tokens.secretOf("globex-at-partner"), QByteArray("a-secret-of-globex-there"));
    QVERIFY(clientId->text().isEmpty() && secret->text().isEmpty());
}

void OnboardTest::theProgramMayEndInMidFlow()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Popup, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.pageShows(u"approve"_s), 30'000);
    stage.quit();
}

JETBRIDGE_GUI_TEST(OnboardTest)
#include "OnboardTest.moc"
