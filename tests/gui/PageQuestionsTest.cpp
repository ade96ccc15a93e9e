// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PaneStage.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using Kind = jetbridge::ui::BrowserHop::Kind;

namespace {

// Chromium asks only for a page that somebody has used.
const QByteArray guarded = StrangeServer::button("window.touched = 1",
    "<form id=f method=post action=/sent></form><a id=a href=/other>x</a>"
    "<script>addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = ''; "
    "})</script>");

} // namespace

class PageQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageAsksAndGoesOnWithTheAnswer_data();
    void aPageAsksAndGoesOnWithTheAnswer();
    void aPageThatAsksBeforeLeavingIsLeftOrStays_data();
    void aPageThatAsksBeforeLeavingIsLeftOrStays();
    void navigatingAnswersNoToAnOpenQuestion();
    void thePageEndsWithAnOpenQuestion();
    void theProgramEndsWithAnOpenQuestion();
    void aPageThatNeverEndsToAskIsStopped();
    void escAnswersNoAndReturnYes();
};

void PageQuestionsTest::aPageAsksAndGoesOnWithTheAnswer_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("result");
    QTest::newRow("alert") << "alert('Read <b>this</b>'); 'read'" << QByteArray("pageQuestionYes")
                           << ""
                           << "read";
    QTest::newRow("confirm, yes") << "String(confirm('Sure?'))" << QByteArray("pageQuestionYes")
                                  << ""
                                  << "true";
    QTest::newRow("confirm, no") << "String(confirm('Sure?'))" << QByteArray("pageQuestionNo") << ""
                                 << "false";
    QTest::newRow("prompt") << "prompt('Code?', 'ABC')" << QByteArray("pageQuestionYes") << "XYZ"
                            << "XYZ";
    QTest::newRow("prompt as suggested")
        << "prompt('Code?', 'ABC')" << QByteArray("pageQuestionYes") << ""
        << "ABC";
    QTest::newRow("prompt, no") << "String(prompt('Code?', 'ABC'))" << QByteArray("pageQuestionNo")
                                << ""
                                << "null";
}

void PageQuestionsTest::aPageAsksAndGoesOnWithTheAnswer()
{
    QFETCH(QString, script);
    QFETCH(QByteArray, button);
    QFETCH(QString, typed);
    QFETCH(QString, result);
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("<p>hello</p>"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    QString title;
    QString text;
    stage.whenSeen("pageQuestion", [&] {
        title = stage.text("pageQuestionTitle");
        text = stage.text("pageQuestionText");
        if (!typed.isEmpty())
            stage.find<QLineEdit>("pageQuestionEntry")->setText(typed);
        stage.press(button.constData());
    });
    QCOMPARE(stage.run(script).toString(), result);
    QVERIFY2(title.contains(stage.server.url({}).toDisplayString()), qPrintable(title));
    QVERIFY(!text.isEmpty());
    QVERIFY(!stage.sees("pageQuestion"));
    QVERIFY(stage.view()->isEnabled());
    QVERIFY(stage.told(Kind::Asked, text));
}

void PageQuestionsTest::aPageThatAsksBeforeLeavingIsLeftOrStays_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("there");
    QTest::newRow("a form is sent") << "f.submit()"
                                    << "/sent";
    QTest::newRow("a link") << "a.click()"
                            << "/other";
    QTest::newRow("Back") << "Back"
                          << "/before";
    QTest::newRow("Reload") << "Reload"
                            << "/guarded";
}

