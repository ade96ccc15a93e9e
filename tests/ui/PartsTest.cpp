// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Parts.h"
#include "parts/Form.h"
#include "parts/StatusWords.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

/// Nothing moves under the pointer.
class PartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aUnitHasTheFormThatItsNumberAsksFor()
    {
        QSpinBox box;
        form::setUnit(
            &box, [](int days) { return days == 1 ? u"1 day"_s : u"%1 days"_s.arg(days); });
        QCOMPARE(box.text(), u"0 days"_s);
        box.setValue(1);
        QCOMPARE(box.text(), u"1 day"_s);
        box.setValue(11);
        QCOMPARE(box.text(), u"11 days"_s);
        QCOMPARE(box.value(), 11);
    }

    void aTimeIsRelativeAndExactInTheTooltip()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(relativeTime(now.addSecs(-30)), u"just now"_s);
        QCOMPARE(relativeTime(now.addSecs(-3 * 60)), u"3 min ago"_s);
        QCOMPARE(timeUntil(now.addSecs(28 * 60 + 50)), u"in 28 min"_s);
        QCOMPARE(exactTime(now), QLocale().toString(now.toLocalTime(), QLocale::LongFormat));
        QVERIFY(relativeTime({}).isEmpty());
        QVERIFY(exactTime({}).isEmpty());
    }

    void aButtonIsAsWideAsTheLongestOfItsTexts()
    {
        QWidget window;
        auto* across = new QHBoxLayout(&window);
        const QStringList texts{u"Get token"_s, u"Get another token"_s};
        QPushButton* changing = parts::changingButton(&window, "changing"_L1, texts);
        QPushButton* beside = parts::button(&window, "beside"_L1, u"Beside"_s);
        QPushButton* longest = parts::button(&window, "longest"_L1, texts.last());
        for (QWidget* one : {changing, beside, longest})
            across->addWidget(one);
        across->addStretch();
        window.resize(900, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(changing->text(), texts.first());
        QCOMPARE(changing->width(), longest->width());
        const int before = beside->x();
        changing->setText(texts.last());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(changing->width(), longest->width());
        QCOMPARE(beside->x(), before);
    }

    void aMessageMovesNothing()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        QLabel* message = parts::text(&window, "message"_L1);
        QPushButton* below = parts::button(&window, "below"_L1, u"Save"_s);
        column->addWidget(form::reserveLine(message));
        column->addWidget(below);
        column->addStretch();
        window.resize(400, 200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!message->isVisible());
        const int before = below->y();
        for (const QString& sentence : {u"Saved."_s, QString()}) {
            form::say(message, Tone::Good, sentence);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(message->isVisible(), !sentence.isEmpty());
            QCOMPARE(below->y(), before);
        }
    }
};

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    const Theme theme(settings);
    PartsTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(PartsTest, run)
#include "PartsTest.moc"
