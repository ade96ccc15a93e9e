// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PaneStage.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

using Kind = jetbridge::ui::BrowserHop::Kind;

namespace {

/// Returns a port on which nothing listens.
quint16 deadPort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

const QByteArray askForName = StrangeServer::html(
    "<p>who are you?</p>", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"Partner\"\r\n");

} // namespace

class PageTroublesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFailedIsShownSaidAndAskedForAgain_data();
    void whatFailedIsShownSaidAndAskedForAgain();
    void backLeadsFromAFailureToThePageBefore();
    void aFormThatFailedIsSentAgainOnlyAfterAQuestion();
    void aPageThatAFormBroughtIsSentAgainOnlyAfterAQuestion();
    void aRefusalWithAPageIsShownWithItsStatus();
    void aFrameThatFailsIsToldWithItsAddress();
    void aCrashedPageIsLoadedAgain();
    void whoSignsInSeesThePage();
    void aWrongPasswordIsAskedThreeTimesThenSaid();
    void nobodySignsIn();
    void whatIsNoPageIsRefusedWithALine_data();
    void whatIsNoPageIsRefusedWithALine();
};

void PageTroublesTest::whatFailedIsShownSaidAndAskedForAgain_data()
{
    QTest::addColumn<QByteArray>("answer"); // answer of /next
    QTest::addColumn<QString>("url"); // address; empty: /next
    QTest::addColumn<QString>("said");
    QTest::newRow("no such computer") << QByteArray() << "https://nobody.invalid/next"
                                      << "nobody.invalid";
    QTest::newRow("nothing listens")
        << QByteArray() << u"http://127.0.0.1:%1/next"_s.arg(deadPort())
        << "refused the connection";
    QTest::newRow("no TLS there") << QByteArray() << "tls"
                                  << "no way to encrypt";
    QTest::newRow("no answer") << QByteArray() << ""
                               << "without an answer";
    QTest::newRow("half an answer") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        "1000\r\n\r\n<p>half") << ""
                                    << "ended the connection before";
    QTest::newRow("an empty 500") << StrangeServer::html({}, "500 Oops") << ""
                                  << "status 500";
    QTest::newRow("an empty 404") << StrangeServer::html({}, "404 Not Found") << ""
                                  << "status 404";
    QTest::newRow("round in a circle")
        << QByteArray("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n") << ""
        << "redirects the browser without end";
}

