// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Tokens.h"
#include "support/TestMain.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::ui;

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnItsBackground_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("background");
        QTest::addColumn<double>("least");
        for (const bool dark : {false, true}) {
            const Tokens& t = dark ? darkTokens() : lightTokens();
            const char* name = dark ? "dark" : "light";
            const auto add = [name](const char* what, const QColor& text, const QColor& back,
                                 double least = 4.5) {
                QTest::addRow("%s: %s", name, what) << text << back << least;
            };
            for (const auto& [where, back] :
                {std::pair{"canvas", t.canvas}, std::pair{"surface", t.surface}}) {
                add(qPrintable(u"text on %1"_s.arg(QLatin1String(where))), t.text, back);
                add(qPrintable(u"muted on %1"_s.arg(QLatin1String(where))), t.muted, back);
                add(qPrintable(u"accent on %1"_s.arg(QLatin1String(where))), t.accent, back);
                add(qPrintable(u"border on %1"_s.arg(QLatin1String(where))), t.border, back, 3);
            }
            // Tones are used for words in tables and on cards, on every coloured background.
            for (const auto& [tone, color] :
                {std::pair{"ok", t.ok}, std::pair{"warn", t.warn}, std::pair{"bad", t.bad}})
                for (const auto& [where, back] : {std::pair{"canvas", t.canvas},
                         std::pair{"surface", t.surface}, std::pair{"info", t.infoBack}})
                    add(qPrintable(u"%1 on %2"_s.arg(QLatin1String(tone), QLatin1String(where))),
                        color, back);
            for (const auto& [where, back] :
                {std::pair{"ok", t.okBack}, std::pair{"warn", t.warnBack},
                    std::pair{"bad", t.badBack}, std::pair{"info", t.infoBack}}) {
                add(qPrintable(u"text on %1"_s.arg(QLatin1String(where))), t.text, back);
                add(qPrintable(u"muted on %1"_s.arg(QLatin1String(where))), t.muted, back);
            }
            // A disabled control must be readable; its border and a divider may be faint.
            add("muted on hairline", t.muted, t.hairline, 3);
            add("on accent", t.onAccent, t.accent);
            add("accent on info", t.accent, t.infoBack);
            add("ok", t.ok, t.okBack);
            add("warn", t.warn, t.warnBack);
            add("bad", t.bad, t.badBack);
        }
    }

    void textIsReadableOnItsBackground()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, background);
        QFETCH(double, least);
        const double reached = contrast(text, background);
        QVERIFY2(reached >= least, qPrintable(QString::number(reached)));
    }

    void aPaletteKnowsWhichTokensItIsMadeOf()
    {
        QCOMPARE(tokensOf(paletteOf(darkTokens())).canvas, darkTokens().canvas);
        QCOMPARE(tokensOf(paletteOf(lightTokens())).canvas, lightTokens().canvas);
    }
};

JETBRIDGE_TEST(TokensTest)
#include "TokensTest.moc"
