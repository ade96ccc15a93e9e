// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Forwarded.h"

#include "web/Server.h"

namespace jetbridge::endpoints {

namespace {

/// Splits a list at a separator outside quoted text.
QByteArrayList split(const QByteArray& list, char separator)
{
    QByteArrayList parts{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const char c = list[i];
        if (isQuoted && c == '\\' && i + 1 < list.size()) {
            parts.last() += list.mid(i++, 2);
            continue;
        }
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == separator && !isQuoted)
            parts.append(QByteArray());
        else
            parts.last() += c;
    }
    return parts;
}

QByteArray unquoted(QByteArray text)
{
    text = text.trimmed();
    if (text.size() < 2 || !text.startsWith('"') || !text.endsWith('"'))
        return text;
    QByteArray plain;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] == '\\' && i + 1 < text.size() - 1)
            ++i;
        plain += text[i];
    }
    return plain;
}

/// Parses a node of RFC 7239 6, an address with or without a port; null if it is not an address.
QHostAddress addressOf(const QByteArray& node)
{
    QString text = QString::fromLatin1(unquoted(node)).trimmed();
    if (text.startsWith(QLatin1Char('[')))
        text = text.mid(1, text.indexOf(QLatin1Char(']')) - 1);
    else if (text.count(QLatin1Char(':')) == 1)
        text.truncate(text.indexOf(QLatin1Char(':')));
    return web::unmapped(QHostAddress(text));
}

/// Returns the last header of this name: the one that the nearest proxy added or appended to.
QByteArray lastHeader(const web::Request& request, QByteArrayView name)
{
    QByteArray value;
    for (const auto& [key, text] : request.headers)
        if (key == name)
            value = text;
    return value;
}

} // namespace

QHostAddress forwardedAddress(const web::Request& request)
{
    const QByteArray list = lastHeader(request, "x-forwarded-for");
    const QByteArray standard = lastHeader(request, "forwarded");
    const QHostAddress origin = addressOf(split(list, ',').constLast());
    if (standard.isEmpty())
        return origin;
    QHostAddress named;
    for (const QByteArray& pair : split(split(standard, ',').constLast(), ';')) {
        const qsizetype equals = pair.indexOf('=');
        if (pair.left(equals).trimmed().toLower() == "for")
            named = addressOf(pair.mid(equals + 1));
    }
    return list.isEmpty() || named == origin ? named : QHostAddress();
}

} // namespace jetbridge::endpoints