void PageTroublesTest::whatFailedIsShownSaidAndAskedForAgain()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    QFETCH(QString, said);
    PaneStage stage;
    stage.server.on("/first", StrangeServer::html("first"));
    stage.server.on("/next", answer);
    const QUrl next = url == "tls"_L1
        ? QUrl(u"https://localhost:%1/next"_s.arg(stage.server.serverPort()))
        : url.isEmpty() ? stage.server.url(u"/next"_s)
                        : QUrl(url);
    stage.pane->open(stage.server.url(u"/first"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/first"_s), 30'000);
    stage.view()->page()->runJavaScript(u"location = '%1'"_s.arg(next.toString()));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("browserTrouble"), 30'000);
    QVERIFY2(stage.text("browserTroubleDetail").contains(said),
        qPrintable(stage.text("browserTroubleDetail")));
    QVERIFY2(stage.text("browserTroubleDetail").contains(next.toString()),
        qPrintable(stage.text("browserTroubleDetail")));
    QCOMPARE(stage.address(), next.toString());
    QVERIFY(stage.told(Kind::LoadFailed, next.path()));

    // When the cause is gone, the same request succeeds.
    if (!url.isEmpty())
        return;
    stage.server.on("/next", StrangeServer::html("next"));
    stage.press("browserLoadAgain");
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/next"_s), 30'000);
    QVERIFY(!stage.sees("browserTrouble"));
    QCOMPARE(stage.address(), next.toString());
}

void PageTroublesTest::backLeadsFromAFailureToThePageBefore()
{
    PaneStage stage;
    stage.server.on("/first", StrangeServer::html("first"));
    stage.server.on("/next", QByteArray());
    stage.pane->open(stage.server.url(u"/first"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/first"_s), 30'000);
    stage.view()->setUrl(stage.server.url(u"/next"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("browserTrouble"), 30'000);
    QTRY_VERIFY(stage.find<QAbstractButton>("browserBack")->isEnabled());
    stage.press("browserBack");
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/first"_s), 30'000);
    QVERIFY(stage.address().endsWith("/first"_L1));
}

void PageTroublesTest::aFormThatFailedIsSentAgainOnlyAfterAQuestion()
{
    PaneStage stage;
    stage.server.on("/form",
        StrangeServer::html(
            "<form id=f method=post action=/approve><input name=code value=AB12></form>"));
    stage.server.on("/approve", QByteArray());
    stage.pane->open(stage.server.url(u"/form"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/form"_s), 30'000);
    stage.view()->page()->runJavaScript(u"f.submit()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("browserTrouble"), 30'000);
    const int sent = stage.server.count("POST", "/approve");
    stage.press("browserLoadAgain");
    QVERIFY(stage.sees("pageQuestion"));
    QVERIFY(stage.text("pageQuestionTitle").contains("once more"_L1));
    stage.press("pageQuestionNo");
    QVERIFY(!stage.sees("pageQuestion"));
    QVERIFY(stage.sees("browserTrouble"));

    QByteArray body;
    stage.server.on("/approve", [&body](const StrangeServer::Request& request) {
        body = request.method + ' ' + request.body;
        return StrangeServer::html("approved");
    });
    QCOMPARE(stage.server.count("POST", "/approve"), sent);
    stage.press("browserLoadAgain");
    stage.press("pageQuestionYes");
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/approve"_s), 30'000);
    QCOMPARE(body, QByteArray("POST code=AB12"));
}

void PageTroublesTest::aPageThatAFormBroughtIsSentAgainOnlyAfterAQuestion()
{
    PaneStage stage;
    stage.server.on("/form", StrangeServer::html("<form id=f method=post action=/approve></form>"));
    stage.server.on("/approve", StrangeServer::html("approved"));
    stage.pane->open(stage.server.url(u"/form"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/form"_s), 30'000);
    stage.view()->page()->runJavaScript(u"f.submit()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/approve"_s), 30'000);
    stage.press("browserReload");
    QVERIFY(stage.sees("pageQuestion"));
    stage.press("pageQuestionNo");
    QCOMPARE(stage.server.count("POST", "/approve"), 1);
    stage.press("browserReload");
    stage.press("pageQuestionYes");
    QTRY_COMPARE_WITH_TIMEOUT(stage.server.count("POST", "/approve"), 2, 30'000);
}

void PageTroublesTest::aRefusalWithAPageIsShownWithItsStatus()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("<p>not for you</p>", "403 Forbidden"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("browserNotice").contains("status 403"_L1), 30'000);
    QVERIFY(!stage.sees("browserTrouble"));
    QVERIFY(stage.told(Kind::Answered, u"403"_s));
}

void PageTroublesTest::aFrameThatFailsIsToldWithItsAddress()
{
    PaneStage stage;
    const QByteArray dead = "http://127.0.0.1:" + QByteArray::number(deadPort()) + "/framed";
    stage.server.on("/page", StrangeServer::html("<iframe src=\"" + dead + "\"></iframe>"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.told(Kind::FrameBlocked, QString::fromLatin1(dead) + u" stays empty"_s), 30'000);
    QVERIFY(!stage.sees("browserTrouble"));
}

void PageTroublesTest::aCrashedPageIsLoadedAgain()
{
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("page"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    ::kill(pid_t(stage.view()->page()->renderProcessPid()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("browserTrouble"), 30'000);
    QVERIFY(stage.told(Kind::LoadFailed, u"process"_s));
    stage.press("browserLoadAgain");
    QTRY_COMPARE_WITH_TIMEOUT(stage.server.count("GET", "/page"), 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
}

void PageTroublesTest::whoSignsInSeesThePage()
{
    PaneStage stage;
    stage.server.on("/page", [](const StrangeServer::Request& request) {
        return request.head.contains("Basic " + QByteArray("ana:open sesame").toBase64())
            ? StrangeServer::html("welcome")
            : askForName;
    });
    QString title;
    stage.whenSeen("pageQuestionPassword", [&] {
        title = stage.text("pageQuestionTitle") + stage.text("pageQuestionText");
        stage.find<QLineEdit>("pageQuestionUser")->setText(u"ana"_s);
        stage.find<QLineEdit>("pageQuestionPassword")->setText(u"open sesame"_s);
        stage.press("pageQuestionYes");
    });
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    QCOMPARE(stage.run(u"document.body.textContent"_s).toString(), u"welcome"_s);
    QVERIFY(title.contains("localhost"_L1) && title.contains("Partner"_L1));
    QVERIFY(stage.pane->findChild<QLineEdit*>("pageQuestionPassword")->text().isEmpty());
    for (const auto& hop : std::as_const(stage.hops))
        QVERIFY(!hop.detail.contains("sesame"_L1));
}

void PageTroublesTest::aWrongPasswordIsAskedThreeTimesThenSaid()
{
    PaneStage stage;
    stage.server.on("/page", askForName);
    int asked = 0;
    std::function<void()> tryAgain = [&] {
        ++asked;
        stage.find<QLineEdit>("pageQuestionUser")->setText(u"ana"_s);
        stage.find<QLineEdit>("pageQuestionPassword")->setText(u"wrong"_s);
        stage.press("pageQuestionYes");
        stage.whenSeen("pageQuestionPassword", tryAgain);
    };
    stage.whenSeen("pageQuestionPassword", tryAgain);
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Answered, u"three times"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("browserNotice").contains("401"_L1), 30'000);
    QCOMPARE(asked, 3);
    QTRY_COMPARE_WITH_TIMEOUT(
        stage.run(u"document.body.textContent"_s).toString(), u"who are you?"_s, 30'000);
}

void PageTroublesTest::nobodySignsIn()
{
    PaneStage stage;
    stage.server.on("/page", askForName);
    stage.whenSeen("pageQuestionPassword", [&] { stage.press("pageQuestionNo"); });
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Answered, u"nobody signed in"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("browserNotice").contains("401"_L1), 30'000);
    QCOMPARE(stage.server.count("GET", "/page"), 1);
}

void PageTroublesTest::whatIsNoPageIsRefusedWithALine_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("said");
    QTest::newRow("mail") << "location = 'mailto:ana@example.com'"
                          << "a mail to ana@example.com";
    QTest::newRow("call") << "location = 'tel:+4930123'"
                          << "a call to +4930123";
    QTest::newRow("another program") << "location = 'myapp://start'"
                                     << "the kind \"myapp:\"";
    QTest::newRow("not encrypted") << "location = 'http://example.com/'"
                                   << "not encrypted";
    QTest::newRow("a download") << "location = '/file.zip'"
                                << "a download (file.zip)";
    QTest::newRow("a permission") << "navigator.geolocation.getCurrentPosition(() => 1)"
                                  << "a permission";
}

void PageTroublesTest::whatIsNoPageIsRefusedWithALine()
{
    QFETCH(QString, script);
    QFETCH(QString, said);
    PaneStage stage;
    stage.server.on("/page", StrangeServer::html("page"));
    stage.server.on("/file.zip",
        QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: "
                   "2\r\nConnection: close\r\n\r\nPK"));
    stage.pane->open(stage.server.url(u"/page"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"/page"_s), 30'000);
    stage.view()->page()->runJavaScript(script);
    QTRY_VERIFY_WITH_TIMEOUT(stage.told(Kind::Refused, said), 30'000);
    QTRY_VERIFY2(
        stage.text("browserNotice").contains(said), qPrintable(stage.text("browserNotice")));
    QCOMPARE(stage.view()->url().path(), u"/page"_s);
    QVERIFY(!stage.sees("browserTrouble"));
}

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    const jetbridge::ui::Theme theme(settings);
    PageTroublesTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(PageTroublesTest, run)
#include "PageTroublesTest.moc"
