// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace house {

/// One text of a Linguist file (.ts) and what it is in that file's language.
struct Translation {
    QString context;
    QString source;
    QString comment; ///< Tells texts apart that are spelled alike.
    bool isPlural = false;
    QString state; ///< "unfinished", "vanished", "obsolete"; empty: finished.
    QStringList forms; ///< One, or as many as the language has for numbers.

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

QList<Translation> translationsOf(const QByteArray& linguistFile);

/// What is wrong with the translation, empty if nothing is: unfinished, too few forms for numbers,
/// a placeholder lost, another end than the source's, or simply copied. `language` is "de", "pl" or
/// "en".
QString faultOf(const Translation& translation, const QString& language);

} // namespace house
