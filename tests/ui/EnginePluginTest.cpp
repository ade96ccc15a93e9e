// SPDX-License-Identifier: GPL-3.0-or-later
//
// Not linked with WebEngine, as the program is not: the engine comes with the first page.
#include "browser/BrowserPane.h"
#include "support/TestMain.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <filesystem>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

namespace {

bool isEngineLoaded()
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libQt6WebEngineCore");
}

class Site : public QTcpServer {
public:
    Site()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                              "Content-Length: 12\r\nConnection: close\r\n\r\n<p>There</p>");
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/"_s.arg(serverPort())); }
};

/// Child process, a copy of this program in a folder without the plugin: prints what its pane
/// shows.
int sayTrouble()
{
    BrowserPane pane;
    pane.show();
    pane.open(QUrl(u"http://127.0.0.1:1/"_s));
    const auto text = [&pane](const char* name) {
        return pane.findChild<QLabel*>(QLatin1String(name))->text().toUtf8();
    };
    std::printf("%s|%s|%d|%d\n", text("browserTroubleTitle").constData(),
        text("browserTroubleDetail").constData(), pane.isOpen(),
        pane.findChild<QPushButton*>(u"browserLoadAgain"_s)->isVisible());
    return 0;
}

} // namespace

class EnginePluginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEngineIsLoadedWithTheFirstPageInAWindowThatIsThere()
    {
        const Site site;
        BrowserPane pane;
        QSignalSpy loads(&pane, &BrowserPane::loaded);
        QSignalSpy failures(&pane, &BrowserPane::loadFailed);
        pane.resize(900, 600);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QVERIFY(!isEngineLoaded());

        pane.open(site.url());
        QVERIFY(isEngineLoaded());
        QTRY_COMPARE_WITH_TIMEOUT(loads.size(), 1, 60'000);
        pane.close();
        QVERIFY(!pane.isOpen());
        pane.open(site.url());
        QTRY_COMPARE_WITH_TIMEOUT(loads.size(), 2, 60'000);
        QVERIFY(failures.isEmpty());
    }

    void aMissingEngineIsSaidAndWhatToDoInstead()
    {
        const QString program = QCoreApplication::applicationFilePath();
        const QTemporaryDir folder(QFileInfo(program).path() + u"/alone-XXXXXX"_s);
        const QString alone = folder.filePath(u"program"_s);
        std::filesystem::create_hard_link(program.toStdString(), alone.toStdString());
        QProcess child;
        child.start(alone, {u"EnginePluginTest"_s, u"alone"_s});
        QVERIFY(child.waitForFinished(60'000));
        const QList<QByteArray> said = child.readAllStandardOutput().trimmed().split('|');
        QCOMPARE(said.value(0), QByteArray("The embedded browser is not installed."));
        QVERIFY2(said.value(1).contains("use your web browser"), said.value(1).constData());
        QCOMPARE(said.value(2), QByteArray("0")); // nothing is open,
        QCOMPARE(said.value(3), QByteArray("0")); // and loading it again would not help
    }
};

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (app.arguments().value(1) == "alone"_L1)
        return sayTrouble();
    EnginePluginTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(EnginePluginTest, run)
#include "EnginePluginTest.moc"