void PageQuestionsTest::aPageThatAsksBeforeLeavingIsLeftOrStays()
{
    QFETCH(QString, how);
    QFETCH(QString, there);
    PaneStage stage;
    stage.server.on("/before", StrangeServer::html("before"));
    stage.server.on("/guarded", guarded);
    stage.server.on("/other", StrangeServer::html("other"));
    stage.server.on("/sent", StrangeServer::html("sent"));
    stage.pane->open(stage.server.url(u"/before"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/before"_s), 30'000);
    stage.view()->setUrl(stage.server.url(u"/guarded"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/guarded"_s), 30'000);
    QVERIFY(stage.clickUntil([&] { return stage.run(u"window.touched"_s).toInt() == 1; }));
    const auto leave = [&] {
        if (how == "Back"_L1)
            stage.press("browserBack");
        else if (how == "Reload"_L1)
            stage.press("browserReload");
        else
            stage.view()->page()->runJavaScript(how);
    };
    bool isAsked = false;
    stage.whenSeen("pageQuestion", [&] {
        isAsked = stage.text("pageQuestionTitle").startsWith("Leave"_L1);
        stage.press("pageQuestionNo");
    });
    leave();
    QTRY_VERIFY_WITH_TIMEOUT(isAsked, 30'000);
    QTRY_VERIFY(stage.told(Kind::Asked, u"no"_s));
    QCOMPARE(stage.view()->url().path(), u"/guarded"_s);

    // A page that runs a script has received the answer; leaving it earlier would belong to the
    // same question.
    QCOMPARE(stage.run(u"1 + 1"_s).toInt(), 2);
    const qsizetype before = stage.server.requests().size();
    stage.whenSeen("pageQuestion", [&] { stage.press("pageQuestionYes"); });
    leave();
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Asked, u"yes"_s), 30'000);
    if (how != "Back"_L1) // the engine has kept the page
        QTRY_VERIFY_WITH_TIMEOUT(stage.server.requests().size() > before, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(there), 30'000);
}

void PageQuestionsTest::navigatingAnswersNoToAnOpenQuestion()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("<script>document.title = 'x'</script>"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    stage.whenSeen("pageQuestion", [&] { stage.press("browserReload"); });
    stage.view()->page()->runJavaScript(u"confirm('Sure?')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stage.server.count("GET", "/page"), 2, 30'000);
    QVERIFY(!stage.sees("pageQuestion"));
    QTRY_VERIFY(stage.told(Kind::Asked, u"no"_s));
}

void PageQuestionsTest::thePageEndsWithAnOpenQuestion()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("one"));
    stage.server.on("/next", StrangeServer::html("two"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    bool isOver = false;
    stage.whenSeen("pageQuestion", [&] {
        stage.pane->close();
        isOver = !stage.sees("pageQuestion") && !stage.pane->isOpen();
    });
    stage.view()->page()->runJavaScript(u"confirm('Sure?')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOver, 30'000);
    // The next run starts at once; its question may be open while the first page is destroyed.
    stage.pane->open(stage.server.url(u"/next"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/next"_s), 30'000);
    stage.whenSeen("pageQuestion", [&] { stage.pane.reset(); });
    stage.view()->page()->runJavaScript(u"prompt('Code?')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.pane, 30'000);
}

void PageQuestionsTest::theProgramEndsWithAnOpenQuestion()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("one"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    stage.whenSeen("pageQuestion", [] { QCoreApplication::quit(); });
    stage.view()->page()->runJavaScript(u"alert('Read this')"_s);
    QTimer tooLate;
    bool isTooLate = false;
    connect(&tooLate, &QTimer::timeout, this, [&] {
        isTooLate = true;
        QCoreApplication::exit(1);
    });
    tooLate.start(30'000);
    QCOMPARE(QCoreApplication::exec(), 0);
    QVERIFY(!isTooLate);
}

void PageQuestionsTest::aPageThatNeverEndsToAskIsStopped()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("one"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    bool mayStopAtOnce = true;
    stage.whenSeen("pageQuestion", [&] {
        mayStopAtOnce = stage.sees("pageQuestionStop");
        stage.whenSeen("pageQuestionStop", [&] { stage.press("pageQuestionStop"); });
        stage.press("pageQuestionYes");
    });
    stage.view()->page()->runJavaScript(u"while (true) alert('again')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("browserTrouble"), 30'000);
    QVERIFY(!mayStopAtOnce);
    QVERIFY(!stage.sees("pageQuestion"));
    QVERIFY(stage.told(Kind::Asked, u"stopped"_s));
    stage.press("browserLoadAgain");
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    QCOMPARE(stage.run(u"1 + 1"_s).toInt(), 2);
}

void PageQuestionsTest::escAnswersNoAndReturnYes()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("one"));
    stage.pane->open(stage.server.url(u"/page"_s));
    stage.pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(stage.pane.get()));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    stage.whenSeen(
        "pageQuestion", [&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); });
    QCOMPARE(stage.run(u"String(prompt('Code?', 'ABC'))"_s).toString(), u"null"_s);
    stage.whenSeen(
        "pageQuestion", [&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); });
    QCOMPARE(stage.run(u"String(prompt('Code?', 'ABC'))"_s).toString(), u"ABC"_s);
}

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    const jetbridge::ui::Theme theme(settings);
    PageQuestionsTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(PageQuestionsTest, run)
#include "PageQuestionsTest.moc"
