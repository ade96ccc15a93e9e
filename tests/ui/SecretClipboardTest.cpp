// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SecretClipboard.h"
#include "console/Interruption.h"
#include "support/TestMain.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QProcess>
#include <QSessionManager>
#include <QSocketNotifier>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

constexpr char copyAndWait[] = "--copy-and-wait";
const QString secret = u"s3cret-of-globex"_s;

Secret theSecret()
{
    return Secret(secret.toUtf8());
}

QClipboard& clipboard()
{
    return *QGuiApplication::clipboard();
}

QTimer* clearSoon()
{
    auto* timer = qApp->findChild<QTimer*>(u"clearClipboardSoon"_s);
    return timer && timer->isActive() ? timer : nullptr;
}

} // namespace

class SecretClipboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        clipboard().clear();
        clipboard().clear(QClipboard::Selection);
    }

    void theLatestCopyCounts()
    {
        copyForAWhile(theSecret());
        QVERIFY(clearSoon());
        clearSoon()->start(20'000);
        copyForAWhile(Secret("another"));
        QVERIFY(clearSoon()->remainingTime() > 25'000);
        QCOMPARE(clipboard().text(), u"another"_s);
        QCOMPARE(
            clipboard().mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        clearSoon()->start(0);
        QTRY_VERIFY(clipboard().text().isEmpty());
        QVERIFY(!clearSoon());
    }

    void whatSomebodyCopiedMeanwhileStays()
    {
        copyForAWhile(theSecret());
        clipboard().setText(u"theirs"_s);
        clearSoon()->start(0);
        QTRY_VERIFY(!clearSoon());
        QCOMPARE(clipboard().text(), u"theirs"_s);
    }

    void quittingTakesItBack()
    {
        copyForAWhile(theSecret());
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QApplication::exec();
        QVERIFY(clipboard().text().isEmpty());
    }

    void aSignalTakesItBackIfItIsStillOurs_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("copiedMeanwhile"); // by somebody else; empty: nothing
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("SIGTERM") << SIGTERM << "" << QByteArray();
        QTest::newRow("SIGINT") << SIGINT << "" << QByteArray();
        QTest::newRow("SIGHUP") << SIGHUP << "" << QByteArray();
        QTest::newRow("theirs") << SIGTERM << "theirs" << QByteArray("theirs");
    }
    void aSignalTakesItBackIfItIsStillOurs()
    {
        QFETCH(int, number);
        QFETCH(QString, copiedMeanwhile);
        QFETCH(QByteArray, left);
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(),
            {u"SecretClipboardTest"_s, QLatin1String(copyAndWait)});
        QVERIFY(QTest::qWaitFor([&other] { return other.canReadLine(); }, 60'000));
        QCOMPARE(other.readLine().trimmed(), QByteArray("copied"));
        QTRY_COMPARE(clipboard().text(), secret); // whoever pastes now gets it
        if (!copiedMeanwhile.isEmpty()) {
            clipboard().setText(copiedMeanwhile);
            other.write("look\n");
            QVERIFY(QTest::qWaitFor([&other] { return other.canReadLine(); }, 60'000));
            QCOMPARE(other.readLine().trimmed(), copiedMeanwhile.toUtf8());
        }
        ::kill(pid_t(other.processId()), number);
        // It may ask this process what is in the clipboard.
        QVERIFY(
            QTest::qWaitFor([&other] { return other.state() == QProcess::NotRunning; }, 60'000));
        QCOMPARE(other.exitStatus(), QProcess::NormalExit);
        QCOMPARE(other.readAllStandardOutput().trimmed(), left);
    }

    void theEndOfTheSessionTakesItBack()
    {
        copyForAWhile(theSecret());
        // A test cannot make a real QSessionManager; nothing looks at this one.
        alignas(QSessionManager) char nobody[sizeof(QSessionManager)] = {};
        Q_EMIT qApp->commitDataRequest(reinterpret_cast<QSessionManager&>(nobody));
        QVERIFY(clipboard().text().isEmpty());
    }

    void aSecretThatIsSelectedByMouseOrKeysIsTakenBackToo()
    {
        if (!clipboard().supportsSelection())
            QSKIP("There is no selection to paste from here.");
        watchCopiesOf(theSecret());
        QLabel label(secret);
        label.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label.show();
        label.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&label));
        QTest::mouseDClick(&label, Qt::LeftButton, {}, label.rect().center());
        label.setSelection(0, int(secret.size()));
        label.setFocus();
        QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
        clipboard().setText(secret, QClipboard::Selection); // as releasing the mouse button does
        QTRY_VERIFY(clearSoon());
        QTRY_VERIFY(clipboard().mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        clearSoon()->start(0);
        QTRY_VERIFY(clipboard().text().isEmpty());
        QVERIFY(clipboard().text(QClipboard::Selection).isEmpty());
    }
};

/// A program as the window is one: it copies a secret, goes on until a signal ends it, and then
/// says what it has left in the clipboard.
static int copyUntilInterrupted(int argc, char** argv)
{
    QApplication app(argc, argv);
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::raised, &app, &QCoreApplication::quit);
    copyForAWhile(theSecret());
    QTextStream out(stdout);
    QTextStream in(stdin);
    QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &app, [&] {
        in.readLine();
        out << clipboard().text() << Qt::endl;
    });
    QTimer::singleShot(0, &app, [&out] { out << "copied" << Qt::endl; });
    QApplication::exec();
    out << clipboard().text() << Qt::endl;
    return 0;
}

static int run(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], copyAndWait) == 0)
        return copyUntilInterrupted(argc, argv);
    return jetbridge::test::runTest<QApplication, SecretClipboardTest>(argc, argv);
}

JETBRIDGE_TEST_MAIN(SecretClipboardTest, run)
#include "SecretClipboardTest.moc"
