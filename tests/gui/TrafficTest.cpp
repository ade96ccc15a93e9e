// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "journal/JournalModel.h"
#include "support/TestMain.h"
#include "traffic/TrafficModel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGraphicsView>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

namespace {

/// Runs a whole journey by HTTP, so that there are exchanges.
bool play(Stage& stage, const char* company = "globex")
{
    std::optional<Outcome<WalkthroughReport>> played;
    QCoro::connect(playWalkthrough(stage.topics(),
                       {ConsentDisplayMode::Redirect, true, QString::fromLatin1(company)},
                       [](const WalkthroughStep&) {}),
        &stage.console(), [&played](const Outcome<WalkthroughReport>& report) { played = report; });
    return QTest::qWaitFor([&played] { return played.has_value(); }, 60'000) && played->has_value();
}

QTableView* tableOf(Stage& stage)
{
    return stage.find<QTableView>("trafficTable");
}

int rowsOf(Stage& stage)
{
    const auto* table = tableOf(stage);
    return table ? table->model()->rowCount() : 0;
}

/// Returns the row whose request ends with `path`; -1 if there is none.
int rowOf(Stage& stage, const char* path)
{
    for (int row = 0; row < rowsOf(stage); ++row)
        if (tableOf(stage)
                ->model()
                ->index(row, ui::TrafficModel::Request)
                .data()
                .toString()
                .endsWith(QLatin1String(path)))
            return row;
    return -1;
}

void choose(Stage& stage, int row, QItemSelectionModel::SelectionFlags how)
{
    tableOf(stage)->selectionModel()->select(
        tableOf(stage)->model()->index(row, 0), how | QItemSelectionModel::Rows);
}

QString textOf(Stage& stage, const char* objectName)
{
    const auto* text = stage.find<QPlainTextEdit>(objectName);
    return text ? text->toPlainText() : QString();
}

} // namespace

class TrafficTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJourneyIsListedAndShownWithoutSecrets_data();
    void theJourneyIsListedAndShownWithoutSecrets();
    void theListIsNarrowedAndPagedAndLive();
    void twoExchangesAreCompared_data();
    void twoExchangesAreCompared();
    void theDiagramChoosesAndZoomsAndLeaves_data();
    void theDiagramChoosesAndZoomsAndLeaves();
    void curlIsCopiedWithoutSecretsAndSaysSo();
    void exportsAreWrittenOrRefused();
    void clearingAsksFirst();
    void aLineOfTheOnboardingOpensItsExchange();
    void unusedScopesAreNamed();
    void limitsAreSettings();
};

void TrafficTest::theJourneyIsListedAndShownWithoutSecrets_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void TrafficTest::theJourneyIsListedAndShownWithoutSecrets()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QTRY_VERIFY(stage.sees("trafficEmpty"));
    stage.screenshot(u"traffic-empty-"_s + QLatin1String(QTest::currentDataTag()));
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/callback") >= 0, 10'000);
    QTRY_VERIFY(rowOf(stage, "/partner-api/integrations") >= 0);
    // Before anything is chosen, the list has the whole width.
    QVERIFY(!stage.sees("exchangeDetail"));
    const int whole = tableOf(stage)->width();
    choose(stage, rowOf(stage, "/partner-api/integrations"), QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY(textOf(stage, "exchangeRequest").contains("\"companyId\": \"globex\""_L1));
    QTRY_VERIFY(tableOf(stage)->width() < whole);
    QVERIFY(textOf(stage, "exchangeRequest")
                .contains("Authorization: Bearer [secret "_L1, Qt::CaseInsensitive));
    QVERIFY(textOf(stage, "exchangeReply").contains("[secret "_L1));
    QVERIFY(stage.text("exchangeAnswer").startsWith("200"_L1));
    QVERIFY(stage.text("exchangeFacts").contains("Partner app to SmartRecruiters"_L1));
    stage.screenshot(u"traffic-"_s + QLatin1String(QTest::currentDataTag()));

    // The page scrolls as a whole, also by the keyboard in the text.
    auto* request = stage.find<QPlainTextEdit>("exchangeRequest");
    QTRY_COMPARE(request->verticalScrollBar()->maximum(), 0);
    const QScrollBar* page = nullptr;
    for (QWidget* above = request->parentWidget(); above && !page; above = above->parentWidget())
        if (const auto* area = qobject_cast<QScrollArea*>(above))
            page = area->verticalScrollBar();
    QVERIFY(page && page->maximum() > 0);
    request->setFocus();
    QTest::keyClick(request, Qt::Key_PageDown);
    QVERIFY(page->value() > 0);
}

