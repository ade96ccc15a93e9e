// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SideBySide.h"

#include "parts/Tokens.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace jetbridge::ui {

SideBySide::SideBySide(int letters, QWidget* parent)
    : QWidget(parent)
    , m_letters(letters)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::between);
}

void SideBySide::add(QWidget* widget)
{
    m_layout->addWidget(widget, 1);
}

int SideBySide::needed() const
{
    // A button that is too narrow cuts its text, but a card has margins to give.
    int most = 0;
    for (const auto* button : findChildren<QAbstractButton*>())
        most = std::max(most, button->sizeHint().width());
    return most + 2 * spacing::between + 2;
}

QSize SideBySide::minimumSizeHint() const
{
    int width = needed();
    for (int i = 0; i < m_layout->count(); ++i)
        width = std::max(width, m_layout->itemAt(i)->widget()->minimumSizeHint().width());
    return {width, QWidget::minimumSizeHint().height()};
}

bool SideBySide::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        arrange();
    return QWidget::event(event);
}

void SideBySide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SideBySide::arrange()
{
    int shown = 0;
    for (int i = 0; i < m_layout->count(); ++i)
        shown += m_layout->itemAt(i)->widget()->isHidden() ? 0 : 1;
    const int each = std::max(needed(), m_letters * fontMetrics().averageCharWidth());
    const int all = shown * each + (shown - 1) * m_layout->spacing();
    const auto wanted = width() < all ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_layout->direction() != wanted)
        m_layout->setDirection(wanted);
}

} // namespace jetbridge::ui
