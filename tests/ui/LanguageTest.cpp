// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Language.h"
#include "HelpWindow.h"
#include "MainWindow.h"
#include "Screens.h"
#include "console/Console.h"
#include "console/Endpoints.h"
#include "domain/Application.h"
#include "domain/Environment.h"
#include "gui/ClippedTexts.h"
#include "parts/FailureText.h"
#include "parts/Said.h"
#include "parts/StatusWords.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using Choice = ui::Language::Choice;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSystemsLanguageIsSpokenIfWeKnowIt();
    void theChoiceIsRemembered_data();
    void theChoiceIsRemembered();
    void numbersTakeTheirForm_data();
    void numbersTakeTheirForm();
    void qtsOwnWordsAreTranslatedToo();
    void everyFindingIsSpoken_data();
    void everyFindingIsSpoken();
    void whatIsWrongWithAnEnvironmentIsSpoken_data();
    void whatIsWrongWithAnEnvironmentIsSpoken();
    void everyMessageIsSaid();
    void whatStandsInASentenceIsKept();
    void theHelpSaysTheSameInEveryLanguage();
    void everyScreenHasRoomForItsTexts_data();
    void everyScreenHasRoomForItsTexts();
};

void LanguageTest::theSystemsLanguageIsSpokenIfWeKnowIt()
{
    // main() says that the system prefers Czech, then Austria's German.
    const ui::Language language(Choice::System);
    QCOMPARE(ui::FailureText::tr("You"), u"Sie"_s);
    QCOMPARE(QLocale().language(), QLocale::German);
}

void LanguageTest::theChoiceIsRemembered_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("you");
    QTest::newRow("as the system") << int(Choice::System) << u"Sie"_s;
    QTest::newRow("English") << int(Choice::English) << u"You"_s;
    QTest::newRow("German") << int(Choice::German) << u"Sie"_s;
    QTest::newRow("Polish") << int(Choice::Polish) << u"Ty"_s;
}

void LanguageTest::theChoiceIsRemembered()
{
    QFETCH(int, choice);
    QFETCH(QString, you);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    QCOMPARE(ui::Language::chosen(settings), Choice::System);
    ui::Language::choose(settings, Choice(choice));
    QCOMPARE(ui::Language::chosen(settings), Choice(choice));
    {
        const ui::Language language(ui::Language::chosen(settings));
        QCOMPARE(ui::FailureText::tr("You"), you);
    }
    QCOMPARE(ui::FailureText::tr("You"), u"You"_s);
    settings.setValue(u"look/language"_s, u"tlh"_s);
    QCOMPARE(ui::Language::chosen(settings), Choice::System);
}

void LanguageTest::numbersTakeTheirForm_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("said");
    const auto row = [](Choice choice, int days, const char* said) {
        QTest::newRow(said) << int(choice) << days << QString::fromUtf8(said);
    };
    row(Choice::English, 1, "1 day ago");
    row(Choice::English, 2, "2 days ago");
    row(Choice::German, 1, "vor 1 Tag");
    row(Choice::German, 2, "vor 2 Tagen");
    row(Choice::Polish, 1, "1 dzień temu");
    row(Choice::Polish, 2, "2 dni temu");
    row(Choice::Polish, 25, "25 dni temu");
}

void LanguageTest::numbersTakeTheirForm()
{
    QFETCH(int, choice);
    QFETCH(int, days);
    QFETCH(QString, said);
    const ui::Language language{Choice(choice)};
    const auto now = QDateTime::currentDateTimeUtc();
    QCOMPARE(ui::relativeTime(now.addDays(-days), now), said);
}

void LanguageTest::qtsOwnWordsAreTranslatedToo()
{
    const ui::Language language(Choice::German);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
}

void LanguageTest::everyFindingIsSpoken_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("German") << int(Choice::German);
    QTest::newRow("Polish") << int(Choice::Polish);
}

void LanguageTest::everyFindingIsSpoken()
{
    QFETCH(int, choice);
    Application wrong;
    wrong.logo = QUrl(u"ftp://example.com/logo.png"_s);
    wrong.scopes = {{u"not a \"scope\" name"_s, {}}, {u"jobs"_s, {}}, {u"jobs"_s, u"why"_s}};
    wrong.consentUrl = QUrl(u"http://user@example.com/?companyId=1#part"_s);
    wrong.callbackUrl = QUrl(u"http://127.0.0.1/callback"_s);
    wrong.unknownFields = {u"oauthTokenURL"_s, u"colour"_s};
    Application unfinished;
    unfinished.oauthTokenUrl = QUrl(u"https:///token"_s);
    QList<Finding> findings = wrong.check();
    findings += unfinished.check();
    QVERIFY(findings.size() > 15);

    const ui::Language language{Choice(choice)};
    for (const Finding& finding : findings)
        QVERIFY2(
            ui::said(finding.message) != finding.message.english(), qPrintable(finding.message));
}