void TrafficTest::theListIsNarrowedAndPagedAndLive()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/callback") >= 0, 10'000);
    auto* search = stage.find<QLineEdit>("trafficSearch");
    search->setText(u"callback"_s);
    QTRY_COMPARE(rowsOf(stage), 1);
    search->setText(u"nothing like it"_s);
    QTRY_VERIFY(stage.sees("trafficEmpty"));
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(rowsOf(stage) > 1);

    auto* onboardings = stage.find<QComboBox>("trafficOnboarding");
    QTRY_VERIFY_WITH_TIMEOUT(
        onboardings->count() == 2 && onboardings->itemText(1).startsWith("globex"_L1), 10'000);
    const int all = rowsOf(stage);
    onboardings->setCurrentIndex(1);
    Q_EMIT onboardings->activated(1);
    QTRY_VERIFY(rowsOf(stage) < all);
    onboardings->setCurrentIndex(0);
    Q_EMIT onboardings->activated(0);
    QTRY_COMPARE(rowsOf(stage), all);

    // By customer, by answer, and with the oldest first.
    auto* companies = stage.find<QComboBox>("trafficCompany");
    QTRY_COMPARE(companies->findData(u"globex"_s), 1);
    companies->setCurrentIndex(1);
    Q_EMIT companies->activated(1);
    QTRY_VERIFY(rowsOf(stage) > 0 && rowsOf(stage) < all);
    companies->setCurrentIndex(0);
    Q_EMIT companies->activated(0);
    QTRY_COMPARE(rowsOf(stage), all);
    auto* answers = stage.find<QComboBox>("trafficAnswered");
    answers->setCurrentIndex(answers->findText(u"Failed (5xx)"_s));
    Q_EMIT answers->activated(answers->currentIndex());
    QTRY_VERIFY(stage.sees("trafficEmpty"));
    answers->setCurrentIndex(0);
    Q_EMIT answers->activated(0);
    QTRY_COMPARE(rowsOf(stage), all);
    auto* order = stage.find<QComboBox>("trafficOrder");
    const auto firstRow = [&stage] {
        return stage.find<QTableView>("trafficTable")
            ->model()
            ->index(0, ui::TrafficModel::Request)
            .data()
            .toString();
    };
    const QString newest = firstRow();
    order->setCurrentIndex(1);
    Q_EMIT order->activated(1);
    QTRY_VERIFY(firstRow() != newest);
    QCOMPARE(rowsOf(stage), all);
    order->setCurrentIndex(0);
    Q_EMIT order->activated(0);
    QTRY_COMPARE(firstRow(), newest);

    // While the page is shown, more exchanges arrive than a page holds.
    Exchange flood;
    flood.from = Lane::Browser;
    flood.to = Lane::PartnerApp;
    flood.method = "GET";
    flood.url = QUrl(u"http://127.0.0.1/flood"_s);
    flood.at = QDateTime::currentDateTimeUtc();
    flood.status = 404;
    choose(stage, rowOf(stage, "/partner-api/integrations"), QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY(stage.text("exchangeAnswer").startsWith("200"_L1));
    for (int i = 0; i < 450; ++i)
        stage.console().traffic().recorder().record(flood);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(stage, "/flood"), 0, 10'000);
    // The exchange that is being read stays.
    QTRY_VERIFY(stage.sees("exchangeAnswer"));
    QVERIFY(stage.text("exchangeAnswer").startsWith("200"_L1));
    QTRY_COMPARE(rowsOf(stage), ui::TrafficModel::pageSize);
    tableOf(stage)->scrollToBottom();
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(stage), 2 * ui::TrafficModel::pageSize, 10'000);
    tableOf(stage)->scrollToBottom();
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(stage), 450 + all, 10'000);
}

void TrafficTest::twoExchangesAreCompared_data()
{
    theJourneyIsListedAndShownWithoutSecrets_data();
}

void TrafficTest::twoExchangesAreCompared()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    stage.find<QLineEdit>("trafficSearch")->setText(u"identity/oauth/token"_s);
    // The master credentials are checked, the onboarding gets its token, then the customer's is
    // requested.
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(stage), 3, 10'000);
    choose(stage, 0, QItemSelectionModel::ClearAndSelect);
    choose(stage, 1, QItemSelectionModel::Select);
    QTRY_VERIFY(stage.sees("compareView"));
    const QStringList lines = textOf(stage, "compareRequest").split(QLatin1Char('\n'));
    const auto count = [&lines](const QString& sign) {
        return std::count_if(lines.begin(), lines.end(),
            [&sign](const QString& line) { return line.startsWith(sign); });
    };
    QCOMPARE(count(u"\u2212 "_s), 1); // The bodies differ in client and secret.
    QCOMPARE(count(u"+ "_s), 1);
    QVERIFY(count(u"  "_s) >= 1);
    stage.screenshot(u"traffic-compare-"_s + QLatin1String(QTest::currentDataTag()));
}

