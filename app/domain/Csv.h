// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace jetbridge {

/// One record of a CSV file.
struct CsvRecord {
    int line = 0; ///< Number of its first line, counted from 1.
    QStringList fields;
};

/// Character between the fields of a record.
enum class CsvSeparator {
    Comma,
    Found, ///< Comma, semicolon or tab: the one that the first line uses, or that Excel's "sep=;"
           ///< names.
};

/// Returns the comma, semicolon or tab that occurs most often in the first line.
QChar csvSeparator(const QString& firstLine);

/// Parses CSV by RFC 4180 in UTF-8, with CRLF or LF; empty lines are skipped. Invalid: the detail
/// names the line.
Outcome<QList<CsvRecord>> readCsv(
    const QByteArray& content, CsvSeparator separator = CsvSeparator::Comma);

/// Returns a record with its line break, quoted where necessary. Text that a spreadsheet would read
/// as a formula, whether it separates cells by commas or semicolons, gets an apostrophe in front.
QByteArray csvRecord(const QStringList& fields);

/// Removes the apostrophe that csvRecord() put in front of a field.
QString csvText(const QString& field);

} // namespace jetbridge
