// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/BrowserPane.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

namespace {

/// Pages of strangers: one redirects, one sets cookies, frames another page and has a faulty
/// script, and one forbids to be framed.
class Strangers : public QTcpServer {
public:
    Strangers()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray head = socket->readAll();
                socket->write(answer(head.split(' ').value(1)));
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url(const QString& host, const QString& path) const
    {
        return QUrl(u"http://%1:%2%3"_s.arg(host).arg(serverPort()).arg(path));
    }

private:
    static QByteArray page(const QByteArray& headers, const QByteArray& body)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n"
            + body;
    }
    QByteArray frame(const char* path) const
    {
        return "<iframe src=\"" + url(u"127.0.0.1"_s, QString::fromLatin1(path)).toEncoded()
            + "\"></iframe>";
    }
    QByteArray answer(const QByteArray& path) const
    {
        if (path == "/start")
            return "HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\nConnection: "
                   "close\r\n\r\n";
        if (path == "/framed")
            return page("X-Frame-Options: DENY\r\n", "<p>not in a frame</p>");
        if (path == "/framed-by-policy")
            return page("Content-Security-Policy: frame-ancestors 'none'\r\n", "<p>not here</p>");
        if (path == "/page")
            return page("Set-Cookie: session=VERY-PRIVATE; HttpOnly; SameSite=Lax\r\n",
                frame("/framed-by-policy")
                    + "<script>document.cookie='seen=ALSO-PRIVATE';throw new "
                      "Error('broken')</script>");
        if (path == "/legacy")
            return page({}, frame("/framed"));
        return page({}, {});
    }
};

} // namespace

class BrowserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHopOfThePageIsToldAndNoCookieByItsValue();
    void thePageIsZoomedByKeysAndStaysSo();
};

void BrowserTest::everyHopOfThePageIsToldAndNoCookieByItsValue()
{
    Strangers strangers;
    BrowserPane pane;
    QList<BrowserHop> hops;
    connect(&pane, &BrowserPane::hop, this, [&hops](const BrowserHop& hop) { hops.append(hop); });
    pane.resize(900, 600);
    pane.show();
    pane.open(strangers.url(u"localhost"_s, u"/start"_s));
    const auto told = [&hops](BrowserHop::Kind kind, const QString& part) {
        return std::any_of(hops.cbegin(), hops.cend(), [&](const BrowserHop& hop) {
            return hop.kind == kind
                && (hop.detail.contains(part) || hop.url.toString().contains(part));
        });
    };
    using Kind = BrowserHop::Kind;
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::Opened, u"/start"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::Redirected, u"/page"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::FrameOpened, u"/framed-by-policy"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::FrameBlocked, u"frame-ancestors"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::ConsoleError, u"broken"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::CookieSet, u"session; HttpOnly"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::CookieSet, u"seen"_s), 30'000);
    QVERIFY(told(Kind::CookieSet, u"localhost"_s));
    pane.open(strangers.url(u"localhost"_s, u"/legacy"_s));
    // The engine reports it, or else the frame that stays empty.
    QTRY_VERIFY_WITH_TIMEOUT(told(Kind::FrameBlocked, u"X-Frame-Options"_s), 30'000);
    for (const BrowserHop& hop : std::as_const(hops))
        QVERIFY2(!hop.detail.contains("PRIVATE"_L1), qPrintable(hop.detail));
}

void BrowserTest::thePageIsZoomedByKeysAndStaysSo()
{
    Strangers strangers;
    BrowserPane pane;
    pane.resize(900, 600);
    pane.show();
    pane.open(strangers.url(u"localhost"_s, u"/page"_s));
    auto* view = pane.findChild<QWebEngineView*>();
    QTRY_VERIFY_WITH_TIMEOUT(view->url().path() == "/page"_L1, 30'000);
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QTest::keyClick(&pane, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&pane, Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(pane.zoom(), 125);
    QCOMPARE(view->zoomFactor(), 1.25);
    QCOMPARE(pane.findChild<QToolButton*>(u"browserZoom"_s)->text(), u"125 %"_s);
    // Another host and another browser keep the zoom.
    view->setUrl(strangers.url(u"127.0.0.1"_s, u"/other"_s));
    QTRY_VERIFY_WITH_TIMEOUT(view->url().host() == "127.0.0.1"_L1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(view->zoomFactor(), 1.25, 10'000);
    QTest::keyClick(&pane, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(pane.zoom(), 110);
    QTest::keyClick(&pane, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(pane.zoom(), 100);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&pane, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(pane.zoom(), 500);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&pane, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(pane.zoom(), 25);
}

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    const Theme theme(settings);
    BrowserTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(BrowserTest, run)
#include "BrowserTest.moc"
