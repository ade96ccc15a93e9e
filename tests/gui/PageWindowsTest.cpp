// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PaneStage.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

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
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QWebEngineView* opener = stage.view();
    // The address is shown before the page's script has run.
    QTRY_VERIFY_WITH_TIMEOUT(!stage.run(u"document.cookie"_s).toString().isEmpty(), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(u"/login"_s); }));
    QVERIFY(stage.view() != opener);
    QTRY_COMPARE_WITH_TIMEOUT(stage.run(u"window.known"_s).toInt(), 1, 30'000); // the same cookies
    QTRY_VERIFY_WITH_TIMEOUT(stage.address().endsWith("/login"_L1), 30'000);
    QVERIFY(stage.sees("browserCloseWindow"));
    QVERIFY(stage.told(Kind::WindowOpened, u"/login"_s));
    // This is set late, because a click that was meant for the opener may arrive here.
    (void)stage.run(u"window.mayEnd = 1"_s);
    QVERIFY(stage.clickUntil([&] { return stage.view() == opener; }));
    QTRY_COMPARE(opener->title(), u"signed in"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.address().endsWith("/portal"_L1), 30'000);
    QVERIFY(!stage.sees("browserCloseWindow"));
    QVERIFY(stage.told(Kind::WindowClosed, u"/login"_s));
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
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(u"/approve"_s); }));
    QCOMPARE(stage.run(u"document.body.textContent"_s).toString(), u"POST code=AB12"_s);
    QCOMPARE(stage.server.count("GET", "/approve"), 0);
}

void PageWindowsTest::aLinkForANewWindowLeavesThePageBelow()
{
    PaneStage stage;
    stage.server.on(
        "/portal", StrangeServer::button("a.click()", "<a id=a target=_blank href=/terms>x</a>"));
    stage.server.on("/terms", StrangeServer::html("terms"));
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QWebEngineView* opener = stage.view();
    QVERIFY(stage.clickUntil([&] { return stage.shows(u"/terms"_s); }));
    QCOMPARE(opener->url().path(), u"/portal"_s);
    QVERIFY(stage.told(Kind::WindowOpened, u"/terms"_s));
}

void PageWindowsTest::aWindowIsClosedByThePerson()
{
    PaneStage stage;
    stage.server.on("/portal", StrangeServer::button("window.w = window.open('/login')"));
    stage.server.on("/login", StrangeServer::html("login"));
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.shows(u"/login"_s); }));
    // This works even while the page asks a question.
    stage.whenSeen("pageQuestion", [&] { stage.press("browserCloseWindow"); });
    stage.view()->page()->runJavaScript(u"confirm('Sure?')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.run(u"window.w.closed"_s).toBool(), 30'000);
}

void PageWindowsTest::aWindowThatNobodyAskedForIsRefusedWithALine()
{
    PaneStage stage;
    stage.server.on("/portal",
        StrangeServer::html("<script>document.title = String(window.open('/advert'))</script>"));
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Refused, u"/advert"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QVERIFY2(stage.told(Kind::Refused, u"use your web browser"_s), "what to do");
    QVERIFY2(stage.text("browserNotice").contains("a window of its own"_L1),
        qPrintable(stage.text("browserNotice")));
    QCOMPARE(stage.server.count("GET", "/advert"), 0);
}

void PageWindowsTest::aWindowForAnotherProgramIsRefusedWithALine()
{
    PaneStage stage;
    stage.server.on("/portal", StrangeServer::button("window.open('myapp://start')"));
    stage.pane->open(stage.server.url(u"/portal"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/portal"_s), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.told(Kind::Refused, u"myapp:"_s); }));
    QVERIFY(!stage.sees("browserCloseWindow"));
}

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    const jetbridge::ui::Theme theme(settings);
    PageWindowsTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(PageWindowsTest, run)
#include "PageWindowsTest.moc"
