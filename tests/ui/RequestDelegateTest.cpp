// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/RequestDelegate.h"
#include "support/TestMain.h"

#include <QFontMetrics>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

class RequestDelegateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLongRequestKeepsItsMethodAndTheEndOfItsPath_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("room"); // text that has just enough room
        QTest::addColumn<QString>("shown");
        const QString call = u"POST /apps-integrations/partner-api/integrations"_s;
        QTest::newRow("one part less") << call << u"POST \u2026/partner-api/integrations"_s
                                       << u"POST \u2026/partner-api/integrations"_s;
        QTest::newRow("the last part")
            << call << u"POST \u2026/integrations"_s << u"POST \u2026/integrations"_s;
        QTest::newRow("between both")
            << call << u"POST \u2026/integrations wide"_s << u"POST \u2026/integrations"_s;
        QTest::newRow("an identifier")
            << u"GET /integrations/3f2a"_s << u"GET \u2026/3f2a"_s << u"GET \u2026/3f2a"_s;
    }

    void aLongRequestKeepsItsMethodAndTheEndOfItsPath()
    {
        QFETCH(QString, request);
        QFETCH(QString, room);
        QFETCH(QString, shown);
        const QFontMetrics letters{QFont()};
        QCOMPARE(RequestDelegate::cut(request, letters, letters.horizontalAdvance(room)), shown);
    }

    void aPathOfOnePartKeepsItsLastLetters()
    {
        const QFontMetrics letters{QFont()};
        const QString cut = RequestDelegate::cut(u"GET /a-very-long-single-part"_s, letters,
            letters.horizontalAdvance(u"GET \u2026single-part"_s));
        QVERIFY2(cut.startsWith(u"GET \u2026"_s) && cut.endsWith("part"_L1), qPrintable(cut));
    }
};

JETBRIDGE_GUI_TEST(RequestDelegateTest)
#include "RequestDelegateTest.moc"
