// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "parts/Tokens.h"

#include <QCoreApplication>

namespace jetbridge::ui {

/// An integration's status as it is shown: a word, a sentence, an icon and a tone with the same
/// meaning.
struct StatusWords {
    QString word; ///< One word, such as "Live".
    QString sentence; ///< Explanation, such as "The last test call succeeded."
    const char* icon; ///< Name of a lineIcon().
    Tone tone;

    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

StatusWords statusWords(IntegrationStatus status);

/// Returns a relative time such as "3 minutes ago" (the exact time belongs in a tooltip); empty for
/// an invalid time.
QString relativeTime(const QDateTime& at, const QDateTime& now);
/// Returns the time until something as it stands behind a verb: "in 28 min".
QString timeUntil(const QDateTime& at, const QDateTime& now);

/// Returns both as they are now.
QString relativeTime(const QDateTime& at);
QString timeUntil(const QDateTime& at);
/// Returns the exact time for the tooltip, in the local time zone; empty for an invalid time.
QString exactTime(const QDateTime& at);

} // namespace jetbridge::ui
