// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Harmless.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <initializer_list>

namespace jetbridge::harmless {

namespace {

/// Unicode 15, UAX #9: what embeds, overrides or isolates a direction, and its marks.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E
        || c == 0x200F || c == 0x061C;
}

bool isHarmful(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || turnsDirection(c);
}

QString replaced(const QString& text, std::initializer_list<char32_t> allowed)
{
    QString harmless;
    harmless.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        const bool isAllowed = std::find(allowed.begin(), allowed.end(), c) != allowed.end();
        if (isHarmful(c) && !isAllowed)
            harmless += QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
        else
            harmless += QString::fromUcs4(&c, 1);
    }
    return harmless;
}

} // namespace

QString line(const QString& text)
{
    return replaced(text, {});
}

QString lines(const QString& text)
{
    return replaced(
        QString(text).replace(QLatin1String("\r\n"), QLatin1String("\n")), {U'\n', U'\t'});
}

QString markdown(const QString& text)
{
    QString harmless;
    for (const QChar c : line(text.simplified())) { // ASCII alone is looked for
        // CommonMark 2.4: any ASCII punctuation may be escaped; these begin something.
        if (QLatin1String("\\`*_{}[]<>#|!~&").contains(c))
            harmless += QLatin1Char('\\');
        harmless += c;
    }
    return harmless;
}

QString html(const QString& text)
{
    return lines(text).toHtmlEscaped();
}

QByteArray json(const QByteArray& document)
{
    QByteArray harmless;
    harmless.reserve(document.size());
    for (qsizetype at = 0; at < document.size(); ++at) {
        const auto byte = quint8(document.at(at));
        const auto next = at + 1 < document.size() ? quint8(document.at(at + 1)) : 0U;
        // C1 in UTF-8: 0xC2 and the character's own number.
        const bool isC1 = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
        if (isC1 || byte == 0x7F)
            harmless += "\\u00" + QByteArray::number(isC1 ? next : byte, 16);
        else
            harmless += char(byte);
        at += isC1 ? 1 : 0;
    }
    return harmless;
}

QString shortened(const QString& text, qsizetype most)
{
    const std::u32string characters = text.toStdU32String();
    if (qsizetype(characters.size()) <= most)
        return text;
    return QString::fromStdU32String(characters.substr(0, size_t(most) - 1)) + QChar(0x2026);
}

qsizetype length(const QString& text)
{
    return text.toUcs4().size();
}

} // namespace jetbridge::harmless
