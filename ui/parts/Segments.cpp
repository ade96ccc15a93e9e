// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Segments.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Segments::Segments(const QString& accessibleName, const QList<Segment>& segments, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    for (const Segment& segment : segments) {
        auto* button = new QPushButton(segment.text);
        button->setObjectName(segment.objectName);
        button->setAccessibleName(u"%1: %2"_s.arg(accessibleName, segment.text));
        button->setToolTip(segment.hint);
        button->setCheckable(true);
        const int position = int(m_group->buttons().size());
        // The style sheet rounds only the corners of the first and the last button.
        button->setProperty("segment",
            position == 0                         ? u"first"_s
                : position + 1 == segments.size() ? u"last"_s
                                                  : u"middle"_s);
        m_group->addButton(button, position);
        across->addWidget(button);
    }
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::changed);
    connect(m_group, &QButtonGroup::idToggled, this, &Segments::measure);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
}

void Segments::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    measure();
}

void Segments::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void Segments::measure()
{
    // The style sheet gives the chosen button a wider border, of which the layout is not notified.
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons)
        button->updateGeometry();
}

void Segments::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    QAbstractButton* next = step == 0 ? nullptr : m_group->button(current() + step);
    if (!next)
        return QWidget::keyPressEvent(event);
    next->setFocus();
    next->click();
}

} // namespace jetbridge::ui
