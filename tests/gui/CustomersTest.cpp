// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "console/Deliveries.h"
#include "console/EmbeddedSimulator.h"
#include "console/RunLock.h"
#include "console/SimulatorControl.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

namespace {

Task<Done> addCustomers(Console& console, int count)
{
    constexpr IntegrationStatus statuses[] = {IntegrationStatus::Live, IntegrationStatus::Live,
        IntegrationStatus::Disabled, IntegrationStatus::Failing};
    for (int i = 0; i < count; ++i) {
        Integration one;
        one.id = IntegrationId(u"integration-%1"_s.arg(i));
        one.company = CompanyId(u"company-%1"_s.arg(i));
        one.companyName = u"%1 Company %2"_s.arg(QChar(u'A' + i % 26)).arg(i);
        one.status = statuses[i % 4];
        one.bidirectional = i % 3 == 0;
        one.onboardedAt = QDateTime::currentDateTimeUtc().addDays(-i);
        // A customer is live only with a proof; one that was never checked would be expiring.
        if (one.status == IntegrationStatus::Live || i % 5 != 0)
            one.checkedAt = QDateTime::currentDateTimeUtc().addSecs(-i * 60);
        if (const auto saved = co_await console.customers().integrations().save(one); !saved)
            qFatal("%s", qPrintable(saved.error().detail));
    }
    co_return Done{};
}

void fill(Stage& stage, int count)
{
    bool isFilled = false;
    QCoro::connect(addCustomers(stage.console(), count), &stage.console(),
        [&isFilled](const Done&) { isFilled = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isFilled, 60'000);
}

QTableView* table(const Stage& stage)
{
    return stage.find<QTableView>("customersTable");
}

QString companyAt(const Stage& stage, int row)
{
    return table(stage)->model()->index(row, 0).data().toString();
}

void play(Stage& stage, const WalkthroughOptions& options = {})
{
    bool isPlayed = false;
    QCoro::connect(playWalkthrough(stage.topics(), options, [](const WalkthroughStep&) {}),
        &stage.console(), [&isPlayed](const Outcome<WalkthroughReport>&) { isPlayed = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isPlayed, 60'000);
}

/// The next request for this path gets another answer.
void answerTheNext(Stage& stage, const char* path, const QJsonObject& how)
{
    std::optional<bool> isSet;
    QCoro::connect(stage.console().simulator().control().setFaults(
                       {QJsonObject{{u"match"_s, QJsonObject{{u"path"_s, QLatin1String(path)}}},
                           {u"times"_s, 1}, {u"do"_s, how}}}),
        &stage.console(), [&isSet](const Outcome<Done>& set) { isSet = set.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isSet.has_value(), 10'000);
    QVERIFY(*isSet);
}

/// Makes SmartRecruiters lose the answer to the next confirm request, after or before the work is
/// done.
void loseTheNextConfirm(Stage& stage, const char* how)
{
    answerTheNext(
        stage, "/apps-integrations/partner-api/integrations", {{QLatin1String(how), true}});
}

void startSimulator(Stage& stage)
{
    std::optional<bool> runs;
    QCoro::connect(stage.console().simulator().start(), &stage.console(),
        [&runs](const Outcome<Done>& started) { runs = started.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(runs.has_value(), 20'000);
    QVERIFY(*runs);
}

} // namespace

class CustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chosenColumnsAndOrderAreRemembered();
    void severalCustomersAreVerifiedExportedAndForgottenTogether();
    void everyCustomerOfTheSearchIsExported();
    void scrollingReachesTheLastCustomerByKeys();
    void aRevealedSecretHidesAndACopiedOneLeavesTheClipboard();
    void whatHappenedScrollsWithThePage();
    void returnKeepsTheCustomer();
    void savingNeverTakesThePlaceOfAPipe();
    void credentialsAreHandedOverWhenThePersonSaysSo();
    void theCallThatFailsForACustomerCanBeFoundBySmartRecruiters();
    void anUnknownOutcomeOffersTheTwoSafeWaysOn_data();
    void anUnknownOutcomeOffersTheTwoSafeWaysOn();
    void anIntegrationThatExistsIsDisabledAndStartedAgain();
    void anUnknownOutcomeInMidOnboardingStartsAgain_data();
    void anUnknownOutcomeInMidOnboardingStartsAgain();
    void aFailedDeliveryIsToldAndTriedAgainAtOnce();
    void anInvitedCompanyIsShownUntilItIsConnected();
};

void CustomersTest::chosenColumnsAndOrderAreRemembered()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage, 60);
    stage.click("navCustomers");
    QTRY_COMPARE(table(stage)->model()->rowCount(), 60);
    QCOMPARE(companyAt(stage, 0), u"H Company 59"_s);
    QVERIFY(!table(stage)->isColumnHidden(2));

    stage.window().findChild<QAction*>(u"column-mode"_s)->setChecked(false);
    QVERIFY(table(stage)->isColumnHidden(2));
    // The heading of "Company" is clicked.
    QHeaderView* head = table(stage)->horizontalHeader();
    QTest::mouseClick(
        head->viewport(), Qt::LeftButton, {}, {head->sectionPosition(0) + 20, head->height() / 2});
    QTRY_COMPARE(companyAt(stage, 0), u"A Company 0"_s);
    stage.screenshot(u"customers-ordered"_s);

    stage.quit();
    QVERIFY(stage.isReady());
    stage.click("navCustomers");
    QTRY_VERIFY(table(stage) && table(stage)->model()->rowCount() == 60);
    QCOMPARE(companyAt(stage, 0), u"A Company 0"_s);
    QVERIFY(table(stage)->isColumnHidden(2));
    stage.window().findChild<QMenu*>(u"customersViewMenu"_s)->actions().at(1)->trigger();
    QTRY_COMPARE(companyAt(stage, 0), u"H Company 59"_s);
}

void CustomersTest::severalCustomersAreVerifiedExportedAndForgottenTogether()
{
    Stage stage(Theme::Scheme::Dark);
    QVERIFY(stage.isReady());
    fill(stage, 12);
    stage.click("navCustomers");
    QTRY_COMPARE(table(stage)->model()->rowCount(), 12);
    table(stage)->setFocus();
    QTest::keyClick(table(stage), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(table(stage), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(stage.sees("selectionPanel"));
    QVERIFY(stage.text("selectionTitle").contains(QLatin1Char('3')));
    stage.screenshot(u"customers-several-dark"_s);

    // The keychain holds nothing for them; that is reported, and nobody is removed for it.
    stage.click("verifySelected");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("selectionSaid").startsWith("0 of 3"_L1), 20'000);
    QTRY_VERIFY(!stage.sees("cancelBulk"));

    QTemporaryDir folder;
    const QString path = folder.filePath(u"three.csv"_s);
    stage.click("exportSelected");
    QTRY_VERIFY(stage.sees("saveDialog"));
    stage.find<QFileDialog>("saveDialog")->findChild<QLineEdit*>()->setText(path);
    stage.find<QFileDialog>("saveDialog")->findChild<QPushButton*>()->click();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 4);

    stage.click("forgetSelected");
    QTRY_VERIFY(stage.sees("forgetSelectedYes"));
    stage.find<QPushButton>("forgetSelectedYes")->click();
    QTRY_VERIFY(stage.sees("undoForget"));
    stage.screenshot(u"customers-forgetting-several-dark"_s);
    auto* soon = stage.window().findChild<QTimer*>(u"forgetSoon"_s);
    QVERIFY(soon->isActive() && soon->interval() == 10'000);
    stage.click("undoForget");
    QVERIFY(!soon->isActive());
    QCOMPARE(table(stage)->model()->rowCount(), 12);

    stage.click("forgetSelected");
    QTRY_VERIFY(stage.sees("forgetSelectedYes"));
    stage.find<QPushButton>("forgetSelectedYes")->click();
    QTRY_VERIFY(soon->isActive());
    // The grace period ends while another run is under way, which finishes first.
    stage.click("verifySelected");
    soon->start(0);
    QTRY_VERIFY(!stage.sees("cancelBulk"));
    soon->start(0);
    QTRY_COMPARE_WITH_TIMEOUT(table(stage)->model()->rowCount(), 9, 20'000);
    QVERIFY(!stage.sees("undoForget"));
}

void CustomersTest::everyCustomerOfTheSearchIsExported()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage, 40);
    stage.click("navCustomers");
    QTRY_COMPARE(table(stage)->model()->rowCount(), 40);
    stage.click("filterAttention");
    QTRY_COMPARE(table(stage)->model()->rowCount(), 10);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"attention.csv"_s);
    stage.click("exportCustomers");
    QTRY_VERIFY(stage.sees("saveDialog"));
    stage.find<QFileDialog>("saveDialog")->findChild<QLineEdit*>()->setText(path);
    stage.find<QFileDialog>("saveDialog")->findChild<QPushButton*>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("customersSaid").contains(path), 10'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QCOMPARE(content.count("\r\n"), 11);
    QCOMPARE(content.count(",failing,"), 10);
    stage.screenshot(u"customers-exported"_s);
}

void CustomersTest::scrollingReachesTheLastCustomerByKeys()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage, 900);
    stage.click("navCustomers");
    QTRY_VERIFY(table(stage)->model()->rowCount() > 100);
    QVERIFY(table(stage)->model()->rowCount() < 900);
    table(stage)->setFocus();
    QTest::keyClick(table(stage), Qt::Key_Home, Qt::ControlModifier);
    int pages = 0;
    while (table(stage)->currentIndex().row() < 899 && pages++ < 200) {
        const int before = table(stage)->currentIndex().row();
        // The rows below are fetched before the person reaches them.
        QTRY_VERIFY(table(stage)->model()->rowCount() > before + 1);
        QTest::keyClick(table(stage), Qt::Key_PageDown);
        QTRY_VERIFY(table(stage)->currentIndex().row() > before);
        // No visible row is without its customer.
        for (int y = 4; y < table(stage)->viewport()->height(); y += 16) {
            const QModelIndex row = table(stage)->indexAt({10, y});
            QVERIFY(!row.isValid() || !row.siblingAtColumn(0).data().toString().isEmpty());
        }
    }
    QCOMPARE(companyAt(stage, 899), u"A Company 0"_s);
}

void CustomersTest::aRevealedSecretHidesAndACopiedOneLeavesTheClipboard()
{
    Stage stage;
    QVERIFY(stage.isReady());
    play(stage);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("revealSecret"), 10'000);
    const QString masked = stage.text("customerClientSecret");
    stage.click("revealSecret");
    QTRY_VERIFY(stage.text("customerClientSecret") != masked);
    auto* hideSoon = stage.window().findChild<QTimer*>(u"hideSecretSoon"_s);
    QVERIFY(hideSoon->isActive() && hideSoon->interval() == 30'000);
    hideSoon->start(0);
    QTRY_COMPARE(stage.text("customerClientSecret"), masked);

    QGuiApplication::clipboard()->clear();
    stage.click("copySecret");
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    auto* clearSoon = qApp->findChild<QTimer*>(u"clearClipboardSoon"_s);
    QVERIFY(clearSoon && clearSoon->isActive() && clearSoon->interval() == 30'000);
    clearSoon->start(0);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());

    // What somebody copied meanwhile stays on the clipboard.
    stage.click("copySecret");
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    QGuiApplication::clipboard()->setText(u"theirs"_s);
    clearSoon->start(0);
    QTRY_VERIFY(!clearSoon->isActive());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"theirs"_s);
}

void CustomersTest::whatHappenedScrollsWithThePage()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.window().resize(1000, 600);
    play(stage);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerTimeline"), 10'000);
    auto* story = stage.find<QTableView>("customerTimeline");
    QTRY_VERIFY_WITH_TIMEOUT(story->model()->rowCount() > 5, 10'000);
    // It has no scroll bar, because it is as high as its lines.
    QTRY_VERIFY(story->viewport()->height() > 0
        && story->viewport()->height() == story->verticalHeader()->length());
    QCOMPARE(story->verticalScrollBar()->maximum(), 0);
    QTRY_VERIFY(story->parentWidget()->height() > story->geometry().bottom());
    // The keyboard still reaches the last line.
    story->setFocus();
    story->selectRow(0);
    QTest::keyClick(story, Qt::Key_End, Qt::ControlModifier);
    const int last = story->model()->rowCount() - 1;
    QCOMPARE(story->currentIndex().row(), last);
    const QPoint below = story->visualRect(story->model()->index(last, 1)).bottomLeft();
    QTRY_VERIFY(story->viewport()->visibleRegion().contains(below));
    stage.screenshot(u"customers-story-end"_s);
}

void CustomersTest::returnKeepsTheCustomer()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage, 1);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("forgetCustomer"), 10'000);
    stage.click("forgetCustomer");
    QTRY_VERIFY(stage.sees("forgetCustomerQuestion"));
    QTest::keyClick(stage.find("forgetCustomerQuestion"), Qt::Key_Return);
    QTRY_VERIFY(!stage.sees("forgetCustomerQuestion"));
    QVERIFY(!stage.sees("undoForget"));
    QCOMPARE(table(stage)->model()->rowCount(), 1);
}

void CustomersTest::savingNeverTakesThePlaceOfAPipe()
{
    Stage stage;
    QVERIFY(stage.isReady());
    fill(stage, 1);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("forgetCustomer"), 10'000);
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    stage.click("exportCustomers");
    QTRY_VERIFY(stage.sees("saveDialog"));
    auto* save = stage.window().findChild<QFileDialog*>(u"saveDialog"_s);
    Q_EMIT save->fileSelected(pipe);
    save->close();
    QTRY_VERIFY(stage.sees("noFile"));
    QVERIFY(stage.find<QMessageBox>("noFile")->text().contains(pipe));
    QVERIFY(!stage.sees("stopExport"));
    QVERIFY(!QFileInfo(pipe).isFile());
}

void CustomersTest::credentialsAreHandedOverWhenThePersonSaysSo()
{
    Stage stage;
    QVERIFY(stage.isReady());
    play(stage);
    stage.click("navCustomers");
    stage.click("handOver");
    QTRY_VERIFY(stage.sees("handOverDialog"));
    stage.screenshot(u"customers-hand-over"_s);
    auto* dialog = stage.find<QDialog>("handOverDialog");
    dialog->grab().save(QStringLiteral(JETBRIDGE_SCREENSHOTS "/hand-over.png"));
    // Encryption is the default, and nothing is handed over without a recipient.
    QVERIFY(stage.sees("handOverRecipient"));
    QVERIFY(!stage.find<QPushButton>("handOverSave")->isEnabled());
    stage.find<QComboBox>("handOverFormat")->setCurrentIndex(1);
    QVERIFY(!stage.sees("handOverRecipient"));
    QVERIFY(!stage.find<QPushButton>("handOverSave")->isEnabled());
    stage.find<QCheckBox>("handOverInClear")->setChecked(true);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"globex.json"_s);
    stage.find<QPushButton>("handOverSave")->click();
    QTRY_VERIFY(dialog->findChild<QFileDialog*>(u"saveDialog"_s));
    auto* save = dialog->findChild<QFileDialog*>(u"saveDialog"_s);
    save->findChild<QLineEdit*>()->setText(path);
    save->findChild<QPushButton*>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 10'000);
    QFile file(path);
    QCOMPARE(file.permissions()
            & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
        QFileDevice::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("clientSecret"));
    // The handover is in the history.
    QTRY_VERIFY(stage.find<QTableView>("customerTimeline"));
    const QAbstractItemModel* timeline = stage.find<QTableView>("customerTimeline")->model();
    QTRY_VERIFY(timeline->index(0, 1).data(Qt::ToolTipRole).toString().contains("globex.json"_L1));
    stage.find<QPushButton>("handOverClose")->click();
}

void CustomersTest::theCallThatFailsForACustomerCanBeFoundBySmartRecruiters()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("oneTimeCode"), 20'000);
    QVERIFY(stage.decide(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 30'000);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("verifyNow"), 10'000);
    QVERIFY(!stage.sees("copySupportText"));
    answerTheNext(stage, "/configuration/*", {{u"status"_s, 403}});
    stage.click("verifyNow");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("copySupportText"), 20'000);
    stage.click("copySupportText");
    const auto copied = [] {
        return QGuiApplication::clipboard()->text();
    };
    for (const auto* fact : {"Environment: simulator (http://", "\nappId: ", "\ncompanyId: globex",
             "\nintegrationId: ", "\nStep: prove", "\nRequest: GET http://", "/configuration/",
             "\nTime (UTC): ", "\nHTTP status: 403", "\nOur reference: "})
        QTRY_VERIFY2(copied().contains(QLatin1String(fact)), fact);
    QVERIFY2(!copied().contains("lost"_L1), qPrintable(copied()));
}

void CustomersTest::anUnknownOutcomeOffersTheTwoSafeWaysOn_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void CustomersTest::anUnknownOutcomeOffersTheTwoSafeWaysOn()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    startSimulator(stage);
    loseTheNextConfirm(stage, "closeBeforeReply");
    play(stage);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 10'000);
    QVERIFY(stage.text("unknownTitle").contains("globex"_L1));
    // The known facts are shown, and the call can be repeated.
    QVERIFY(stage.text("unknownEvidence").contains("has not asked your oauthTokenUrl"_L1));
    QVERIFY(stage.sees("unknownExists"));
    QVERIFY(stage.sees("unknownRepeat"));
    // There are no credentials, so nothing can be done with them.
    for (const char* control : {"verifyNow", "revealSecret", "getToken", "forgetCustomer"})
        QVERIFY2(!stage.sees(control), control);
    stage.screenshot(u"customers-unknown-"_s + QLatin1String(QTest::currentDataTag()));
    stage.click("copyForSmartRecruiters");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains("outcomeUnknown"_L1));
    QVERIFY(QGuiApplication::clipboard()->text().contains("companyId: "_L1));
    // The confirm call was lost before the simulator acted on it.
    stage.click("unknownDisable");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("unknownTrouble").contains("no enabled integration"_L1), 10'000);
    stage.click("unknownRepeat");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("onboardStart"), 10'000);
    QTRY_VERIFY(stage.find<QLineEdit>("onboardCompanyId")
                    ->text()
                    .contains("globex"_L1, Qt::CaseInsensitive));
    // The row stays until new credentials replace it.
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 10'000);
}

