// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/FlowLayout.h"

#include "parts/Tokens.h"

#include <algorithm>

namespace jetbridge::ui {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing::inside);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    // This is the size if all items are in one line.
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize one = item->sizeHint();
        size = {size.width() + (size.width() > 0 ? spacing() : 0) + one.width(),
            std::max(size.height(), one.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& room)
{
    QLayout::setGeometry(room);
    place(room, true);
}

int FlowLayout::place(const QRect& room, bool really) const
{
    int y = room.y();
    int lineHeight = 0;
    int x = room.x();
    QList<std::pair<QLayoutItem*, QRect>> line;
    const auto endLine = [&] {
        const int left = room.x() + room.width() + spacing() - x;
        int added = 0;
        for (auto& [item, place] : line) {
            place.translate(added, 0);
            if (added == 0 && left > 0 && item->expandingDirections().testFlag(Qt::Horizontal)) {
                place.setWidth(place.width() + left);
                added = left;
            }
            // Lower items are centred in their line.
            if (really)
                item->setGeometry(place.translated(0, (lineHeight - place.height()) / 2));
        }
        line.clear();
        y += lineHeight;
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > room.x() && x + size.width() > room.x() + room.width()) {
            endLine();
            y += spacing();
            x = room.x();
            lineHeight = 0;
        }
        line.append({item, {{x, y}, size.boundedTo({room.width(), size.height()})}});
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y - room.y();
}

} // namespace jetbridge::ui
