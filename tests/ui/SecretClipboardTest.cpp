// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SecretClipboard.h"
#include "support/TestMain.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QSessionManager>
#include <QTest>
#include <QTimer>

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

const QString secret = QStringLiteral("s3cret-of-globex");

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
    auto* timer = qApp->findChild<QTimer*>(QStringLiteral("clearClipboardSoon"));
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
        QCOMPARE(clipboard().text(), QStringLiteral("another"));
        QCOMPARE(clipboard().mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
            QByteArray("secret"));
        clearSoon()->start(0);
        QTRY_VERIFY(clipboard().text().isEmpty());
        QVERIFY(!clearSoon());
    }

    void whatSomebodyCopiedMeanwhileStays()
    {
        copyForAWhile(theSecret());
        clipboard().setText(QStringLiteral("theirs"));
        clearSoon()->start(0);
        QTRY_VERIFY(!clearSoon());
        QCOMPARE(clipboard().text(), QStringLiteral("theirs"));
    }

    void quittingTakesItBack()
    {
        copyForAWhile(theSecret());
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QApplication::exec();
        QVERIFY(clipboard().text().isEmpty());
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
        QTRY_VERIFY(clipboard().mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
        clearSoon()->start(0);
        QTRY_VERIFY(clipboard().text().isEmpty());
        QVERIFY(clipboard().text(QClipboard::Selection).isEmpty());
    }
};

JETBRIDGE_GUI_TEST(SecretClipboardTest)
#include "SecretClipboardTest.moc"
