// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/CompareView.h"
#include "parts/ColumnScroll.h"
#include "parts/Theme.h"
#include "support/TestMain.h"

#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

/// Colours of a comparison of two exchanges.
class CompareViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differencesAreReadableInEveryTheme()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        Theme theme(settings);
        theme.setScheme(Theme::Scheme::Light);
        auto* view = new CompareView;
        ColumnScroll card(view, 0); // whose content is transparent
        Exchange first;
        first.method = "GET";
        first.url = QUrl(u"https://api.example/one"_s);
        Exchange second = first;
        second.url = QUrl(u"https://api.example/two"_s);
        view->show(first, second);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        auto* request = view->findChild<QPlainTextEdit*>(u"compareRequest"_s);
        const auto isReadable = [request](const Tokens& tokens) {
            const QList<QTextEdit::ExtraSelection> marks = request->extraSelections();
            return marks.size() == 2 && marks.at(0).format.background().color() == tokens.badBack
                && marks.at(1).format.background().color() == tokens.okBack
                && marks.at(0).format.foreground().color() == tokens.text
                && marks.at(1).format.foreground().color() == tokens.text;
        };
        QVERIFY(isReadable(lightTokens()));
        // The theme changes while the comparison is read.
        theme.setScheme(Theme::Scheme::Dark);
        QTRY_VERIFY(isReadable(darkTokens()));
        theme.setScheme(Theme::Scheme::Light);
        QTRY_VERIFY(isReadable(lightTokens()));
    }
};

JETBRIDGE_GUI_TEST(CompareViewTest)
#include "CompareViewTest.moc"