void TrafficTest::theDiagramChoosesAndZoomsAndLeaves_data()
{
    theJourneyIsListedAndShownWithoutSecrets_data();
}

void TrafficTest::theDiagramChoosesAndZoomsAndLeaves()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/callback") >= 0, 10'000);
    stage.click("trafficAsDiagram");
    auto* diagram = stage.find<QGraphicsView>("trafficDiagram");
    QVERIFY(diagram);
    stage.click("diagramFit");
    diagram->setFocus();
    QTest::keyClick(diagram, Qt::Key_Down);
    QTRY_VERIFY(stage.sees("exchangeDetail"));
    QTest::keyClick(diagram, Qt::Key_Up);
    QTest::keyClick(diagram, Qt::Key_Up);
    const QString byKey = stage.text("exchangeTitle");
    QVERIFY(!byKey.isEmpty());
    stage.screenshot(u"traffic-diagram-"_s + QLatin1String(QTest::currentDataTag()));

    // A click on an arrow selects another exchange.
    const QPoint first = diagram->mapFromScene(QPointF(diagram->sceneRect().width() / 2, 60));
    QTest::mouseClick(diagram->viewport(), Qt::LeftButton, {}, first);
    QTRY_VERIFY(stage.text("exchangeTitle") != byKey);

    const qreal before = diagram->transform().m11();
    stage.click("diagramZoomIn");
    QVERIFY(diagram->transform().m11() > before);
    stage.click("diagramZoomOut");
    QVERIFY(qFuzzyCompare(diagram->transform().m11(), before));
}

void TrafficTest::curlIsCopiedWithoutSecretsAndSaysSo()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/partner-api/integrations") >= 0, 10'000);
    choose(stage, rowOf(stage, "/partner-api/integrations"), QItemSelectionModel::ClearAndSelect);
    stage.click("copyAsCurl");
    QTRY_VERIFY_WITH_TIMEOUT(
        QGuiApplication::clipboard()->text().contains("curl --globoff --request 'POST'"_L1),
        10'000);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains("Bearer [secret "_L1));
    QVERIFY(copied.contains("took every secret out"_L1));
    QTRY_VERIFY(stage.text("exchangeSaid").contains("[secret ...]"_L1));
}

