// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/ListAndDetail.h"

#include "parts/Tokens.h"

#include <QEvent>

namespace jetbridge::ui {

namespace {

constexpr int lettersBeside = 100; ///< Minimum width to show both side by side.
constexpr int linesBelow = 10; ///< Minimum height to show one above the other.

} // namespace

ListAndDetail::ListAndDetail(const char* objectName, QWidget* parent)
    : QSplitter(parent)
{
    setObjectName(QLatin1String(objectName));
    setChildrenCollapsible(false);
    setHandleWidth(spacing::between);
}

void ListAndDetail::resizeEvent(QResizeEvent* event)
{
    arrange();
    QSplitter::resizeEvent(event);
}

void ListAndDetail::changeEvent(QEvent* event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ListAndDetail::arrange()
{
    const bool isNarrow = width() < lettersBeside * fontMetrics().averageCharWidth();
    const bool isHigh = height() > linesBelow * fontMetrics().height();
    const Qt::Orientation wanted = isNarrow && isHigh ? Qt::Vertical : Qt::Horizontal;
    if (wanted == orientation())
        return;
    setOrientation(wanted);
    // If the detail is below, the list has its full width, and the detail needs the height.
    setSizes(wanted == Qt::Vertical ? QList{2, 3} : QList{3, 2});
}

} // namespace jetbridge::ui
