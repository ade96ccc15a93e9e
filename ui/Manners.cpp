// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manners.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace jetbridge::ui {

namespace {

bool isField(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

bool press(QWidget* widget, const QKeyEvent& key)
{
    if ((key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) || key.isAutoRepeat()
        || (key.modifiers() & ~Qt::KeypadModifier))
        return false;
    if (auto* tool = qobject_cast<QToolButton*>(widget)) {
        if (tool->menu() && tool->popupMode() == QToolButton::InstantPopup)
            tool->showMenu();
        else
            tool->click();
        return true;
    }
    auto* button = qobject_cast<QPushButton*>(widget);
    if (button)
        button->click();
    return button;
}

} // namespace

Manners::Manners(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool Manners::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::Show:
        break;
    default: // Some of them come while an object is being destroyed and is no widget any more.
        return QObject::eventFilter(watched, event);
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    return (widget && handles(*widget, *event)) || QObject::eventFilter(watched, event);
}

/// Returns whether the event ends here.
bool Manners::handles(QWidget& widget, QEvent& event)
{
    switch (event.type()) {
    case QEvent::Polish:
        // The wheel would give it the focus first.
        if (isField(&widget) && widget.focusPolicy() == Qt::WheelFocus)
            widget.setFocusPolicy(Qt::StrongFocus);
        return false;
    case QEvent::Wheel:
        if (!(isField(&widget) && !widget.hasFocus()) && !qobject_cast<QTabBar*>(&widget))
            return false;
        event.ignore(); // for the page around it
        return true;
    case QEvent::KeyPress:
        return press(&widget, static_cast<QKeyEvent&>(event));
    case QEvent::Show:
        if (widget.inherits("QComboBoxPrivateContainer")) {
            if (const auto* list = widget.findChild<QAbstractItemView*>())
                showWholeList(widget, *list);
        } else if (widget.isWindow()
            && (widget.windowType() == Qt::Window || widget.windowType() == Qt::Dialog)) {
            fitScreen(widget);
        }
        return false;
    default:
        return false;
    }
}

void Manners::showWholeList(QWidget& container, const QAbstractItemView& list)
{
    const QAbstractItemModel* model = list.model();
    const int last = model ? model->rowCount(list.rootIndex()) - 1 : -1;
    if (last < 0)
        return;
    const QRect screen = container.screen()->availableGeometry();
    const int missing = list.visualRect(model->index(last, 0, list.rootIndex())).bottom() + 1
        - list.viewport()->height();
    const int height = std::min(container.height() + missing, screen.height());
    if (missing <= 0 || height <= container.height())
        return;
    QRect place = container.geometry();
    place.setHeight(height);
    if (place.bottom() > screen.bottom())
        place.moveBottom(screen.bottom());
    container.setGeometry(place);
}

void Manners::fitScreen(QWidget& window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QRect available = window.screen()->availableGeometry();
    const QSize frame = window.frameGeometry().size() - window.size();
    const QSize largest = available.size() - frame;
    if (window.width() > largest.width() || window.height() > largest.height())
        window.resize(window.size().boundedTo(largest));
    QRect place(window.pos(), window.size() + frame);
    if (!available.contains(place)) {
        place.moveRight(std::min(place.right(), available.right()));
        place.moveBottom(std::min(place.bottom(), available.bottom()));
        place.moveLeft(std::max(place.left(), available.left()));
        place.moveTop(std::max(place.top(), available.top()));
        window.move(place.topLeft());
    }
}

} // namespace jetbridge::ui
