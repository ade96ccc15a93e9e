// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Harmless.h"

#include "domain/CompanyId.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Text of others is shown and has no effect.
class HarmlessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void othersTextStaysOnItsLineAndSteersNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, const QString& text, const char* line) {
            QTest::newRow(name) << text << QString::fromUtf8(line);
        };
        row("plain", u"Globex"_s, "Globex");
        row("accents", u"Łódź ä"_s, "Łódź ä");
        row("a line break", u"Globex\nDone: all"_s, "Globex\\u000aDone: all");
        row("a carriage return", u"Globex\rDone"_s, "Globex\\u000dDone");
        row("a line separator", QString(QChar(0x2028)), "\\u2028");
        row("a paragraph separator", QString(QChar(0x2029)), "\\u2029");
        row("an escape", u"\x1b[31m"_s, "\\u001b[31m");
        row("C1", QString(QChar(0x9B)) + u"31m"_s, "\\u009b31m");
        row("delete", QString(QChar(0x7F)), "\\u007f");
        row("a bidi override", u"abc"_s + QChar(0x202E) + u"fdp.exe"_s, "abc\\u202efdp.exe");
        row("a bidi isolate", QString(QChar(0x2066)), "\\u2066");
        row("an emoji", QString::fromUcs4(U"\U0001F600"), "\U0001F600");
        row("a family, joined", QString::fromUcs4(U"\U0001F468\u200D\U0001F469"),
            "\U0001F468\u200D\U0001F469");
        row("Gothic", QString::fromUcs4(U"\U00010330\U00010331"), "\U00010330\U00010331");
        row("half a character", QString(QChar(0xD83D)), "\uFFFD");
    }
    void othersTextStaysOnItsLineAndSteersNothing()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QCOMPARE(harmless::line(text), line);
        QCOMPARE(harmless::line(harmless::lines(text).remove(u'\n')),
            harmless::line(QString(text).remove(u'\n')));
    }

    void severalLinesStaySeveral()
    {
        QCOMPARE(harmless::lines(u"one\r\n\ttwo\x1b\rthree"_s), u"one\n\ttwo\\u001b\\u000dthree"_s);
    }

    void jsonSaysTheSameWithoutWhatATerminalObeys()
    {
        const QJsonObject object{{u"name"_s, u"a\n\u009b31m\u007f ä \u20ac"_s}};
        const QByteArray plain = QJsonDocument(object).toJson(QJsonDocument::Compact);
        const QByteArray harmless = harmless::json(plain);
        QVERIFY(plain.contains("\xC2\x9B"));
        QVERIFY(!harmless.contains("\xC2\x9B"));
        QVERIFY(!harmless.contains('\x7F'));
        QVERIFY(harmless.contains("\\u009b31m\\u007f"));
        QCOMPARE(QJsonDocument::fromJson(harmless).object(), object);
    }

    void markupIsText()
    {
        QCOMPARE(harmless::markdown(u"a|b\n# <i>[x](y)"_s), u"a\\|b \\# \\<i\\>\\[x\\](y)"_s);
        QCOMPARE(harmless::html(u"<b>\"x\"\x1b"_s), u"&lt;b&gt;&quot;x&quot;\\u001b"_s);
    }

    void nothingIsCutInHalf()
    {
        const QString faces = QString::fromUcs4(U"\U0001F600\U0001F600\U0001F600");
        QCOMPARE(harmless::length(faces), 3);
        QCOMPARE(harmless::shortened(faces, 3), faces);
        QCOMPARE(harmless::shortened(faces, 2), QString::fromUcs4(U"\U0001F600\u2026"));
        // A refusal shows the text that was typed.
        const auto refused = checkCompanyId(CompanyId(faces + u"\n\x1b"_s));
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.english().contains(faces));
        QVERIFY(!refused.error().detail.english().contains(u'\n'));
    }
};

JETBRIDGE_TEST(HarmlessTest)
#include "HarmlessTest.moc"
