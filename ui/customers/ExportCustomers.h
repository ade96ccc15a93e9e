// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <functional>

namespace jetbridge::ui {

/// Returns the header line of a customer table by RFC 4180; its names do not depend on the
/// language.
QByteArray csvHead();
/// Returns the line of one customer, without secrets. A cell that a spreadsheet would read as a
/// formula begins with an apostrophe (OWASP, CSV injection).
QByteArray csvRow(const Integration& integration);

/// Called with the number of customers that were written and their total; false stops the export.
using MayGoOn = std::function<bool(int done, int total)>;

/// Writes all customers that `query` finds to `path` and returns their number; on failure the file
/// stays as it was. Cancelled: `mayGoOn` returned false. StorageUnavailable: the file cannot be
/// written; the detail names it.
Task<Outcome<int>> exportCustomers(
    Integrations& integrations, Integrations::Query query, QString path, MayGoOn mayGoOn);

/// Writes these customers to `path` and returns their number.
Outcome<int> exportCustomers(const QList<Integration>& customers, const QString& path);

} // namespace jetbridge::ui
