// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace jetbridge::ui {

/// One line of the comparison of two texts.
struct DiffLine {
    enum class Side { Both, First, Second };
    Side side = Side::Both;
    QString text;
    bool operator==(const DiffLine&) const = default;
};

/// Compares two texts line by line with the fewest changes, and returns all lines of both. Of texts
/// with more than `mostDiffLines` lines only the common beginning and end are matched.
QList<DiffLine> lineDiff(const QStringList& first, const QStringList& second);

inline constexpr int mostDiffLines = 2000;

} // namespace jetbridge::ui
