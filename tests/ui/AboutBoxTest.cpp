// SPDX-License-Identifier: GPL-3.0-or-later
#include "AboutBox.h"
#include "Actions.h"
#include "support/TestMain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

/// Tests the dialog that names versions and licences.
class AboutBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMenuOpensItAndItNamesVersionsAndLicences()
    {
        QMainWindow window;
        Actions actions(window);
        QAction demo(u"Demo"_s);
        auto* button = actions.menuButton({&demo}, &window);
        const auto* menu = button->findChild<QMenu*>(u"mainMenuEntries"_s);
        QVERIFY(menu);
        for (QAction* entry : menu->actions())
            if (entry->text().startsWith(u"About"_s))
                entry->trigger();
        auto* box = window.findChild<AboutBox*>(u"aboutBox"_s);
        QVERIFY(box);
        const auto text = [box](const char* name) {
            return box->findChild<QLabel*>(QLatin1String(name))->text();
        };
        QCOMPARE(text("aboutTitle"), u"Jetbridge " JETBRIDGE_VERSION ""_s);
        QVERIFY(text("aboutLibraries").contains(QLatin1String(qVersion())));
        QVERIFY(text("aboutLibraries").contains("OpenSSL"_L1));
        QVERIFY(text("aboutLicence").contains("GNU General Public License"_L1));
        QVERIFY(text("aboutLicences").contains("QtKeychain (BSD-3-Clause)"_L1));
        // The program beside the tests tells its engine, or that it has none.
        const QString asking = text("aboutEngine");
        QTRY_VERIFY_WITH_TIMEOUT(text("aboutEngine") != asking, 60'000);
        QVERIFY(!text("aboutEngine").isEmpty());

        box->findChild<QPushButton*>(u"aboutCopy"_s)->click();
        const QStringList copied = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(copied.first(), u"Jetbridge " JETBRIDGE_VERSION ""_s);
        QVERIFY(copied.contains(text("aboutEngine")));
        QVERIFY(copied.contains(u"Qt %1"_s.arg(QLatin1String(qVersion()))));
        const QPointer<AboutBox> watched(box);
        box->findChild<QPushButton*>(u"aboutClose"_s)->click();
        QTRY_VERIFY(!watched);
    }
};

JETBRIDGE_GUI_TEST(AboutBoxTest)
#include "AboutBoxTest.moc"
