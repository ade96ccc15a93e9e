// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "parts/Tokens.h"

#include <QCoreApplication>

namespace jetbridge::ui {

/// An integration's status for people: a word, an icon and a tone that say the same.
struct StatusWords {
    QString word; ///< "Live"
    QString sentence; ///< "Connected: a call on the customer's behalf worked."
    const char* icon; ///< A lineIcon().
    Tone tone;

    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

StatusWords statusWords(IntegrationStatus status);

/// "3 minutes ago"; the exact time belongs into a tooltip. Empty for an invalid time.
QString relativeTime(const QDateTime& at, const QDateTime& now);

} // namespace jetbridge::ui
