// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace accessible {

/// Everything below `item` that takes the focus and has no name for a screen reader, or no role.
inline void collectNameless(QAccessibleInterface* item, QStringList& found)
{
    if (!item || !item->isValid() || item->state().invisible)
        return;
    // A cell's text is its name; an empty one has nothing to say.
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

/// Where the Tab key goes back up instead of on: "a -> b".
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
    const auto place = [&root](const QWidget* widget) {
        return QRect(widget->mapTo(&root, QPoint(0, 0)), widget->size());
    };
    QStringList found;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QWidget* from = stops[i];
        const QWidget* to = stops[(i + 1) % stops.size()];
        const bool goesUp = place(to).center().y() < place(from).top();
        const bool goesRight = place(to).left() >= place(from).right() - 8;
        if (goesUp && !goesRight)
            found.append(QStringLiteral("%1 -> %2").arg(from->objectName(), to->objectName()));
    }
    // A ring: once it starts over.
    if (found.size() == 1)
        found.clear();
    return found;
}

} // namespace accessible
