// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace jetbridge::cli {

/// A manual page of section 1, in the man(7) format.
struct ManualPage {
    QString name; ///< Name of the page, such as "jetbridge-cli-serve".
    QByteArray text;
};

/// Returns one page for the program and one for the first word of each command, made from the same
/// texts as --help.
QList<ManualPage> manualPages();

} // namespace jetbridge::cli
