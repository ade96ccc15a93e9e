// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manners.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <qtestspontaneevent.h>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

namespace {

/// Turns the wheel as a mouse does it, towards the person. An event that is not the system's own
/// would not go on to the page around the field.
void turnWheel(QWidget& over)
{
    const QPointF at = over.rect().center();
    QWheelEvent turn(at, over.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&turn);
    qApp->notify(&over, &turn);
}

} // namespace

class MannersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWheelScrollsThePageAndChangesNoField()
    {
        QScrollArea area;
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        auto* choice = new QComboBox;
        choice->addItems({u"one"_s, u"two"_s, u"three"_s});
        auto* typed = new QComboBox;
        typed->setEditable(true);
        typed->addItems({u"one"_s, u"two"_s, u"three"_s});
        auto* number = new QSpinBox;
        auto* fraction = new QDoubleSpinBox;
        auto* date = new QDateEdit(QDate(2026, 11, 30));
        auto* tabs = new QTabBar;
        tabs->addTab(u"first"_s);
        tabs->addTab(u"second"_s);
        for (QWidget* field :
            std::initializer_list<QWidget*>{choice, typed, number, fraction, date, tabs})
            column->addWidget(field);
        column->addSpacing(4'000);
        area.setWidget(content);
        area.resize(300, 300);
        number->setValue(5);
        fraction->setValue(5);
        area.show();
        area.activateWindow();
        area.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        for (QWidget* field :
            std::initializer_list<QWidget*>{choice, typed, number, fraction, date, tabs}) {
            area.verticalScrollBar()->setValue(0);
            turnWheel(*field);
            QVERIFY2(area.verticalScrollBar()->value() > 0, field->metaObject()->className());
            QVERIFY(!field->hasFocus());
        }
        QCOMPARE(choice->currentIndex(), 0);
        QCOMPARE(typed->currentIndex(), 0);
        QCOMPARE(number->value(), 5);
        QCOMPARE(fraction->value(), 5.0);
        QCOMPARE(date->date(), QDate(2026, 11, 30));
        QCOMPARE(tabs->currentIndex(), 0);

        // Whoever is in the field turns its value.
        area.verticalScrollBar()->setValue(0);
        number->setFocus();
        turnWheel(*number);
        QCOMPARE(number->value(), 4);
        choice->setFocus();
        turnWheel(*choice);
        QCOMPARE(choice->currentIndex(), 1);
    }

    void returnPressesTheButtonWithTheFocus()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* button = new QPushButton(u"Go"_s);
        auto* tool = new QToolButton;
        auto* disabled = new QPushButton(u"No"_s);
        disabled->setEnabled(false);
        for (QWidget* one : std::initializer_list<QWidget*>{button, tool, disabled})
            column->addWidget(one);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy pressed(button, &QPushButton::clicked);
        QSignalSpy used(tool, &QToolButton::clicked);
        QSignalSpy never(disabled, &QPushButton::clicked);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
            for (QWidget* one : std::initializer_list<QWidget*>{button, tool, disabled})
                QTest::keyClick(
                    one, key, key == Qt::Key_Enter ? Qt::KeypadModifier : Qt::NoModifier);
        QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(pressed.size(), 2);
        QCOMPARE(used.size(), 2);
        QCOMPARE(never.size(), 0);
    }

    void aButtonThatIsBusyGetsTheFocusBack_data()
    {
        QTest::addColumn<bool>("hides");
        QTest::addRow("disabled") << false;
        QTest::addRow("hidden") << true;
    }

    void aButtonThatIsBusyGetsTheFocusBack()
    {
        QFETCH(bool, hides);
        QWidget window;
        auto* across = new QHBoxLayout(&window);
        auto* navigation = new QPushButton(u"Home"_s);
        auto* pages = new QStackedWidget;
        across->addWidget(navigation);
        across->addWidget(pages);
        auto* page = new QWidget;
        pages->addWidget(page);
        auto* column = new QVBoxLayout(page);
        auto* act = new QPushButton(u"Verify"_s);
        auto* forget = new QPushButton(u"Forget"_s);
        forget->setProperty("danger", true);
        auto* field = new QLineEdit;
        auto* other = new QPushButton(u"Other"_s);
        for (QWidget* one : std::initializer_list<QWidget*>{act, forget, field, other})
            column->addWidget(one);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto setBusy = [act, hides](bool busy) {
            if (hides)
                act->setVisible(!busy);
            else
                act->setEnabled(!busy);
        };

        act->setFocus();
        QVERIFY(act->hasFocus());
        setBusy(true);
        QVERIFY(other->hasFocus());
        setBusy(false);
        QVERIFY(act->hasFocus());

        // Whoever went elsewhere meanwhile stays there.
        setBusy(true);
        field->setFocus();
        setBusy(false);
        QVERIFY(field->hasFocus());

        // Nothing has the focus rather than a control that does harm.
        other->setEnabled(false);
        act->setFocus();
        setBusy(true);
        QCOMPARE(window.focusWidget(), nullptr);
        setBusy(false);
        QVERIFY(act->hasFocus());
    }

    void aListShowsItsLastEntryAsAWhole_data()
    {
        QTest::addColumn<int>("textSize");
        QTest::addColumn<int>("entries");
        for (const int size : {100, 150, 200})
            for (const int entries : {1, 3, 9})
                QTest::addRow("%d %%, %d entries", size, entries) << size << entries;
    }

    void aListShowsItsLastEntryAsAWhole()
    {
        QFETCH(int, textSize);
        QFETCH(int, entries);
        m_theme->setTextSize(textSize);
        QComboBox choice;
        for (int i = 0; i < entries; ++i)
            choice.addItem(u"production %1"_s.arg(i));
        choice.show();
        QVERIFY(QTest::qWaitForWindowExposed(&choice));
        choice.showPopup();
        const QAbstractItemView* list = choice.view();
        QTRY_VERIFY(list->isVisible());
        const QRect last = list->visualRect(choice.model()->index(entries - 1, 0));
        QVERIFY2(last.bottom() < list->viewport()->height(),
            qPrintable(u"%1 of %2"_s.arg(last.bottom()).arg(list->viewport()->height())));
        QVERIFY(last.height() >= list->fontMetrics().height());
        choice.hidePopup();
    }

    void aWindowFitsItsScreen()
    {
        QDialog dialog;
        dialog.resize(5'000, 5'000);
        dialog.move(300, 300);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const QRect screen = dialog.screen()->availableGeometry();
        QTRY_VERIFY(screen.contains(dialog.frameGeometry()));
        QDialog small;
        small.resize(200, 100);
        small.move(screen.right() - 50, screen.bottom() - 20);
        small.show();
        QVERIFY(QTest::qWaitForWindowExposed(&small));
        QTRY_VERIFY(screen.contains(small.frameGeometry()));
    }

public:
    Theme* m_theme = nullptr;
};

static int run(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    Theme theme(settings);
    const Manners manners;
    MannersTest test;
    test.m_theme = &theme;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(MannersTest, run)
#include "MannersTest.moc"
