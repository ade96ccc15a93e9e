// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/RowDelegate.h"

#include "parts/Form.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

class RowDelegateTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QStandardItem* cell(const QString& text) { return new QStandardItem(text); }

    static QImage painted(QTableView& table)
    {
        table.viewport()->update();
        return table.viewport()->grab().toImage();
    }

private Q_SLOTS:
    void aCellLooksAsTheStyleSheetSays_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::addColumn<int>("textSize");
        QTest::newRow("light") << Theme::Scheme::Light << 100;
        QTest::newRow("dark") << Theme::Scheme::Dark << 100;
        QTest::newRow("large") << Theme::Scheme::Light << 200;
    }
    void aCellLooksAsTheStyleSheetSays()
    {
        QFETCH(Theme::Scheme, scheme);
        QFETCH(int, textSize);
        QSettings settings(
            m_folder.filePath(QLatin1String(QTest::currentDataTag())), QSettings::IniFormat);
        Theme theme(settings);
        theme.setScheme(scheme);
        theme.setTextSize(textSize);

        QStandardItemModel model;
        auto* live = cell(u"Live"_s);
        live->setIcon(lineIcon("ok", Tone::Good));
        auto* took = cell(u"12 ms"_s);
        took->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model.appendRow({cell(u"Acme Ltd"_s), live, took});
        model.appendRow({cell(u"Łódź Großhändler & Söhne, a name far too long"_s), cell(QString()),
            cell(u"كاتب"_s)});
        model.appendRow({cell(u"This one is selected"_s), live->clone(), cell(u"at last"_s)});
        QTableView table;
        table.setModel(&model);
        form::asRows(&table);
        table.resize(800, 320);
        table.setColumnWidth(0, 320);
        table.selectRow(2);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));

        auto* ours = dynamic_cast<RowDelegate*>(table.itemDelegate());
        QVERIFY(ours);
        const QImage first = painted(table);
        QCOMPARE(painted(table), first); // from its cache
        QStyledItemDelegate styled;
        table.setItemDelegate(&styled);
        QCOMPARE(first, painted(table));
        table.setItemDelegate(ours);
    }
};

JETBRIDGE_GUI_TEST(RowDelegateTest)
#include "RowDelegateTest.moc"
