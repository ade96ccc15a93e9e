// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace accessible {

/// Collects everything below `item` that takes the focus and has no name, or no role, for a screen
/// reader.
inline void collectNameless(QAccessibleInterface* item, QStringList& found)
{
    if (!item || !item->isValid() || item->state().invisible)
        return;
    // A cell's text is its name; an empty cell has none.
    const bool wantsName = item->state().focusable && item->role() != QAccessible::Cell
        && item->role() != QAccessible::Client && item->role() != QAccessible::Window;
    const QObject* object = item->object();
    const QString who = object
        ? QStringLiteral("%1 \"%2\"")
              .arg(QLatin1String(object->metaObject()->className()), object->objectName())
        : QStringLiteral("?");
    if (wantsName && item->text(QAccessible::Name).isEmpty())
        found.append(who + QStringLiteral(" has no name"));
    if (wantsName && item->role() == QAccessible::NoRole)
        found.append(who + QStringLiteral(" has no role"));
    // A page is the engine's own tree, which comes and goes in another process.
    if (object && object->inherits("QWebEngineView"))
        return;
    for (int i = 0; i < item->childCount(); ++i)
        collectNameless(item->child(i), found);
}

inline QStringList nameless(QWidget& root)
{
    QStringList found;
    collectNameless(QAccessible::queryAccessibleInterface(&root), found);
    return found;
}

/// Returns the places where the Tab key goes up instead of down: "a -> b".
inline QStringList outOfOrder(QWidget& root)
{
    QList<QWidget*> stops;
    QWidget* first = &root;
    for (QWidget* widget = first->nextInFocusChain(); widget != first;
         widget = widget->nextInFocusChain()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled()
            && widget->isVisible() && !widget->focusProxy();
        if (takesTab && root.isAncestorOf(widget))
            stops.append(widget);
    }
    // For widgets outside, a widget that is scrolled out of sight counts as being at the edge of
    // its scroll area.
    const auto place = [&root](const QWidget* widget, const QWidget* other) {
        QRect place(widget->mapTo(&root, QPoint(0, 0)), widget->size());
        for (const QWidget* around = widget->parentWidget(); around && around != &root;
             around = around->parentWidget()) {
            const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
            if (!area || area->viewport() != around || around->isAncestorOf(other))
                continue;
            const QRect shown(around->mapTo(&root, QPoint(0, 0)), around->size());
            place.moveTop(
                std::max(shown.top(), std::min(place.top(), shown.bottom() - place.height())));
        }
        return place;
    };
    QStringList found;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QWidget* from = stops[i];
        const QWidget* to = stops[(i + 1) % stops.size()];
        const QRect start = place(from, to);
        const QRect end = place(to, from);
        const bool goesUp = end.center().y() < start.top();
        const bool goesRight = end.left() >= start.right() - 8;
        if (goesUp && !goesRight)
            found.append(QStringLiteral("%1 -> %2").arg(from->objectName(), to->objectName()));
    }
    // The focus chain is a ring, so one step back to its start is right.
    if (found.size() == 1)
        found.clear();
    return found;
}

} // namespace accessible
