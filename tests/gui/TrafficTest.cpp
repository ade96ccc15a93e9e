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
    stage.screenshot(QStringLiteral("traffic-empty-") + QLatin1String(QTest::currentDataTag()));
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(stage, "/callback") >= 0, 10'000);
    QTRY_VERIFY(rowOf(stage, "/partner-api/integrations") >= 0);
    choose(stage, rowOf(stage, "/partner-api/integrations"), QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY(
        textOf(stage, "exchangeRequest").contains(QLatin1String("\"companyId\": \"globex\"")));
    QVERIFY(textOf(stage, "exchangeRequest")
                .contains(QLatin1String("Authorization: Bearer [secret "), Qt::CaseInsensitive));
    QVERIFY(textOf(stage, "exchangeReply").contains(QLatin1String("[secret ")));
    QVERIFY(stage.text("exchangeAnswer").startsWith(QLatin1String("200")));
    QVERIFY(stage.text("exchangeFacts").contains(QLatin1String("Partner app to SmartRecruiters")));
    stage.screenshot(QStringLiteral("traffic-") + QLatin1String(QTest::currentDataTag()));

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
    search->setText(QStringLiteral("callback"));
    QTRY_COMPARE(rowsOf(stage), 1);
    search->setText(QStringLiteral("nothing like it"));
    QTRY_VERIFY(stage.sees("trafficEmpty"));
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(rowsOf(stage) > 1);

    auto* onboardings = stage.find<QComboBox>("trafficOnboarding");
    QTRY_VERIFY_WITH_TIMEOUT(
        onboardings->count() == 2 && onboardings->itemText(1).startsWith(QLatin1String("globex")),
        10'000);
    const int all = rowsOf(stage);
    onboardings->setCurrentIndex(1);
    Q_EMIT onboardings->activated(1);
    QTRY_VERIFY(rowsOf(stage) < all);
    onboardings->setCurrentIndex(0);
    Q_EMIT onboardings->activated(0);
    QTRY_COMPARE(rowsOf(stage), all);

    // While the page is shown, more exchanges arrive than a page holds.
    Exchange flood;
    flood.from = Lane::Browser;
    flood.to = Lane::PartnerApp;
    flood.method = "GET";
    flood.url = QUrl(QStringLiteral("http://127.0.0.1/flood"));
    flood.at = QDateTime::currentDateTimeUtc();
    flood.status = 404;
    choose(stage, rowOf(stage, "/partner-api/integrations"), QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY(stage.text("exchangeAnswer").startsWith(QLatin1String("200")));
    for (int i = 0; i < 450; ++i)
        stage.console().traffic().recorder().record(flood);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(stage, "/flood"), 0, 10'000);
    // The exchange that is being read stays.
    QTRY_VERIFY(stage.sees("exchangeAnswer"));
    QVERIFY(stage.text("exchangeAnswer").startsWith(QLatin1String("200")));
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
    stage.find<QLineEdit>("trafficSearch")->setText(QStringLiteral("identity/oauth/token"));
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
    QCOMPARE(count(QStringLiteral("\u2212 ")), 1); // The bodies differ in client and secret.
    QCOMPARE(count(QStringLiteral("+ ")), 1);
    QVERIFY(count(QStringLiteral("  ")) >= 1);
    stage.screenshot(QStringLiteral("traffic-compare-") + QLatin1String(QTest::currentDataTag()));
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
    stage.screenshot(QStringLiteral("traffic-diagram-") + QLatin1String(QTest::currentDataTag()));

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
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains(
                                 QLatin1String("curl --globoff --request 'POST'")),
        10'000);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QLatin1String("Bearer [secret ")));
    QVERIFY(copied.contains(QLatin1String("took every secret out")));
    QTRY_VERIFY(stage.text("exchangeSaid").contains(QLatin1String("[secret ...]")));
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
                return stage.text("trafficSaid").startsWith(QLatin1String("Written"))
                    || stage.text("trafficSaid").startsWith(QLatin1String("Nothing was exported"));
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
    QVERIFY(QJsonDocument::fromJson(contentOf("a.har"))[QLatin1String("log")].isObject());
    QVERIFY(contentOf("a.svg").contains("/callback"));
    QVERIFY(contentOf("a.png").startsWith("\x89PNG"));
    QVERIFY(contentOf("a.mmd").startsWith("sequenceDiagram"));
    const QDir shots(QStringLiteral(JETBRIDGE_SCREENSHOTS));
    QFile::remove(shots.filePath(QStringLiteral("traffic-export.png")));
    QFile::copy(folder.filePath(QStringLiteral("a.png")),
        shots.filePath(QStringLiteral("traffic-export.png")));
    stage.screenshot(QStringLiteral("traffic-exported"));

    // A word that stands in every drawing turns out to be a secret.
    stage.console().traffic().recorder().knowSecret(Secret("/consent/decision"));
    for (const auto& [action, file] : kinds) {
        QFile::remove(folder.filePath(QLatin1String(file)));
        QVERIFY2(exportBy(action, QLatin1String(file)), action);
        QTRY_VERIFY2(stage.text("trafficSaid").startsWith(QLatin1String("Nothing was exported")),
            qPrintable(stage.text("trafficSaid")));
        QVERIFY2(!QFileInfo::exists(folder.filePath(QLatin1String(file))), file);
    }
    stage.screenshot(QStringLiteral("traffic-refused"));
}

void TrafficTest::clearingAsksFirst()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navTraffic");
    QVERIFY(play(stage));
    QTRY_VERIFY_WITH_TIMEOUT(rowsOf(stage) > 0, 10'000);
    stage.find<QPushButton>("clearTraffic")->click();
    auto* question = stage.window().findChild<QMessageBox*>(QStringLiteral("clearTrafficQuestion"));
    QVERIFY(question);
    QVERIFY(rowsOf(stage) > 0);
    question->findChild<QPushButton*>(QStringLiteral("clearTrafficYes"))->click();
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
        lineOf("confirmed the integration").data().toString(), QStringLiteral("open"), 10'000);
    QCOMPARE(lineOf("keychain can keep").data().toString(), QString()); // This step made no call.
    stage.screenshot(QStringLiteral("onboard-open-exchange"));

    // Only the browser sees the portal's pages; they are opened from its events.
    auto* lists = stage.find<QTabWidget>("onboardLists");
    lists->setCurrentIndex(1);
    auto* hops = stage.find<QTableView>("onboardHops");
    QVERIFY(hops);
    QTRY_COMPARE_WITH_TIMEOUT(
        lineIn(hops, "apps-and-integrations").data().toString(), QStringLiteral("open"), 10'000);
    hops->scrollTo(lineIn(hops, "apps-and-integrations"));
    QTest::mouseClick(hops->viewport(), Qt::LeftButton, {},
        hops->visualRect(lineIn(hops, "apps-and-integrations")).center());
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("exchangeTitle").endsWith(QLatin1String("/apps-and-integrations")), 10'000);
    stage.click("navOnboard");
    lists->setCurrentIndex(0);

    journal->scrollTo(lineOf("confirmed the integration"));
    QTest::mouseClick(journal->viewport(), Qt::LeftButton, {},
        journal->visualRect(lineOf("confirmed the integration")).center());
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("exchangeTitle").endsWith(QLatin1String("/integrations")), 10'000);
    QTRY_VERIFY(stage.find<QComboBox>("trafficOnboarding")->currentIndex() > 0);
    QTRY_VERIFY(rowOf(stage, "/consent") >= 0); // It is shown among those of its onboarding.
    stage.click("trafficAsDiagram");
    stage.click("diagramFit");
    stage.screenshot(QStringLiteral("traffic-onboarding-diagram"));

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
    stage.screenshot(QStringLiteral("customer-open-exchange"));
}

void TrafficTest::unusedScopesAreNamed()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(play(stage));
    Application application =
        stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, true);
    application.scopes.append({QStringLiteral("candidates_manage"), QStringLiteral("To see")});
    bool isSaved = false;
    QCoro::connect(stage.console().partnerAccess().applications().save(application),
        &stage.console(), [&isSaved](const Outcome<Done>& saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
    stage.click("navApplication");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("leastPrivilegeHint").contains(QLatin1String("candidates_manage")), 10'000);
    QVERIFY(!stage.text("leastPrivilegeHint").contains(QLatin1String("company_read")));
    stage.screenshot(QStringLiteral("application-least-privilege"));
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
    QTRY_VERIFY(stage.text("trafficLimitsSaid") == QLatin1String("Saved."));
    std::optional<TrafficState> state;
    QCoro::connect(stage.console().traffic().keeping().state(), &stage.console(),
        [&state](const Outcome<TrafficState>& now) { state = *now; });
    QTRY_VERIFY(state.has_value());
    QCOMPARE(state->limits.mostBytes, 8 * TrafficLimits::megabyte);
    QCOMPARE(state->limits.mostAge, std::chrono::hours(72));
    stage.screenshot(QStringLiteral("settings-traffic"));
}

JETBRIDGE_GUI_TEST(TrafficTest)
#include "TrafficTest.moc"
