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
    QFile file(QStringLiteral(":/endpoints/texts.%1.json").arg(language));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
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
        {QStringLiteral("name"),
            QStringLiteral("A & B <script>alert(1)</script> \"x\" 'y' \u0001")},
        {QStringLiteral("description"), QStringLiteral("</p><img src=x onerror=alert(1)>")},
        {QStringLiteral("company"), QStringLiteral("globex")},
        {QStringLiteral("action"), QStringLiteral("/consent/sign-in")},
        {QStringLiteral("state"), QStringLiteral("abc.def")},
        {QStringLiteral("problem"), QStringLiteral("<b>wrong</b>")},
        {QStringLiteral("bidirectional"), true},
        {QStringLiteral("notified"), true},
        {QStringLiteral("hasScopes"), true},
        {QStringLiteral("scopes"),
            QJsonArray{QJsonObject{{QStringLiteral("scope"), QStringLiteral("<i>")},
                {QStringLiteral("reason"), QStringLiteral("]]> & more")}}}},
        {QStringLiteral("hasLinks"), true},
        {QStringLiteral("retry"), QStringLiteral("/consent?a=1&b=\"2\"")},
        {QStringLiteral("back"), QStringLiteral("https://portal.example.com/?a=1&b=2")},
        {QStringLiteral("reference"), QStringLiteral("run-1")},
    };

private Q_SLOTS:
    void everyPageIsWellFormedInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("section");
        for (const QString& language : m_pages.languages())
            for (const QString& section : catalogue(language).keys())
                if (section != QLatin1String("common"))
                    QTest::addRow("%s %s", qPrintable(language), qPrintable(section))
                        << language << section;
    }
    void everyPageIsWellFormedInEveryLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, section);
        static const QStringList own{
            QStringLiteral("sign-in"), QStringLiteral("decision"), QStringLiteral("status")};
        const QString layout = own.contains(section) ? section : QStringLiteral("outcome");
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
        const QJsonObject english = catalogue(QStringLiteral("en"));
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
