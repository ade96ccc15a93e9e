// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Pages.h"
#include "endpoints/Language.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

using namespace jetbridge::endpoints;

namespace {

QString errorOf(const QByteArray& page)
{
    QXmlStreamReader reader(page);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

QJsonObject catalogue(const QString& language)
{
    QFile file(u":/endpoints/texts.%1.json"_s.arg(language));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"\\{\\{(\\w+)\\}\\}"_s);
    QStringList names;
    auto found = pattern.globalMatch(text);
    while (found.hasNext())
        names.append(found.next().captured(1));
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

    const Pages m_pages;
    const QJsonObject m_values{
        {u"name"_s, u"A & B <script>alert(1)</script> \"x\" 'y' \u0001"_s},
        {u"description"_s, u"</p><img src=x onerror=alert(1)>"_s},
        {u"company"_s, u"globex"_s},
        {u"action"_s, u"/consent/sign-in"_s},
        {u"state"_s, u"abc.def"_s},
        {u"problem"_s, u"<b>wrong</b>"_s},
        {u"bidirectional"_s, true},
        {u"notified"_s, true},
        {u"hasScopes"_s, true},
        {u"scopes"_s,
            QJsonArray{QJsonObject{{u"scope"_s, u"<i>"_s}, {u"reason"_s, u"]]> & more"_s}}}},
        {u"hasLinks"_s, true},
        {u"retry"_s, u"/consent?a=1&b=\"2\""_s},
        {u"back"_s, u"https://portal.example.com/?a=1&b=2"_s},
        {u"reference"_s, u"run-1"_s},
    };

private Q_SLOTS:
    void everyPageIsWellFormedInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("section");
        for (const QString& language : m_pages.languages())
            for (const QString& section : catalogue(language).keys())
                if (section != "common"_L1)
                    QTest::addRow("%s %s", qPrintable(language), qPrintable(section))
                        << language << section;
    }
    void everyPageIsWellFormedInEveryLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, section);
        static const QStringList own{u"sign-in"_s, u"decision"_s, u"status"_s};
        const QString layout = own.contains(section) ? section : u"outcome"_s;
        const QByteArray page = m_pages.page(language, layout, section, m_values);
        QCOMPARE(errorOf(page), QString());
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("lang=\"" + language.toLatin1() + '"'));
        QVERIFY(!page.contains("{{"));
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img src=x"));
        QVERIFY(!page.contains("<b>wrong"));
    }

    void theCataloguesSayTheSameThings()
    {
        const QJsonObject english = catalogue(u"en"_s);
        QVERIFY(english.size() > 20);
        for (const QString& language : m_pages.languages()) {
            const QJsonObject other = catalogue(language);
            QCOMPARE(other.keys(), english.keys());
            for (const QString& section : english.keys()) {
                const QJsonObject ours = english.value(section).toObject();
                const QJsonObject theirs = other.value(section).toObject();
                QCOMPARE(theirs.keys(), ours.keys());
                for (const QString& key : ours.keys()) {
                    QVERIFY(!theirs.value(key).toString().isEmpty());
                    QCOMPARE(placeholders(theirs.value(key).toString()),
                        placeholders(ours.value(key).toString()));
                }
            }
        }
    }

    void theLanguageIsTheVisitorsChoice_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("language");
        QTest::newRow("none") << QByteArray() << "en";
        QTest::newRow("German") << QByteArray("de-DE") << "de";
        QTest::newRow("first of equals") << QByteArray("pl,de") << "pl";
        QTest::newRow("by quality") << QByteArray("pl;q=0.5, de;q=0.9, en;q=0.1") << "de";
        QTest::newRow("unknown first") << QByteArray("fr-FR, fr;q=0.9, pl;q=0.8") << "pl";
        QTest::newRow("all unknown") << QByteArray("fr, ja") << "en";
        QTest::newRow("refused") << QByteArray("de;q=0, en;q=0.1") << "en";
        QTest::newRow("anything") << QByteArray("*") << "en";
        QTest::newRow("anything but") << QByteArray("*;q=0.1, pl;q=0.2") << "pl";
        QTest::newRow("in capitals") << QByteArray("DE;Q=0.7") << "de";
        QTest::newRow("spaces") << QByteArray(" de ; q=0.7 ") << "de";
        QTest::newRow("nonsense") << QByteArray(";;q=,,=;q=x,de;q=nan,pl;q=9") << "en";
    }
    void theLanguageIsTheVisitorsChoice()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, language);
        QCOMPARE(preferredLanguage(header, m_pages.languages()), language);
    }
};

JETBRIDGE_TEST(PagesTest)
#include "PagesTest.moc"
