// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace jetbridge {

/// One record of a CSV file.
struct CsvRecord {
    int line = 0; ///< Where it begins, from 1 on.
    QStringList fields;
};

/// What stands between fields.
enum class CsvSeparator {
    Comma,
    Found, ///< Comma, semicolon or tab, as the first line has them, or as Excel's "sep=;" names it.
};

/// The comma, semicolon or tab that a first line has most of.
QChar csvSeparator(const QString& firstLine);

/// RFC 4180 in UTF-8, with CRLF or LF; empty lines are skipped. Invalid names the line.
Outcome<QList<CsvRecord>> readCsv(
    const QByteArray& content, CsvSeparator separator = CsvSeparator::Comma);

/// One record with its line break; quoted where it must be. What a spreadsheet would take for a
/// formula, whether it separates cells by commas or semicolons, gets an apostrophe in front.
QByteArray csvRecord(const QStringList& fields);

/// A field without the apostrophe that csvRecord() put in front of it.
QString csvText(const QString& field);

} // namespace jetbridge