void TrafficTest::exportsAreWrittenOrRefused()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/callback") >= 0, 10'000);
    QTemporaryDir folder;
    const auto exportBy = [&stage, &folder](const char* name, const QString& file) {
        auto* action = stage.window().findChild<QAction*>(QLatin1String(name));
        if (!action)
            return false;
        action->trigger();
        auto* dialog = stage.window().findChild<QFileDialog*>();
        if (!dialog)
            return false;
        Q_EMIT dialog->fileSelected(folder.filePath(file));
        dialog->close();
        return QTest::qWaitFor(
            [&stage] {
                return stage.text("trafficSaid").startsWith("Written"_L1)
                    || stage.text("trafficSaid").startsWith("Nothing was exported"_L1);
            },
            20'000);
    };
    const std::pair<const char*, const char*> kinds[] = {{"exportHar", "a.har"},
        {"exportHtml", "a.html"}, {"exportJsonLines", "a.jsonl"}, {"exportSvg", "a.svg"},
        {"exportPng", "a.png"}, {"exportMermaid", "a.mmd"}};
    for (const auto& [action, file] : kinds) {
        QVERIFY2(exportBy(action, QLatin1String(file)), action);
        QTRY_VERIFY2(QFileInfo(folder.filePath(QLatin1String(file))).size() > 100, file);
    }
    const auto contentOf = [&folder](const char* file) {
        QFile read(folder.filePath(QLatin1String(file)));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    };
    QVERIFY(QJsonDocument::fromJson(contentOf("a.har"))["log"_L1].isObject());
    QVERIFY(contentOf("a.svg").contains("/callback"));
    QVERIFY(contentOf("a.png").startsWith("\x89PNG"));
    QVERIFY(contentOf("a.mmd").startsWith("sequenceDiagram"));
    const QDir shots(QStringLiteral(JETBRIDGE_SCREENSHOTS));
    QFile::remove(shots.filePath(u"traffic-export.png"_s));
    QFile::copy(folder.filePath(u"a.png"_s), shots.filePath(u"traffic-export.png"_s));
    stage.screenshot(u"traffic-exported"_s);

    // A word that is in every drawing becomes a secret.
    stage.console().traffic().recorder().knowSecret(Secret("/consent/decision"));
    for (const auto& [action, file] : kinds) {
        QFile::remove(folder.filePath(QLatin1String(file)));
        QVERIFY2(exportBy(action, QLatin1String(file)), action);
        QTRY_VERIFY2(stage.text("trafficSaid").startsWith("Nothing was exported"_L1),
            qPrintable(stage.text("trafficSaid")));
        QVERIFY2(!QFileInfo::exists(folder.filePath(QLatin1String(file))), file);
    }
    stage.screenshot(u"traffic-refused"_s);
}

void TrafficTest::clearingAsksFirst()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowsOf(stage) > 0, 10'000);
    stage.find<QPushButton>("clearTraffic")->click();
    auto* question = stage.window().findChild<QMessageBox*>(u"clearTrafficQuestion"_s);
    QVERIFY(question);
    QVERIFY(rowsOf(stage) > 0);
    question->findChild<QPushButton*>(u"clearTrafficYes"_s)->click();
    QTRY_VERIFY(stage.sees("trafficEmpty"));
    QCOMPARE(stage.find<QComboBox>("trafficOnboarding")->count(), 1);
}

