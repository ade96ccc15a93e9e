// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CompanyId.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class CompanyIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMayMeanSomethingElseIsNoCompany_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("a word") << u"globex"_s << true;
        QTest::newRow("a UUID") << u"7cbc0f64-0000-4000-8000-000000000001"_s << true;
        QTest::newRow("marks") << u"Globex_Corp.2~x"_s << true;
        QTest::newRow("the longest") << QString(128, QLatin1Char('a')) << true;
        QTest::newRow("one more") << QString(129, QLatin1Char('a')) << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a space") << u"glo bex"_s << false;
        QTest::newRow("a line break at the end") << u"globex\n"_s << false;
        QTest::newRow("a path") << u"../globex"_s << false;
        QTest::newRow("this folder") << u"."_s << false;
        QTest::newRow("the folder above") << u".."_s << false;
        QTest::newRow("what was no UTF-8") << u"globex\uFFFD"_s << false;
        QTest::newRow("another alphabet") << u"gl\u043Ebex"_s << false;
    }

    void whatMayMeanSomethingElseIsNoCompany()
    {
        QFETCH(QString, text);
        QFETCH(bool, isOne);
        const auto sound = checkCompanyId(CompanyId(text));
        QCOMPARE(sound.has_value(), isOne);
        if (isOne)
            return;
        QCOMPARE(sound.error().kind, FailureKind::Invalid);
        QVERIFY2(sound.error().detail.english().size() < 250, qPrintable(sound.error().detail));
        QVERIFY(!sound.error().detail.english().contains(QLatin1Char('\n')));
    }
};

JETBRIDGE_TEST(CompanyIdTest)
#include "CompanyIdTest.moc"
