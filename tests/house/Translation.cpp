// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/Translation.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace house {

namespace {

Translation read(QXmlStreamReader& xml, const QString& context)
{
    Translation translation;
    translation.context = context;
    translation.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            translation.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            translation.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            translation.state = xml.attributes().value(QLatin1String("type")).toString();
            if (translation.isPlural)
                while (xml.readNextStartElement())
                    translation.forms.append(xml.readElementText());
            else
                translation.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return translation;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?\\d"));
    QSet<QString> found;
    for (auto all = placeholder.globalMatch(text); all.hasNext();)
        found.insert(all.next().captured());
    return found;
}

/// Returns the punctuation at the end of a text, which distinguishes sentences, questions, captions
/// and buttons that ask first.
QString ending(const QString& text)
{
    static const QRegularExpression end(QStringLiteral("[.:?!]*$"));
    return end.match(text).captured();
}

} // namespace

QList<Translation> translationsOf(const QByteArray& linguistFile)
{
    QList<Translation> translations;
    QXmlStreamReader xml(linguistFile);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            translations.append(read(xml, context));
    }
    if (xml.hasError())
        qFatal("The Linguist file cannot be read: %s", qPrintable(xml.errorString()));
    return translations;
}

QString faultOf(const Translation& translation, const QString& language)
{
    static const QRegularExpression words(QStringLiteral("[a-z]{2,}[^%]* [A-Za-z]*[a-z]{2,}"));
    if (!translation.state.isEmpty())
        return QStringLiteral("is %1").arg(translation.state);
    // Polish has separate forms for 1, for 2 to 4, and for the rest.
    const int numbers = language == QLatin1String("pl") ? 3 : 2;
    if (translation.forms.size() != (translation.isPlural ? numbers : 1))
        return QStringLiteral("has %1 forms").arg(translation.forms.size());
    for (const QString& form : translation.forms) {
        if (form.trimmed().isEmpty())
            return QStringLiteral("is empty");
        if (placeholders(form) != placeholders(translation.source))
            return QStringLiteral("has other placeholders: %1").arg(form);
        if (ending(form) != ending(translation.source))
            return QStringLiteral("ends otherwise: %1").arg(form);
        if (form.count(QLatin1Char('\n')) != translation.source.count(QLatin1Char('\n')))
            return QStringLiteral("has other lines: %1").arg(form);
        if (form != form.trimmed() && translation.source == translation.source.trimmed())
            return QStringLiteral("has space around it: %1").arg(form);
    }
    if (translation.isPlural && !translation.forms.last().contains(QLatin1String("%n")))
        return QStringLiteral("does not say how many");
    if (language != QLatin1String("en") && translation.forms.first() == translation.source
        && words.match(translation.source).hasMatch())
        return QStringLiteral("is the source");
    return {};
}

} // namespace house