void TrafficTest::aLineOfTheOnboardingOpensItsExchange()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("tryWithSimulator");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("connectedCard"), 120'000);
    auto* journal = stage.find<QTableView>("onboardJournal");
    QVERIFY(journal);
    const auto lineIn = [](const QTableView* view, const char* sentence) {
        const QAbstractItemModel& lines = *view->model();
        for (int row = 0; row < lines.rowCount(); ++row)
            if (lines.index(row, ui::JournalModel::Sentence)
                    .data()
                    .toString()
                    .contains(QLatin1String(sentence)))
                return lines.index(row, ui::JournalModel::Open);
        return QModelIndex();
    };
    const auto lineOf = [&](const char* sentence) {
        return lineIn(journal, sentence);
    };
    QTRY_COMPARE_WITH_TIMEOUT(
        lineOf("confirmed the integration").data().toString(), u"open"_s, 10'000);
    QCOMPARE(lineOf("keychain can keep").data().toString(), QString()); // This step made no call.
    stage.screenshot(u"onboard-open-exchange"_s);

    // Only the browser sees the portal's pages; they are opened from its events.
    auto* lists = stage.find<QTabWidget>("onboardLists");
    lists->setCurrentIndex(1);
    auto* hops = stage.find<QTableView>("onboardHops");
    QVERIFY(hops);
    QTRY_COMPARE_WITH_TIMEOUT(
        lineIn(hops, "apps-and-integrations").data().toString(), u"open"_s, 10'000);
    hops->scrollTo(lineIn(hops, "apps-and-integrations"));
    QTest::mouseClick(hops->viewport(), Qt::LeftButton, {},
        hops->visualRect(lineIn(hops, "apps-and-integrations")).center());
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("exchangeTitle").endsWith("/apps-and-integrations"_L1), 10'000);
    stage.click("navOnboard");
    lists->setCurrentIndex(0);

    journal->scrollTo(lineOf("confirmed the integration"));
    QTest::mouseClick(journal->viewport(), Qt::LeftButton, {},
        journal->visualRect(lineOf("confirmed the integration")).center());
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("exchangeTitle").endsWith("/integrations"_L1), 10'000);
    QTRY_VERIFY(stage.find<QComboBox>("trafficOnboarding")->currentIndex() > 0);
    QTRY_VERIFY(rowOf(stage, "/consent") >= 0); // It is shown among those of its onboarding.
    stage.click("trafficAsDiagram");
    stage.click("diagramFit");
    stage.screenshot(u"traffic-onboarding-diagram"_s);

    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("customerTimeline"), 10'000);
    auto* timeline = stage.find<QTableView>("customerTimeline");
    QTRY_VERIFY(timeline->model()->rowCount() > 3);
    const auto links = [timeline] {
        int count = 0;
        for (int row = 0; row < timeline->model()->rowCount(); ++row)
            count +=
                timeline->model()->index(row, 0).data(ui::JournalModel::ExchangeRole).toLongLong()
                > 0;
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(links() >= 3, 10'000);
    stage.screenshot(u"customer-open-exchange"_s);
}

void TrafficTest::unusedScopesAreNamed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(play(stage));
    Application application =
        stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, true);
    application.scopes.append({u"candidates_manage"_s, u"To see"_s});
    bool isSaved = false;
    QCoro::connect(stage.console().partnerAccess().applications().save(application),
        &stage.console(), [&isSaved](const Outcome<Done>& saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
    stage.click("navApplication");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("leastPrivilegeHint").contains("candidates_manage"_L1), 10'000);
    QVERIFY(!stage.text("leastPrivilegeHint").contains("company_read"_L1));
    stage.screenshot(u"application-least-privilege"_s);
}

void TrafficTest::limitsAreSettings()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(play(stage));
    stage.click("navSettings");
    auto* megabytes = stage.find<QSpinBox>("trafficMegabytes");
    QVERIFY(megabytes);
    QTRY_COMPARE(megabytes->value(), 64);
    megabytes->setValue(8);
    stage.find<QSpinBox>("trafficDays")->setValue(3);
    stage.find<QPushButton>("saveTrafficLimits")->click();
    QTRY_VERIFY(stage.text("trafficLimitsSaid") == "Saved."_L1);
    std::optional<TrafficState> state;
    QCoro::connect(stage.console().traffic().keeping().state(), &stage.console(),
        [&state](const Outcome<TrafficState>& now) { state = *now; });
    QTRY_VERIFY(state.has_value());
    QCOMPARE(state->limits.mostBytes, 8 * TrafficLimits::megabyte);
    QCOMPARE(state->limits.mostAge, std::chrono::hours(72));
    stage.screenshot(u"settings-traffic"_s);
}

JETBRIDGE_GUI_TEST(TrafficTest)
#include "TrafficTest.moc"
