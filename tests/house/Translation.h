// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace house {

/// One text of a Linguist file (.ts) and its translation into that file's language.
struct Translation {
    QString context;
    QString source;
    QString comment; ///< Distinguishes texts that are spelled alike.
    bool isPlural = false;
    QString state; ///< "unfinished", "vanished", "obsolete"; empty: finished.
    QStringList forms; ///< One form, or as many as the language has for numbers.

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

QList<Translation> translationsOf(const QByteArray& linguistFile);

/// Returns what is wrong with the translation, empty if nothing is: it is unfinished, has too few
/// forms for numbers, lost a placeholder, ends differently from the source, or is only a copy.
/// `language` is "de", "pl" or "en".
QString faultOf(const Translation& translation, const QString& language);

} // namespace house
