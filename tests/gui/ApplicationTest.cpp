// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTreeWidget>

#include <optional>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

namespace {

void fillIn(Stage& stage)
{
    stage.find<QLineEdit>("applicationName")->setText(u"Northwind Assessments"_s);
    stage.find<QPlainTextEdit>("applicationDescription")
        ->setPlainText(u"Assessments for your candidates"_s);
    stage.find<QLineEdit>("applicationLogo")->setText(u"https://partner.example/logo.png"_s);
    stage.find<QLineEdit>("applicationConsentUrl")->setText(u"https://partner.example/consent"_s);
}

void chooseFile(QWidget& dialog, const QString& path)
{
    dialog.findChild<QLineEdit*>()->setText(path);
    dialog.findChild<QPushButton*>()->click();
}

} // namespace

class ApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scopesArePickedFromTheKnownOnes();
    void theCardIsPreviewedAsItIsTyped();
    void theCardStandsBesideTheFormOnAWideScreen();
    void onlyACompletePacketIsExported_data();
    void onlyACompletePacketIsExported();
    void anIncompleteApplicationStaysADraft();
    void aNewApplicationIsPrivateUntilItIsShownToAll();
    void aRefusedPairIsSaidToBeStoredNowhere();
    void customersThatMustConsentAgainAreCounted();
};

void ApplicationTest::scopesArePickedFromTheKnownOnes()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    stage.find<QPushButton>("pickScopes")->click();
    QTRY_VERIFY(stage.sees("scopePicker"));
    auto* list = stage.find<QTreeWidget>("scopeList");
    QVERIFY(list->topLevelItemCount() >= 30);
    stage.find<QLineEdit>("scopeSearch")->setText(u"candidates_read"_s);
    int visible = 0;
    for (int row = 0; row < list->topLevelItemCount(); ++row)
        if (!list->topLevelItem(row)->isHidden()) {
            ++visible;
            list->topLevelItem(row)->setCheckState(0, Qt::Checked);
        }
    QCOMPARE(visible, 1);
    stage.find<QDialog>("scopePicker")
        ->grab()
        .save(QStringLiteral(JETBRIDGE_SCREENSHOTS "/scope-picker.png"));
    stage.find<QPushButton>("scopePickerDone")->click();
    auto* scopes = stage.window().findChild<QTableWidget*>(u"applicationScopes"_s);
    QTRY_COMPARE(scopes->rowCount(), 1);
    QCOMPARE(scopes->item(0, 0)->text(), u"candidates_read"_s);

    // It opens with the present scopes, and removes those that are unchecked.
    stage.find<QPushButton>("pickScopes")->click();
    QTRY_VERIFY(stage.sees("scopePicker"));
    list = stage.find<QTreeWidget>("scopeList");
    for (int row = 0; row < list->topLevelItemCount(); ++row)
        if (list->topLevelItem(row)->checkState(0) == Qt::Checked)
            list->topLevelItem(row)->setCheckState(0, Qt::Unchecked);
    stage.find<QPushButton>("scopePickerDone")->click();
    QTRY_COMPARE(scopes->rowCount(), 0);
}

void ApplicationTest::theCardIsPreviewedAsItIsTyped()
{
    Stage stage(Theme::Scheme::Dark);
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    fillIn(stage);
    const auto* name = stage.window().findChild<QLabel*>(u"previewName"_s);
    QTRY_COMPARE(name->text(), u"Northwind Assessments"_s);
    QCOMPARE(stage.window().findChild<QLabel*>(u"previewDescription"_s)->text(),
        u"Assessments for your candidates"_s);

    // A picture file becomes part of the application and of the card.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"logo.png"_s);
    QImage red(96, 96, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(path));
    stage.find<QPushButton>("chooseLogo")->click();
    QTRY_VERIFY(stage.sees("logoDialog"));
    chooseFile(*stage.find<QWidget>("logoDialog"), path);
    QTRY_VERIFY(stage.window()
                    .findChild<QLineEdit*>(u"applicationLogo"_s)
                    ->text()
                    .startsWith("data:image/png;base64,"_L1));
    const auto* logo = stage.window().findChild<QLabel*>(u"previewLogo"_s);
    QTRY_COMPARE(logo->pixmap(Qt::ReturnByValue).toImage().pixelColor(20, 20), QColor(Qt::red));
    auto* scroll = stage.find<QScrollArea>("pageScroll");
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    stage.screenshot(u"application-preview-dark"_s);
}

void ApplicationTest::theCardStandsBesideTheFormOnAWideScreen()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    const auto* field = stage.find<QLineEdit>("applicationName");
    const auto* save = stage.window().findChild<QPushButton*>(u"saveApplication"_s);
    const auto* card = stage.window().findChild<QWidget*>(u"appCardPreview"_s);
    const auto at = [&stage](const QWidget* widget) {
        return widget->mapTo(&stage.window(), QPoint());
    };
    stage.window().resize(1900, 800);
    QTRY_VERIFY(at(card).x() > at(field).x() + field->width());
    QVERIFY2(at(card).y() < at(save).y(), qPrintable(QString::number(at(card).y())));
    stage.screenshot(u"application-wide"_s);
    stage.window().resize(1100, 800);
    QTRY_VERIFY(at(card).y() > at(save).y());
}

void ApplicationTest::onlyACompletePacketIsExported_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("Markdown") << 0 << QByteArray("# Northwind Assessments");
    QTest::newRow("web page") << 1 << QByteArray("<h1>Northwind Assessments</h1>");
    QTest::newRow("JSON") << 2 << QByteArray("\"name\": \"Northwind Assessments\"");
}

