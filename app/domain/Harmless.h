// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Text of others, made harmless for the place where it is shown: the one place for that. Every
/// function looks at characters (code points), never at halves of one.
///
/// What steers a terminal (C0, DEL, C1), breaks a line (U+2028, U+2029) or turns the direction of
/// the text beside it (U+202E and its like) is written as \uXXXX and does nothing. Cells of CSV are
/// made by csvLine() (Csv.h).
namespace jetbridge::harmless {

/// Within one line of a terminal, a log or a sentence: line breaks and tabs are written out, too.
QString line(const QString& text);
/// Several lines: their line breaks and tabs stay.
QString lines(const QString& text);
/// Within a paragraph, a heading or a table's cell of Markdown: it marks nothing up.
QString markdown(const QString& text);
/// Within HTML, between tags or in a quoted attribute.
QString html(const QString& text);
/// A JSON document that says exactly the same, without a byte that a terminal obeys.
QByteArray json(const QByteArray& document);
/// The first `most` characters, the last of them "…" where something is left out.
QString shortened(const QString& text, qsizetype most);
/// How many characters it has.
qsizetype length(const QString& text);

} // namespace jetbridge::harmless
