// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace jetbridge::ui {

/// One line of two texts laid over each other.
struct DiffLine {
    enum class Side { Both, First, Second };
    Side side = Side::Both;
    QString text;
    bool operator==(const DiffLine&) const = default;
};

/// The fewest lines that turn the first text into the second. Texts of more than `mostLines` lines
/// are only cut where they begin and end alike.
QList<DiffLine> lineDiff(const QStringList& first, const QStringList& second);

inline constexpr int mostDiffLines = 2000;

} // namespace jetbridge::ui
