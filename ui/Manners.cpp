// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manners.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
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

/// Returns the page of the window that contains the control, or its dialog; nullptr if it is
/// outside of both, as the navigation is.
const QWidget* pageAround(const QWidget& control)
{
    if (qobject_cast<const QDialog*>(control.window()))
        return control.window();
    const QWidget* page = nullptr;
    for (const QWidget* above = &control; above && !above->isWindow();
         above = above->parentWidget())
        if (qobject_cast<const QStackedWidget*>(above->parentWidget()))
            page = above;
    return page;
}

bool canUse(const QWidget& control)
{
    return control.isVisible() && control.isEnabled();
}

/// A key pressed on it once too often does no harm.
bool isHarmless(const QWidget& control)
{
    const bool isKind = qobject_cast<const QAbstractButton*>(&control)
        || qobject_cast<const QAbstractItemView*>(&control);
    return isKind && !control.property("danger").toBool();
}

QWidget* nextHarmless(const QWidget& control, const QWidget& page)
{
    for (QWidget* next = control.nextInFocusChain(); next && next != &control;
         next = next->nextInFocusChain())
        if (page.isAncestorOf(next) && canUse(*next) && (next->focusPolicy() & Qt::TabFocus)
            && isHarmless(*next))
            return next;
    return nullptr;
}

} // namespace

Manners::Manners(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &Manners::keepFocusNear);
}

bool Manners::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::EnabledChange:
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
    case QEvent::EnabledChange:
        giveFocusBack(widget);
        return false;
    case QEvent::Show:
        giveFocusBack(widget);
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

/// Qt gives the focus of a control that is disabled or hidden to the next one, whatever that is.
void Manners::keepFocusNear(QWidget* before, QWidget* now)
{
    if (!qobject_cast<QAbstractButton*>(before) || canUse(*before)
        || !before->window()->isVisible())
        return;
    const QWidget* page = pageAround(*before);
    if (!page)
        return;
    m_lender = before;
    m_borrower = nextHarmless(*before, *page);
    if (m_borrower == now)
        return;
    if (m_borrower)
        m_borrower->setFocus(Qt::OtherFocusReason);
    else if (now)
        now->clearFocus();
}

void Manners::giveFocusBack(QWidget& widget)
{
    if (&widget != m_lender || !canUse(widget))
        return;
    m_lender.clear();
    // Nobody takes the focus from a person who went elsewhere meanwhile.
    if (widget.window()->focusWidget() == m_borrower)
        widget.setFocus(Qt::OtherFocusReason);
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
