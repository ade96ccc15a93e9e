// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace jetbridge::cli {

/// A page of section 1 of the manual, in the language of man(7).
struct ManualPage {
    QString name; ///< "jetbridge-cli-serve"
    QByteArray text;
};

/// One page for the program and one for every first word of its commands, written from what --help
/// is written from.
QList<ManualPage> manualPages();

} // namespace jetbridge::cli