void LanguageTest::whatIsWrongWithAnEnvironmentIsSpoken_data()
{
    QTest::addColumn<Environment>("environment");
    const auto row = [](const char* name, const std::function<void(Environment&)>& spoil) {
        Environment environment = Environment::builtIn().last();
        spoil(environment);
        QTest::newRow(name) << environment;
    };
    const auto url = [](const char* text) {
        return QUrl(QLatin1String(text));
    };
    row("name", [](Environment& e) { e.name = u"My environment"_s; });
    row("no address", [](Environment& e) { e.apiUrl = QUrl(); });
    row("no TLS", [=](Environment& e) { e.apiUrl = url("http://api.example.com"); });
    row("a fragment", [=](Environment& e) { e.portalUrl = url("https://example.com#part"); });
    row("a password", [=](Environment& e) { e.forwardTo = url("https://me:it@example.com"); });
    row("a simulator elsewhere", [](Environment& e) { e.kind = Environment::Kind::Simulator; });
    row("too long", [](Environment& e) { e.tokenLifetimeSeconds = 86400; });
    row("no host", [](Environment& e) { e.redirectHosts = {u"https://a/b"_s}; });
    row("no origin", [](Environment& e) { e.frameOrigins = {u"https://a/b"_s}; });
}

void LanguageTest::whatIsWrongWithAnEnvironmentIsSpoken()
{
    QFETCH(Environment, environment);
    const auto valid = environment.validate();
    QVERIFY(!valid);
    for (const auto choice : {Choice::German, Choice::Polish}) {
        const ui::Language language(choice);
        QVERIFY2(ui::said(valid.error().detail) != valid.error().detail.english(),
            qPrintable(valid.error().detail));
    }
}

void LanguageTest::everyMessageIsSaid()
{
    for (const auto choice : {Choice::German, Choice::Polish}) {
        const ui::Language language(choice);
        for (const QString& code : messageCodes()) {
            const Message message = Message::of(code.toLatin1().constData());
            QVERIFY2(ui::said(message) != message.english(), qPrintable(code));
        }
    }
}

void LanguageTest::whatStandsInASentenceIsKept()
{
    const ui::Language language(Choice::German);
    QCOMPARE(ui::said(Message::of("scope_twice", {u"a \"b\" %1"_s})),
        u"„a \"b\" %1“ ist zweimal genannt."_s);
    QCOMPARE(ui::said(Message::of("wrong_code_typed", {u"4"_s})),
        u"Ein falscher Code wurde eingegeben. Verbleibende Versuche: 4."_s);
    for (const auto* words : {"", "Nobody knows this.", "The customer signed in."})
        QCOMPARE(ui::said(Message::inWords(QLatin1String(words))), QLatin1String(words));
}

void LanguageTest::theHelpSaysTheSameInEveryLanguage()
{
    // Headings, numbered steps, terms and cases must be the same in all languages.
    const auto shape = [](Choice choice, QString& words) {
        const ui::Language language{choice};
        ui::HelpWindow help(nullptr);
        const auto* text = help.findChild<QTextBrowser*>(u"helpText"_s);
        QStringList blocks;
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
            blocks.append(u"%1%2"_s.arg(block.blockFormat().headingLevel())
                              .arg(block.textList() ? block.textList()->format().style() : 0));
        words = text->toPlainText();
        help.grab().save(u"%1/help-%2.png"_s.arg(
            QCoreApplication::applicationDirPath(), QLocale().name().left(2)));
        return blocks;
    };
    QString english, german, polish;
    const QStringList expected = shape(Choice::English, english);
    QVERIFY(expected.size() > 25);
    QCOMPARE(shape(Choice::German, german), expected);
    QCOMPARE(shape(Choice::Polish, polish), expected);
    QVERIFY(english != german && german != polish && polish != english);
    // The help uses the names of the screens.
    for (const auto& [choice, page] :
        {std::pair{Choice::German, german}, {Choice::Polish, polish}}) {
        const ui::Language language{choice};
        for (const auto* name : {"Onboard", "Customers", "Endpoints", "Application"})
            QVERIFY2(page.contains(ui::Screens::tr(name)), name);
    }
}

void LanguageTest::everyScreenHasRoomForItsTexts_data()
{
    QTest::addColumn<int>("choice");
    for (const auto choice : {Choice::English, Choice::German, Choice::Polish})
        QTest::addRow("%s", qPrintable(ui::Language::name(choice))) << int(choice);
}

void LanguageTest::everyScreenHasRoomForItsTexts()
{
    QFETCH(int, choice);
    const ui::Language language{Choice(choice)};
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    ui::Theme theme(settings);
    theme.setScheme(ui::Theme::Scheme::Light);
    Console console({folder.path(), u"simulator"_s, ConsoleOptions::VaultKind::Memory});
    ui::MainWindow window(console, theme, settings);
    window.resize(1240, 780);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(console.endpoints().urls());

    QStringList found;
    const auto look = [&](const QString& screen) {
        // Widgets that grew, or got data from the registry, need time for their layout.
        (void)QTest::qWaitFor([&window] { return clippedTexts(window).isEmpty(); }, 3'000);
        for (const QString& text : clippedTexts(window))
            found.append(u"%1, %2"_s.arg(screen, text));
        window.grab().save(u"%1/screen-%2-%3.png"_s.arg(
            QCoreApplication::applicationDirPath(), screen, QLocale().name().left(2)));
    };
    look(u"welcome"_s);
    int screens = 0;
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        if (!button->property("navigation").toBool() || !button->isVisible())
            continue;
        button->click();
        look(button->objectName());
        ++screens;
    }
    QVERIFY(screens >= 6);
    window.close();
    QTRY_VERIFY(!window.isVisible());
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

static int run(int argc, char** argv)
{
    qputenv("LC_ALL", "de_AT.UTF-8");
    qputenv("LANGUAGE", "cs:de_AT:pl");
    QApplication app(argc, argv);
    LanguageTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(LanguageTest, run)
#include "LanguageTest.moc"
