// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QHeaderView>
#include <QPainter>
#include <QSettings>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

/// The desktop portal's settings, on a connection of its own.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    bool isDark = false;
    bool moves = true;

    Portal()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~Portal() override
    {
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString&)
    {
        return QDBusVariant(group == "org.freedesktop.appearance"_L1
                ? QVariant(uint(isDark ? 1 : 0))
                : QVariant(moves));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
};

namespace {

bool moves()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

/// Returns the picture of a table heading.
QImage painted(const QStyleOptionHeader& heading, const QHeaderView& view)
{
    QImage image(heading.rect.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    view.style()->drawControl(QStyle::CE_Header, &heading, &painter, &view);
    return image;
}

/// Returns the rectangle in which two pictures of the same size differ.
QRect difference(const QImage& one, const QImage& other)
{
    QRect differs;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (one.pixel(x, y) != other.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
    return differs;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(u"window.ini"_s), QSettings::IniFormat);
    }

    void itFollowsTheSystemAndItsChanges()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("There is no session bus here.");
        Portal portal;
        portal.isDark = true;
        portal.moves = false;
        const Theme theme(*m_settings);
        QTRY_VERIFY(theme.isDark());
        QTRY_VERIFY(!moves());
        // The signal is repeated until it is received, because the portal may send it before the
        // bus knows the listener.
        const auto hears = [](const auto& say, const auto& isSo) {
            return QTest::qWaitFor([&] {
                say();
                return QTest::qWaitFor(isSo, 100);
            });
        };
        QVERIFY(hears(
            [&portal] {
                Q_EMIT portal.SettingChanged(
                    u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
            },
            [&theme] { return !theme.isDark(); }));
        QCOMPARE(tokensOf(QApplication::palette()).canvas, lightTokens().canvas);
        QVERIFY(hears(
            [&portal] {
                Q_EMIT portal.SettingChanged(
                    u"org.gnome.desktop.interface"_s, u"enable-animations"_s, QDBusVariant(true));
            },
            [] { return moves(); }));
    }

    void motionCanBeSwitchedOffAndThatIsRemembered()
    {
        {
            Theme theme(*m_settings);
            QVERIFY(theme.mayMove());
            QVERIFY(moves());
            theme.setMayMove(false);
            QVERIFY(!moves());
        }
        const Theme again(*m_settings);
        QVERIFY(!again.mayMove());
        QVERIFY(!moves());
    }

    void iconsGrowWithTheText()
    {
        Theme theme(*m_settings);
        QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize), 20);
        theme.setTextSize(200);
        QCOMPARE(QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize), 40);
        theme.setTextSize(100);
    }

    void anIconIsAsSharpAsTheScreen()
    {
        const Theme theme(*m_settings);
        const QPixmap twice = lineIcon("customers").pixmap(QSize(20, 20), 2.0);
        QCOMPARE(twice.size(), QSize(40, 40));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
        // Its lines are drawn at this size: a stretched picture would have no pixel of the full
        // colour.
        const QImage image = twice.toImage();
        int full = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                full += image.pixelColor(x, y).alpha() == 255;
        QVERIFY2(full > 40, qPrintable(QString::number(full)));
    }

    void anIconIsDrawnOnceForEachSizeAndColour()
    {
        Theme theme(*m_settings);
        theme.setScheme(Theme::Scheme::Light);
        const auto drawn = [](int side, Tone tone) {
            return lineIcon("ok", tone).pixmap(QSize(side, side), 1.0);
        };
        const QPixmap light = drawn(20, Tone::Good);
        QCOMPARE(drawn(20, Tone::Good).cacheKey(), light.cacheKey());
        QVERIFY(drawn(24, Tone::Good).cacheKey() != light.cacheKey());
        QVERIFY(drawn(20, Tone::Bad).toImage() != light.toImage());
        theme.setScheme(Theme::Scheme::Dark);
        QVERIFY(drawn(20, Tone::Good).toImage() != light.toImage());
    }

    void theArrowOfASortedHeadingStandsBehindItsLettersAndTakesNoneOfTheirRoom()
    {
        const Theme theme(*m_settings);
        QTableView table;
        table.setObjectName(u"customersTable"_s);
        QHeaderView* view = table.horizontalHeader();
        view->ensurePolished();
        QStyleOptionHeader heading;
        heading.initFrom(view);
        heading.state |= QStyle::State_Horizontal;
        heading.rect = QRect(0, 0, 160, 32);
        heading.text = u"Company"_s;
        const auto letters = [&] {
            return view->style()->subElementRect(QStyle::SE_HeaderLabel, &heading, view);
        };
        const QRect unsortedLetters = letters();
        const QImage unsorted = painted(heading, *view);
        for (const auto order : {QStyleOptionHeader::SortUp, QStyleOptionHeader::SortDown}) {
            heading.sortIndicator = order;
            QCOMPARE(letters(), unsortedLetters);
            const QRect arrow = difference(unsorted, painted(heading, *view));
            const int end =
                unsortedLetters.x() + view->fontMetrics().horizontalAdvance(heading.text);
            QVERIFY(arrow.isValid());
            QVERIFY2(arrow.left() >= end && arrow.right() < end + 20 && arrow.height() <= 12,
                qPrintable(u"%1 to %2 behind %3, %4 high"_s.arg(arrow.left())
                               .arg(arrow.right())
                               .arg(end)
                               .arg(arrow.height())));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

JETBRIDGE_GUI_TEST(ThemeTest)
#include "ThemeTest.moc"
