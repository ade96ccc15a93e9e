// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/RequestDelegate.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

QString RequestDelegate::cut(const QString& request, const QFontMetrics& letters, int room)
{
    const qsizetype path = request.indexOf(QLatin1Char(' ')) + 1;
    const QString method = request.left(path);
    // Whole parts of the path are left out, as long as one is left.
    for (qsizetype from = request.indexOf(QLatin1Char('/'), path + 1); from >= 0;
         from = request.indexOf(QLatin1Char('/'), from + 1)) {
        const QString shorter = method + u"\u2026"_s + request.mid(from);
        if (letters.horizontalAdvance(shorter) <= room)
            return shorter;
    }
    return method
        + letters.elidedText(
            request.mid(path), Qt::ElideLeft, room - letters.horizontalAdvance(method));
}

QString RequestDelegate::cut(const QStyleOptionViewItem& cell, int room) const
{
    return cut(cell.text, cell.fontMetrics, room);
}

} // namespace jetbridge::ui
