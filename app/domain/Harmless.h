// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Functions that make text of others harmless for the place where it is shown; this is the only
/// place for that. They look at characters (code points), never at halves of one.
///
/// Characters that control a terminal (C0, DEL, C1), break a line (U+2028, U+2029) or change the
/// direction of the text beside them (U+202E and similar) are written as \uXXXX and have no effect.
/// Cells of CSV are made by csvRecord() (Csv.h).
namespace jetbridge::harmless {

/// Returns the text for one line of a terminal, a log or a sentence; line breaks and tabs are
/// escaped, too.
QString line(const QString& text);
/// Returns the text for several lines; its line breaks and tabs stay.
QString lines(const QString& text);
/// Returns the text for a paragraph, a heading or a table cell of Markdown, where it has no effect
/// as markup.
QString markdown(const QString& text);
/// Returns the text for HTML, between tags or in a quoted attribute.
QString html(const QString& text);
/// Returns an equivalent JSON document without any byte that controls a terminal.
QByteArray json(const QByteArray& document);
/// The first `most` characters, the last of them "…" where something is left out.
QString shortened(const QString& text, qsizetype most);
/// Returns the number of characters.
qsizetype length(const QString& text);

} // namespace jetbridge::harmless
