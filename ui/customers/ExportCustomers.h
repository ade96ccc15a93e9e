// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <functional>

namespace jetbridge::ui {

/// The head of a table of customers, as RFC 4180 writes it: names that no language changes.
QByteArray csvHead();
/// One customer, without secrets. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe (OWASP, CSV injection).
QByteArray csvRow(const Integration& integration);

/// Told how many customers were written, of how many; false: stop.
using MayGoOn = std::function<bool(int done, int total)>;

/// Writes every customer that `query` finds to `path`, or leaves what was there: the number
/// written. Cancelled: `mayGoOn` said so. StorageUnavailable: the file cannot be written; `detail`
/// names it.
Task<Outcome<int>> exportCustomers(
    Integrations& integrations, Integrations::Query query, QString path, MayGoOn mayGoOn);

/// The same with customers that are at hand.
Outcome<int> exportCustomers(const QList<Integration>& customers, const QString& path);

} // namespace jetbridge::ui
