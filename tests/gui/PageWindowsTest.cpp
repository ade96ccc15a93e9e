// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PaneStage.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QTemporaryDir>

using Kind = jetbridge::ui::BrowserHop::Kind;

class PageWindowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSignInWindowPostsBackToItsOpenerAndCloses();
    void aFormForANewWindowIsPostedThere();
    void aLinkForANewWindowLeavesThePageBelow();
    void aWindowIsClosedByThePerson();
    void aWindowThatNobodyAskedForIsRefusedWithALine();
    void aWindowForAnotherProgramIsRefusedWithALine();
};

void PageWindowsTest::aSignInWindowPostsBackToItsOpenerAndCloses()
{
    PaneStage stage;
    stage.server.on("/portal",
        StrangeServer::button("window.open('/login', 'sso', 'width=400,height=300')",
            "<script>document.cookie = 'session=1'; addEventListener('message', e => { if "
            "(e.origin === location.origin) "
            "document.title = e.data })</script>"));
    stage.server.on("/login", [](const StrangeServer::Request& request) {
        const bool knows = request.head.contains("session=1");
        return StrangeServer::button(
            "if (window.mayEnd) { opener.postMessage('signed in', location.origin); "
            "window.close() }",
            knows ? "<script>window.known = 1</script>" : "");
    });
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QWebEngineView* opener = stage.view();
    // The address is shown before the page's script has run.
    QTRY_VERIFY_WITH_TIMEOUT(
        !stage.run(QStringLiteral("document.cookie")).toString().isEmpty(), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(QStringLiteral("/login")); }));
    QVERIFY(stage.view() != opener);
    QTRY_COMPARE_WITH_TIMEOUT(
        stage.run(QStringLiteral("window.known")).toInt(), 1, 30'000); // the same cookies
    QTRY_VERIFY_WITH_TIMEOUT(stage.address().endsWith(QLatin1String("/login")), 30'000);
    QVERIFY(stage.sees("browserCloseWindow"));
    QVERIFY(stage.told(Kind::WindowOpened, QStringLiteral("/login")));
    // This is set late, because a click that was meant for the opener may arrive here.
    (void)stage.run(QStringLiteral("window.mayEnd = 1"));
    QVERIFY(stage.clickUntil([&] { return stage.view() == opener; }));
    QTRY_COMPARE(opener->title(), QStringLiteral("signed in"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.address().endsWith(QLatin1String("/portal")), 30'000);
    QVERIFY(!stage.sees("browserCloseWindow"));
    QVERIFY(stage.told(Kind::WindowClosed, QStringLiteral("/login")));
    QCOMPARE(stage.pane->findChildren<QWebEngineView*>().size(), 1);
}

void PageWindowsTest::aFormForANewWindowIsPostedThere()
{
    PaneStage stage;
    stage.server.on("/portal",
        StrangeServer::button("f.submit()",
            "<form id=f method=post target=_blank action=/approve><input name=code "
            "value=AB12></form>"));
    stage.server.on("/approve", [](const StrangeServer::Request& request) {
        return StrangeServer::html(request.method + " " + request.body);
    });
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(QStringLiteral("/approve")); }));
    QCOMPARE(stage.run(QStringLiteral("document.body.textContent")).toString(),
        QStringLiteral("POST code=AB12"));
    QCOMPARE(stage.server.count("GET", "/approve"), 0);
}

void PageWindowsTest::aLinkForANewWindowLeavesThePageBelow()
{
    PaneStage stage;
    stage.server.on(
        "/portal", StrangeServer::button("a.click()", "<a id=a target=_blank href=/terms>x</a>"));
    stage.server.on("/terms", StrangeServer::html("terms"));
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QWebEngineView* opener = stage.view();
    QVERIFY(stage.clickUntil([&] { return stage.shows(QStringLiteral("/terms")); }));
    QCOMPARE(opener->url().path(), QStringLiteral("/portal"));
    QVERIFY(stage.told(Kind::WindowOpened, QStringLiteral("/terms")));
}

void PageWindowsTest::aWindowIsClosedByThePerson()
{
    PaneStage stage;
    stage.server.on("/portal", StrangeServer::button("window.w = window.open('/login')"));
    stage.server.on("/login", StrangeServer::html("login"));
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(QStringLiteral("/login")); }));
    // This works even while the page asks a question.
    stage.whenSeen("pageQuestion", [&] { stage.press("browserCloseWindow"); });
    stage.view()->page()->runJavaScript(QStringLiteral("confirm('Sure?')"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.run(QStringLiteral("window.w.closed")).toBool(), 30'000);
}

void PageWindowsTest::aWindowThatNobodyAskedForIsRefusedWithALine()
{
    PaneStage stage;
    stage.server.on("/portal",
        StrangeServer::html("<script>document.title = String(window.open('/advert'))</script>"));
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Refused, QStringLiteral("/advert")), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QVERIFY2(stage.told(Kind::Refused, QStringLiteral("use your web browser")), "what to do");
    QVERIFY2(stage.text("browserNotice").contains(QLatin1String("a window of its own")),
        qPrintable(stage.text("browserNotice")));
    QCOMPARE(stage.server.count("GET", "/advert"), 0);
}

void PageWindowsTest::aWindowForAnotherProgramIsRefusedWithALine()
{
    PaneStage stage;
    stage.server.on("/portal", StrangeServer::button("window.open('myapp://start')"));
    stage.pane->open(stage.server.url(QStringLiteral("/portal")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(QStringLiteral("/portal")), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.told(Kind::Refused, QStringLiteral("myapp:")); }));
    QVERIFY(!stage.sees("browserCloseWindow"));
}

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    const jetbridge::ui::Theme theme(settings);
    PageWindowsTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(PageWindowsTest, run)
#include "PageWindowsTest.moc"
