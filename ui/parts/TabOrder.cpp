// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/TabOrder.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace jetbridge::ui {

namespace {

void collect(QWidget* widget, QList<QWidget*>& stops);

QList<QLayoutItem*> itemsInOrder(const QLayout& layout)
{
    QList<QLayoutItem*> items;
    if (const auto* form = qobject_cast<const QFormLayout*>(&layout)) {
        for (int row = 0; row < form->rowCount(); ++row)
            for (const auto role :
                {QFormLayout::LabelRole, QFormLayout::FieldRole, QFormLayout::SpanningRole})
                if (auto* item = form->itemAt(row, role); item && !items.contains(item))
                    items.append(item);
        return items;
    }
    for (int i = 0; i < layout.count(); ++i)
        items.append(layout.itemAt(i));
    if (const auto* grid = qobject_cast<const QGridLayout*>(&layout)) {
        const auto placeOf = [grid](QLayoutItem* item) {
            int row = 0;
            int column = 0;
            int rows = 0;
            int columns = 0;
            for (int i = 0; i < grid->count(); ++i)
                if (grid->itemAt(i) == item)
                    grid->getItemPosition(i, &row, &column, &rows, &columns);
            return std::pair(row, column);
        };
        std::stable_sort(items.begin(), items.end(),
            [&placeOf](QLayoutItem* a, QLayoutItem* b) { return placeOf(a) < placeOf(b); });
    }
    return items;
}

void collect(const QLayout& layout, QList<QWidget*>& stops)
{
    for (QLayoutItem* item : itemsInOrder(layout)) {
        if (item->widget())
            collect(item->widget(), stops);
        else if (item->layout())
            collect(*item->layout(), stops);
    }
}

void collect(QWidget* widget, QList<QWidget*>& stops)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        stops.append(widget);
    if (const auto* scroll = qobject_cast<QScrollArea*>(widget)) {
        if (scroll->widget())
            collect(scroll->widget(), stops);
    } else if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), stops);
    } else if (const auto* stack = qobject_cast<QStackedWidget*>(widget)) {
        for (int i = 0; i < stack->count(); ++i)
            collect(stack->widget(i), stops);
    } else if (const auto* tabs = qobject_cast<QTabWidget*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            collect(tabs->widget(i), stops);
    } else if (widget->layout()) {
        collect(*widget->layout(), stops);
    }
}

} // namespace

void tabInReadingOrder(QWidget* root)
{
    QList<QWidget*> stops;
    collect(root, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace jetbridge::ui