void CustomersTest::anIntegrationThatExistsIsDisabledAndStartedAgain()
{
    Stage stage;
    QVERIFY(stage.isReady());
    startSimulator(stage);
    loseTheNextConfirm(stage, "closeAfterCommit");
    play(stage);
    stage.click("navCustomers");
    stage.click("unknownDisable");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("unknownTitle").contains("has disabled the integration"_L1), 20'000);
    // The row stays until somebody resolves it, and there is only one way left.
    QCOMPARE(table(stage)->model()->rowCount(), 1);
    QVERIFY(!stage.sees("unknownRepeat"));
    QTRY_VERIFY(!stage.sees("unknownDisable"));
    stage.screenshot(u"customers-unknown-disabled"_s);
    stage.click("unknownExists");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("onboardStart"), 10'000);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customersEmpty"), 10'000);
}

void CustomersTest::anUnknownOutcomeInMidOnboardingStartsAgain_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("it does not exist") << false;
    QTest::newRow("it exists and is disabled") << true;
}

void CustomersTest::anUnknownOutcomeInMidOnboardingStartsAgain()
{
    QFETCH(bool, exists);
    Stage stage;
    QVERIFY(stage.isReady());
    startSimulator(stage);
    loseTheNextConfirm(stage, exists ? "closeAfterCommit" : "closeBeforeReply");
    stage.click("navOnboard");
    stage.page().startWithSimulator(ConsentDisplayMode::Redirect, true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("outcomeUnknownCard"), 60'000);
    stage.screenshot(exists ? u"onboard-unknown-exists"_s : u"onboard-unknown"_s);
    if (exists) {
        stage.click("unknownDisable");
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.text("unknownTitle").contains("has disabled the integration"_L1), 20'000);
        stage.click("unknownExists");
    } else {
        stage.click("unknownRepeat");
    }
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 60'000);
    stage.click("showCustomer");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("customerStatus").startsWith("Live"_L1), 20'000);
    QCOMPARE(table(stage)->model()->rowCount(), 1);
}

void CustomersTest::aFailedDeliveryIsToldAndTriedAgainAtOnce()
{
    const QTemporaryDir around;
    const QString folder = around.filePath(u"sink"_s);
    constexpr auto onlyTheOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto makeFolder = [&folder, onlyTheOwner] {
        return QDir().mkdir(folder) && QFile::setPermissions(folder, onlyTheOwner);
    };
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(makeFolder());
    Sink sink;
    sink.name = u"files"_s;
    sink.settings = FolderSettings{{}, folder}.toJson();
    std::optional<bool> isAdded;
    QCoro::connect(stage.console().deliveries().add({sink, {}, false}), &stage.console(),
        [&isAdded](const Outcome<Sink>& added) { isAdded = added.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isAdded.has_value(), 10'000);
    QVERIFY(*isAdded);
    QVERIFY(QDir().rmdir(folder));
    // Nobody is told that a one-way customer disabled the integration: it stays delivered.
    play(stage, {ConsentDisplayMode::Redirect, false});
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("customerDelivery").startsWith("files: could not be delivered"_L1), 20'000);
    stage.screenshot(u"customers-not-delivered"_s);

    // Nobody tries again by itself while another program delivers.
    RunLock::Taken busy = failed(FailureKind::Conflict, QString());
    QTRY_VERIFY_WITH_TIMEOUT((busy = RunLock::takeDeliveries(stage.console().dataFolder().path(),
                                  stage.console().current().environment().name)),
        10'000);
    stage.click("retryDeliveries");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("customerDelivery").endsWith("Next try: at once"_L1), 10'000);
    QVERIFY(makeFolder());
    busy->reset();
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("customerDelivery").startsWith("files: delivered just now"_L1), 20'000);
    QVERIFY(!stage.sees("retryDeliveries"));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
}

void CustomersTest::anInvitedCompanyIsShownUntilItIsConnected()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.startByLink(); // invites Globex
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("consentLink"), 30'000);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("invitationsCard"), 10'000);
    const auto rows = [&stage] {
        const auto* table = stage.find<QTableView>("invitationsTable");
        return table ? table->model()->rowCount() : 0;
    };
    QCOMPARE(rows(), 1);

    stage.click("customersInvite");
    QTRY_VERIFY(stage.sees("inviteMake"));
    QVERIFY(!stage.find<QPushButton>("inviteMake")->isEnabled());
    stage.find<QLineEdit>("inviteCompany")->setText(u"initech"_s);
    stage.screenshot(u"invite"_s, *stage.find<QDialog>("inviteDialog"));
    stage.find<QPushButton>("inviteMake")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("inviteCode"), 20'000);
    const QString code = stage.text("inviteCode");
    QCOMPARE(code.size(), Invitation::codeLength + 2); // with two dashes
    const QString mail = stage.find<QPlainTextEdit>("inviteMail")->toPlainText();
    QVERIFY(
        mail.contains(stage.console().current().environment().startUrl(u"initech"_s).toString()));
    QVERIFY(!mail.contains(code));
    stage.screenshot(u"invite-made"_s, *stage.find<QDialog>("inviteDialog"));
    stage.find<QPushButton>("inviteDone")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, 10'000);
    stage.screenshot(u"customers-invitations"_s);
    stage.click("navHome");
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("homeInvited").startsWith("2 invitations"_L1), 20'000);

    // The newest is the first one.
    stage.click("navCustomers");
    QVERIFY(!stage.find<QPushButton>("invitationWithdraw")->isEnabled());
    stage.find<QTableView>("invitationsTable")->selectRow(0);
    stage.find<QPushButton>("invitationWithdraw")->click();
    QTRY_VERIFY(stage.sees("invitationWithdrawYes"));
    stage.find<QPushButton>("invitationWithdrawYes")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, 10'000);

    QVERIFY(stage.decide(u"approve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.sees("invitationsCard"), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(table(stage)->model()->rowCount(), 1, 20'000);
}

JETBRIDGE_GUI_TEST(CustomersTest)
#include "CustomersTest.moc"