void ApplicationTest::onlyACompletePacketIsExported()
{
    QFETCH(int, format);
    QFETCH(QByteArray, holds);
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    auto* formats = stage.window().findChild<QMenu*>(u"packetFormats"_s);
    formats->actions().at(format)->trigger();
    const auto* said = stage.window().findChild<QLabel*>(u"applicationSaid"_s);
    QTRY_COMPARE(said->property("banner").toString(), u"bad"_s);
    QVERIFY(!stage.sees("saveDialog"));
    // The finding is marked and visible.
    const auto* finding = stage.find<QLabel>("applicationNameFinding");
    QCOMPARE(finding->property("tone").toString(), u"bad"_s);
    QTRY_VERIFY(!finding->visibleRegion().isEmpty());
    QCOMPARE(finding->palette().color(QPalette::WindowText), ui::lightTokens().bad);

    fillIn(stage);
    auto* scopes = stage.window().findChild<QTableWidget*>(u"applicationScopes"_s);
    stage.find<QPushButton>("addScope")->click();
    scopes->item(0, 0)->setText(u"company_read"_s);
    scopes->item(0, 1)->setText(u"To prove the connection"_s);
    formats->actions().at(format)->trigger();
    QTRY_VERIFY(stage.sees("saveDialog"));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"packet"_s);
    chooseFile(*stage.find<QWidget>("saveDialog"), path + u".txt"_s);
    QTRY_VERIFY(QFile::exists(path + u".txt"_s));
    QFile file(path + u".txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(holds));
    QCOMPARE(said->property("banner").toString(), u"good"_s);
}

void ApplicationTest::aRefusedPairIsSaidToBeStoredNowhere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    bool runs = false;
    QCoro::connect(stage.console().simulator().start(), &stage.console(),
        [&runs](const Outcome<Done>& started) { runs = started.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(runs, 20'000);
    stage.click("navApplication");
    for (const char* field : {"masterAppId", "masterClientId", "masterClientSecret"})
        stage.find<QLineEdit>(field)->setText(u"made-up"_s);
    // Return does what the button does.
    QTest::keyClick(stage.find<QLineEdit>("masterClientSecret"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("masterCredentialsSaid").contains("nothing was stored"_L1), 20'000);
}

void ApplicationTest::anIncompleteApplicationStaysADraft()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    stage.find<QLineEdit>("applicationName")->setText(u"Half"_s);
    const auto* said = stage.window().findChild<QLabel*>(u"applicationSaid"_s);
    auto* save = stage.window().findChild<QPushButton*>(u"saveApplication"_s);
    save->click();
    QTRY_COMPARE(said->property("banner").toString(), u"good"_s);
    stage.window().findChild<QComboBox*>(u"registrationState"_s)->setCurrentIndex(1);
    save->click();
    QTRY_COMPARE(said->property("banner").toString(), u"bad"_s);
    std::optional<RegistrationState> kept;
    QCoro::connect(stage.console().partnerAccess().applications().load(), &stage.console(),
        [&kept](const Outcome<std::optional<Application>>& loaded) { kept = (*loaded)->state; });
    QTRY_VERIFY(kept.has_value());
    QVERIFY(*kept == RegistrationState::Draft);
}

void ApplicationTest::aNewApplicationIsPrivateUntilItIsShownToAll()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navApplication");
    stage.find<QLineEdit>("applicationName")->setText(u"Northwind"_s);
    const auto* shown = stage.window().findChild<QLabel*>(u"previewVisibility"_s);
    auto* save = stage.window().findChild<QPushButton*>(u"saveApplication"_s);
    const auto kept = [&stage] {
        std::optional<Visibility> visibility;
        QCoro::connect(stage.console().partnerAccess().applications().load(), &stage.console(),
            [&visibility](const Outcome<std::optional<Application>>& loaded) {
                if (loaded && *loaded)
                    visibility = (*loaded)->visibility;
            });
        (void)QTest::qWaitFor([&visibility] { return visibility.has_value(); }, 2'000);
        return visibility;
    };
    save->click();
    QTRY_COMPARE(kept(), std::optional(Visibility::SelectedCustomers));
    QVERIFY2(shown->text().startsWith("Only the customers"_L1), qPrintable(shown->text()));

    stage.window()
        .findChild<QComboBox*>(u"applicationVisibility"_s)
        ->setCurrentIndex(int(Visibility::AllCustomers));
    save->click();
    QTRY_COMPARE(kept(), std::optional(Visibility::AllCustomers));
    QTRY_VERIFY2(shown->text().startsWith("Every customer"_L1), qPrintable(shown->text()));
}

void ApplicationTest::customersThatMustConsentAgainAreCounted()
{
    Stage stage;
    QVERIFY(stage.isReady());
    // Without a way back the customer stays connected: nobody says that it was disabled.
    std::optional<Outcome<WalkthroughReport>> played;
    QCoro::connect(
        playWalkthrough(stage.topics(), {ConsentDisplayMode::Redirect, false, u"globex"_s},
            [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& outcome) { played = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(played, 60'000);
    QVERIFY2(*played, qPrintable(*played ? QString() : played->error().detail));

    Application application =
        stage.console().endpoints().demoApplication(ConsentDisplayMode::Redirect, false);
    application.scopes.append({u"candidates_manage"_s, u"To see"_s});
    bool isSaved = false;
    QCoro::connect(stage.console().partnerAccess().applications().save(application),
        &stage.console(), [&isSaved](const Outcome<Done>& saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
    stage.click("navApplication");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("consentAgainHint").startsWith("1 customers must consent again"_L1), 10'000);
    stage.screenshot(u"application-consent-again"_s);
    stage.click("navCustomers");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("customerScopes").contains("consent again for: candidates_manage"_L1), 10'000);
    stage.screenshot(u"customer-consent-again"_s);
}

JETBRIDGE_GUI_TEST(ApplicationTest)
#include "ApplicationTest.moc"
