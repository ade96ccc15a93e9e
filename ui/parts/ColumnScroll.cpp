// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/ColumnScroll.h"

#include <QEvent>
#include <QScrollBar>

namespace jetbridge::ui {

ColumnScroll::ColumnScroll(QWidget* content, int letters, QWidget* parent)
    : QScrollArea(parent)
    , m_letters(letters)
{
    content->setProperty("scrolled", true);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    limitWidth();
}

QSize ColumnScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
        QScrollArea::minimumSizeHint().height()};
}

bool ColumnScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void ColumnScroll::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget())
        limitWidth();
}

void ColumnScroll::limitWidth()
{
    if (m_letters > 0)
        widget()->setMaximumWidth(m_letters * fontMetrics().averageCharWidth());
}

QScrollArea* scrollAround(const QWidget& widget)
{
    for (QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (auto* page = qobject_cast<QScrollArea*>(above))
            return page;
    return nullptr;
}

} // namespace jetbridge::ui
