// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/Translation.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using house::Translation;

namespace {

QByteArray content(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

QMap<QString, Translation> byKey(const QString& path)
{
    QMap<QString, Translation> all;
    const QList<Translation> translations = house::translationsOf(content(path));
    for (const Translation& translation : translations)
        all.insert(translation.key(), translation);
    return all;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextOfTheSourcesIsTranslated_data();
    void everyTextOfTheSourcesIsTranslated();
    void aFaultIsFound_data();
    void aFaultIsFound();

private:
    const QDir m_house{QStringLiteral(JETBRIDGE_HOUSE)};
    QTemporaryDir m_upToDate; ///< The translations as updated from the sources.
};

void TranslationsTest::initTestCase()
{
    const QDir kept(m_house.filePath(u"resources/translations"_s));
    for (const QString& name : kept.entryList({u"*.ts"_s}))
        QVERIFY(QFile::copy(kept.filePath(name), m_upToDate.filePath(name)));
    QProcess update;
    update.setProcessChannelMode(QProcess::MergedChannels);
    update.start(m_house.filePath(u"packaging/translations"_s), {m_upToDate.path()});
    QVERIFY2(update.waitForFinished(120'000), qPrintable(update.errorString()));
    const QByteArray said = update.readAll();
    QVERIFY2(
        update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0, said.constData());
    // Texts that lupdate complains about ("lacks Q_OBJECT macro") would never be found at run time.
    QVERIFY2(said.isEmpty(), said.constData());
}

void TranslationsTest::everyTextOfTheSourcesIsTranslated_data()
{
    QTest::addColumn<int>("atLeast");
    QTest::newRow("de") << 400;
    QTest::newRow("pl") << 400;
    QTest::newRow("en") << 2; // Plurals only.
}

void TranslationsTest::everyTextOfTheSourcesIsTranslated()
{
    QFETCH(int, atLeast);
    const QString language = QString::fromLatin1(QTest::currentDataTag());
    const QString name = u"jetbridge_%1.ts"_s.arg(language);
    const auto kept = byKey(m_house.filePath(u"resources/translations/"_s + name));
    const auto wanted = byKey(m_upToDate.filePath(name));
    QVERIFY(wanted.size() >= atLeast);
    QStringList faults;
    for (const Translation& text : wanted) {
        const auto found = kept.constFind(text.key());
        const QString fault =
            found == kept.constEnd() ? u"is not translated"_s : house::faultOf(*found, language);
        if (!fault.isEmpty())
            faults.append(u"%1, \"%2\" %3"_s.arg(text.context, text.source, fault));
    }
    for (const Translation& text : kept)
        if (!wanted.contains(text.key()))
            faults.append(u"%1, \"%2\" is gone from the sources"_s.arg(text.context, text.source));
    QVERIFY2(faults.isEmpty(),
        qPrintable(u"\n%1 (packaging/translations brings it up to date):\n%2"_s.arg(
            name, faults.join(QLatin1Char('\n')))));
}

void TranslationsTest::aFaultIsFound_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("fault");

    QTest::newRow("none") << QByteArray(
        "<source>Copy %1</source><translation>%1 kopieren</translation>")
                          << QString();
    QTest::newRow("unfinished") << QByteArray(
        "<source>Copy</source><translation type=\"unfinished\">Kopieren</translation>")
                                << u"is unfinished"_s;
    QTest::newRow("vanished") << QByteArray(
        "<source>Copy</source><translation type=\"vanished\">Kopieren</translation>")
                              << u"is vanished"_s;
    QTest::newRow("empty") << QByteArray("<source>Copy</source><translation> </translation>")
                           << u"is empty"_s;
    QTest::newRow("a lost placeholder")
        << QByteArray("<source>%1 of %2</source><translation>%1</translation>")
        << u"has other placeholders: %1"_s;
    QTest::newRow("another end") << QByteArray(
        "<source>Saved.</source><translation>Gespeichert</translation>")
                                 << u"ends otherwise: Gespeichert"_s;
    QTest::newRow("another number of lines")
        << QByteArray("<source>a\nb</source><translation>a b</translation>")
        << u"has other lines: a b"_s;
    QTest::newRow("space around it")
        << QByteArray("<source>Copy</source><translation>Kopieren </translation>")
        << u"has space around it: Kopieren "_s;
    QTest::newRow("copied") << QByteArray(
        "<source>Copy the link</source><translation>Copy the link</translation>")
                            << u"is the source"_s;
    QTest::newRow("Polish has three plurals")
        << QByteArray("<source>%n tries</source><translation><numerusform>%n próba</numerusform>"
                      "<numerusform>%n prób</numerusform></translation>")
        << u"has 2 forms"_s;
    QTest::newRow("a plural without its number") << QByteArray(
        "<source>%n tries</source><translation><numerusform>raz</numerusform>"
        "<numerusform>dwa razy</numerusform><numerusform>wiele "
        "razy</numerusform></translation>") << u"does not say how many"_s;
}

void TranslationsTest::aFaultIsFound()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, fault);
    const bool isPlural = message.contains("numerusform");
    const QList<Translation> read = house::translationsOf("<TS><context><name>Page</name><message"
        + QByteArray(isPlural ? " numerus=\"yes\"" : "") + '>' + message
        + "</message></context></TS>");
    QCOMPARE(read.size(), 1);
    QCOMPARE(house::faultOf(read.first(), u"pl"_s), fault);
}

JETBRIDGE_TEST(TranslationsTest)
#include "TranslationsTest.moc"
