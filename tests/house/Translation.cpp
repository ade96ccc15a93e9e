// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/Translation.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace house {

namespace {

Translation read(QXmlStreamReader& xml, const QString& context)
{
    Translation translation;
    translation.context = context;
    translation.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            translation.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            translation.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            translation.state = xml.attributes().value("type"_L1).toString();
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
    static const QRegularExpression placeholder(u"%L?\\d"_s);
    QSet<QString> found;
    for (auto all = placeholder.globalMatch(text); all.hasNext();)
        found.insert(all.next().captured());
    return found;
}

/// Returns the punctuation at the end of a text, which distinguishes sentences, questions, captions
/// and buttons that ask first.
QString ending(const QString& text)
{
    static const QRegularExpression end(u"[.:?!]*$"_s);
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
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            translations.append(read(xml, context));
    }
    if (xml.hasError())
        qFatal("The Linguist file cannot be read: %s", qPrintable(xml.errorString()));
    return translations;
}

QString faultOf(const Translation& translation, const QString& language)
{
    static const QRegularExpression words(u"[a-z]{2,}[^%]* [A-Za-z]*[a-z]{2,}"_s);
    if (!translation.state.isEmpty())
        return u"is %1"_s.arg(translation.state);
    // Polish has separate forms for 1, for 2 to 4, and for the rest.
    const int numbers = language == "pl"_L1 ? 3 : 2;
    if (translation.forms.size() != (translation.isPlural ? numbers : 1))
        return u"has %1 forms"_s.arg(translation.forms.size());
    for (const QString& form : translation.forms) {
        if (form.trimmed().isEmpty())
            return u"is empty"_s;
        if (placeholders(form) != placeholders(translation.source))
            return u"has other placeholders: %1"_s.arg(form);
        if (ending(form) != ending(translation.source))
            return u"ends otherwise: %1"_s.arg(form);
        if (form.count(QLatin1Char('\n')) != translation.source.count(QLatin1Char('\n')))
            return u"has other lines: %1"_s.arg(form);
        if (form != form.trimmed() && translation.source == translation.source.trimmed())
            return u"has space around it: %1"_s.arg(form);
    }
    // %Ln is the same number in the form of the language.
    const QString last = translation.isPlural ? translation.forms.last() : QString();
    if (translation.isPlural && !last.contains("%n"_L1) && !last.contains("%Ln"_L1))
        return u"does not say how many"_s;
    if (language != "en"_L1 && translation.forms.first() == translation.source
        && words.match(translation.source).hasMatch())
        return u"is the source"_s;
    return {};
}

} // namespace house
